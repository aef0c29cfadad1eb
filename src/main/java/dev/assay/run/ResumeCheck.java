package dev.assay.run;

import dev.assay.model.run.Environment;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keeps a run from going on: everything in which the run that would begin now differs from the one that was cut short. */
public final class ResumeCheck {
    private final List<String> found = new ArrayList<>();

    private ResumeCheck() {}

    /**
     * The differences, each in words; none when the one is the continuation of the other.
     *
     * @param then the header of the run that was cut short
     * @param now the header that a run with its options would have now
     */
    public static List<String> between(RunHeader then, RunHeader now) {
        ResumeCheck differences = new ResumeCheck();
        differences.compare("the version of Assay", then.assayVersion(), now.assayVersion());
        differences.machine(then.environment(), now.environment());
        differences.options(then.options(), now.options());
        differences.compareCatalogs(then, now);
        differences.toolchains(then, now);
        differences.programs(then.programs(), now.programs());
        if (differences.found.isEmpty()) {
            differences.plan(then, now);
        }
        return List.copyOf(differences.found);
    }

    private void machine(Environment then, Environment now) {
        if (!then.fingerprint().equals(now.fingerprint())) {
            compare(
                    "the machine",
                    then.fingerprint().describe(),
                    now.fingerprint().describe());
        }
    }

    private void options(Map<String, String> then, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> compare("the option " + name, then.get(name), now.get(name)));
    }

    private void compareCatalogs(RunHeader then, RunHeader now) {
        if (!then.hashes().catalogSha256().equals(now.hashes().catalogSha256())) {
            found.add("the catalog changed: a manifest, a program or claims.json (SHA-256 "
                    + start(then.hashes().catalogSha256()) + " then, "
                    + start(now.hashes().catalogSha256()) + " now)");
        }
    }

    private void toolchains(RunHeader then, RunHeader now) {
        Map<String, String> before = toolchains(then);
        Map<String, String> after = toolchains(now);
        TreeSet<String> runtimes = new TreeSet<>(before.keySet());
        runtimes.addAll(after.keySet());
        runtimes.forEach(runtime -> compare("the toolchain of " + runtime, before.get(runtime), after.get(runtime)));
    }

    private static Map<String, String> toolchains(RunHeader header) {
        return header.toolchains().stream()
                .collect(Collectors.toMap(
                        toolchain -> toolchain.runtime().toString(),
                        ResumeCheck::describe,
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
    }

    private static String describe(Toolchain toolchain) {
        return toolchain.version() + " at " + toolchain.path();
    }

    /** A program that only one of the two starts belongs to another plan, of which enough is said elsewhere. */
    private void programs(Map<String, String> then, Map<String, String> now) {
        if (then.isEmpty()) {
            found.add("its journal does not record which builds were measured");
        }
        now.forEach((path, hash) -> {
            String before = then.get(path);
            if (hash.equals(RunHeader.UNREADABLE)) {
                found.add("the program " + path + " is not readable, so Assay cannot check that it is unchanged");
            } else if (before != null && !before.equals(hash)) {
                found.add("the program " + path + " is another build (SHA-256 " + start(before) + " then, "
                        + start(hash) + " now)");
            }
        });
    }

    private static String start(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 12);
    }

    private void sampling(SamplingPlan then, SamplingPlan now) {
        compare("the seed", then.seed(), now.seed());
        compare("the blocks", then.warmupBlocks() + " + " + then.blocks(), now.warmupBlocks() + " + " + now.blocks());
        compare("the number of sessions", then.sessions(), now.sessions());
        compare("the stopping rule", then.stopping(), now.stopping());
    }

    private void plan(RunHeader then, RunHeader now) {
        sampling(then.sampling(), now.sampling());
        Map<String, Trial> before = byId(then.subject().allTrials());
        Map<String, Trial> after = byId(now.subject().allTrials());
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            Trial one = before.get(id);
            Trial other = after.get(id);
            if (one == null || other == null) {
                found.add(
                        "the trial " + id + (other == null ? " is no longer planned" : " was not planned originally"));
            } else if (!one.equals(other)) {
                found.add("the trial " + id + " is started differently (" + one.command() + " then, " + other.command()
                        + " now)");
            }
        }
        if (!then.programs().keySet().equals(now.programs().keySet()) && found.isEmpty()) {
            found.add("different programs are started: " + then.programs().keySet() + " then, "
                    + now.programs().keySet() + " now");
        }
    }

    private static Map<String, Trial> byId(List<Trial> trials) {
        return trials.stream()
                .collect(Collectors.toMap(trial -> trial.id().toString(), Function.identity(), (one, other) -> one));
    }

    private void compare(String what, @Nullable Object then, @Nullable Object now) {
        if (!Objects.equals(then, now)) {
            found.add(what + " was " + show(then) + " and is now " + show(now));
        }
    }

    private static String show(@Nullable Object value) {
        return value == null ? "not given" : value.toString();
    }
}
