package dev.assay.analysis.change;

import dev.assay.analysis.estimate.ReferenceProgram;
import dev.assay.analysis.sample.BuildIdentity.Sameness;
import dev.assay.model.Profile;
import dev.assay.model.Warning;
import dev.assay.model.result.Noise;
import dev.assay.model.run.Environment;
import dev.assay.model.run.MachineFact;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Toolchain;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In what two runs differ beside their figures. Another machine is grave; another kernel or compiler is where a shift may come from. */
final class RunDifferences {
    /** What of a machine stays as it is for the length of a run. */
    private static final List<MachineFact> FACTS = List.of(
            MachineFact.C_LIBRARY,
            MachineFact.CONTAINER,
            MachineFact.VIRTUAL_MACHINE,
            MachineFact.GOVERNOR,
            MachineFact.TURBO,
            MachineFact.POWER,
            MachineFact.SIMULTANEOUS_THREADS,
            MachineFact.CPU_QUOTA,
            MachineFact.MEMORY_LIMIT,
            MachineFact.HUGE_PAGES,
            MachineFact.ADDRESS_RANDOMISATION,
            MachineFact.PROGRAMS_RUN_ON);

    private final Recording baseline;
    private final Recording contender;
    private final Noise first;
    private final Noise second;
    private final List<Warning> notices = new ArrayList<>();

    RunDifferences(Recording baseline, Recording contender, Noise first, Noise second) {
        this.baseline = baseline;
        this.contender = contender;
        this.first = first;
        this.second = second;
    }

    /**
     * The differences, the grave ones first.
     *
     * @param pinned what times are divided by; null for nothing
     */
    List<Warning> find(@Nullable ReferenceProgram pinned) {
        Environment before = baseline.header().environment();
        Environment after = contender.header().environment();
        if (!before.fingerprint().equals(after.fingerprint())) {
            notices.add(Warning.grave(
                    "other-machine",
                    "the runs are from different machines: "
                            + before.fingerprint().describe() + ", and "
                            + after.fingerprint().describe(),
                    "time ratios then compare each program with the reference program on its machine; to find changes of a"
                            + " program, compare runs of one machine"));
        }
        state("the baseline", baseline, first);
        state("the contender", contender, second);
        reference(pinned);
        differs("other-system", "the system", before.os(), after.os());
        for (MachineFact fact : FACTS) {
            String one = before.find(fact);
            String other = after.find(fact);
            if (one != null && other != null) {
                differs("other-setting", fact.title(), one, other);
            }
        }
        headers(baseline.header(), contender.header());
        notices.sort(Comparator.comparing(Warning::severity));
        return List.copyOf(notices);
    }

    private void state(String which, Recording run, Noise noise) {
        if (run.header().profile() == Profile.SMOKE) {
            notices.add(Warning.grave(
                    "smoke",
                    which + " is a smoke run, which gives no verdicts",
                    "compare runs with profile quick or full"));
        }
        if (run.partial()) {
            notices.add(new Warning(
                    "partial",
                    which + " is partial: it ended before everything was measured",
                    "resume it with --resume=" + run.header().id() + ", or use what it has"));
        }
        if (Boolean.FALSE.equals(noise.canaryPassed())) {
            notices.add(Warning.grave(
                    "noisy",
                    "the canary of " + which + " failed: its session cannot distinguish time ratios below "
                            + NumberText.format(noise.resolution()),
                    "repeat it on a quieter machine; 'doctor' shows what disturbs it"));
        }
    }

    private void reference(@Nullable ReferenceProgram pinned) {
        if (pinned == null) {
            notices.add(Warning.grave(
                    "no-reference",
                    "no program that reports its time is the same build in both runs, so times are compared directly and get no verdict",
                    "change only one toolchain at a time, so that one of the references stays the same"));
        } else if (pinned.sameness() == Sameness.UNKNOWN) {
            notices.add(new Warning(
                    "reference-unknown",
                    "it is unknown whether the reference, " + pinned.name()
                            + ", is the same build in both runs; a change of it would affect every ratio",
                    "journals record this as 'programs' in their header"));
        }
    }

    private void headers(RunHeader before, RunHeader after) {
        differs("other-version", "the version of Assay", before.assayVersion(), after.assayVersion());
        differs(
                "other-profile",
                "the profile",
                before.profile().toString(),
                after.profile().toString());
        Map<String, String> one = toolchains(before);
        Map<String, String> other = toolchains(after);
        TreeSet<String> both = new TreeSet<>(one.keySet());
        both.retainAll(other.keySet());
        both.forEach(name -> differs(
                "other-toolchain",
                "the toolchain of " + name,
                Objects.requireNonNull(one.get(name)),
                Objects.requireNonNull(other.get(name))));
        if (!before.hashes().catalogSha256().equals(after.hashes().catalogSha256())) {
            notices.add(new Warning(
                    "other-catalogue",
                    "the catalogs differ: a manifest, a program or the claims changed",
                    "each trial below shows whether its own program changed"));
        }
    }

    private static Map<String, String> toolchains(RunHeader header) {
        return header.toolchains().stream()
                .collect(Collectors.toMap(
                        toolchain -> toolchain.runtime().toString(),
                        Toolchain::version,
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
    }

    private void differs(String code, String what, String before, String after) {
        if (!before.equals(after)) {
            notices.add(new Warning(code, what + " was " + before + " and is " + after, "this may explain a shift"));
        }
    }
}
