package dev.assay.analysis.sample;

import dev.assay.model.Runtime;
import dev.assay.model.Sha256;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.run.Command;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Source;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a trial starts, as far as its run tells. Of paths only the last name counts: the same program may lie elsewhere on another machine.
 *
 * @param runtime what compiles or interprets it
 * @param text the hash of its text; of a user's command, that of the files it names; null when the run does not say
 * @param executables the hashes of its builds, or of its interpreter, and of a library beside it; null when one of them is not known
 * @param words its arguments, its input, and how often a process does the work
 * @param packages what it needs beyond the standard library
 */
public record ProgramIdentity(
        Runtime runtime,
        @Nullable String text,
        @Nullable List<String> executables,
        List<String> words,
        List<String> packages) {
    /** The variable that names a library which a program loads. */
    private static final String LIBRARY = "ASSAY_LIBRARY";

    private static final int DIGITS = 12;

    /** What a trial of a run starts, which is not skipped. */
    public static ProgramIdentity of(RunHeader header, Trial trial) {
        Command command = Objects.requireNonNull(trial.command(), "it is not skipped");
        return new ProgramIdentity(
                trial.id().runtime(),
                text(header, trial.id()),
                executables(header, trial, command),
                words(header, trial, command),
                packages(header, trial.id()));
    }

    private static @Nullable String text(RunHeader header, TrialId id) {
        Optional<String> hash = header.subject().sources().stream()
                .filter(source -> source.workload().equals(id.workload())
                        && source.runtime() == id.runtime()
                        && source.variant().equals(id.variant()))
                .map(Source::sha256)
                .findFirst();
        return hash.orElse(null);
    }

    private static @Nullable List<String> executables(RunHeader header, Trial trial, Command command) {
        List<String> hashes = Stream.of(
                        Stream.of(command.argv().get(0), trial.program()),
                        trial.builds().stream().map(Path::toString),
                        Stream.ofNullable(command.environment().get(LIBRARY)))
                .flatMap(paths -> paths)
                .distinct()
                .map(path -> header.programs().getOrDefault(path, RunHeader.UNREADABLE))
                .toList();
        return hashes.contains(RunHeader.UNREADABLE) ? null : hashes;
    }

    private static List<String> words(RunHeader header, Trial trial, Command command) {
        List<String> words = new ArrayList<>();
        command.argv().stream().skip(1).map(ProgramIdentity::lastName).forEach(words::add);
        if (command.stdin() != null) {
            words.add("< " + lastName(command.stdin().toString()));
        }
        header.workloads().stream()
                .filter(workload -> workload.id().equals(trial.id().workload()))
                .flatMap(workload -> Stream.ofNullable(workload.input()))
                .forEach(input -> words.add("input " + input));
        if (trial.repeats()) {
            words.add(trial.repeat() + " times");
        }
        return List.copyOf(words);
    }

    private static String lastName(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    private static List<String> packages(RunHeader header, TrialId id) {
        return header.workloads().stream()
                .filter(workload -> workload.id().equals(id.workload()))
                .flatMap(workload -> workload.implementations().stream())
                .filter(each -> each.runtime() == id.runtime() && each.variant().equals(id.variant()))
                .map(Implementation::needs)
                .findFirst()
                .map(needs -> List.copyOf(new TreeSet<>(needs)))
                .orElse(List.of());
    }

    /** Whether it is known to be the same as another: bytes of native code are one program, whatever they were built from. */
    boolean isSame(ProgramIdentity other) {
        String key = key();
        return key != null && key.equals(other.key());
    }

    /** Whether two of the user's commands are compared that are known to be one: what moves then is the machine. */
    public static boolean isComparedWithItself(RunHeader header) {
        List<ProgramIdentity> programs = header.comparesCommands()
                ? header.trials().stream()
                        .filter(trial -> trial.skipped() == null)
                        .map(trial -> of(header, trial))
                        .toList()
                : List.of();
        return programs.size() == 2 && programs.get(0).isSame(programs.get(1));
    }

    /** In what the other differs, as far as both are known. */
    List<String> differences(ProgramIdentity other) {
        List<String> found = new ArrayList<>();
        if (differ(text, other.text)) {
            found.add(
                    runtime == Runtime.COMMAND
                            ? "another program, or another file in its arguments"
                            : "another source");
        }
        if (differ(executables, other.executables)) {
            found.add(runtime.compiled() ? "another build" : "another executable");
        }
        if (!words.equals(other.words)) {
            found.add("other arguments");
        }
        if (!packages.equals(other.packages)) {
            found.add("other packages");
        }
        return found;
    }

    private static boolean differ(@Nullable Object before, @Nullable Object after) {
        return before != null && after != null && !before.equals(after);
    }

    /** The beginning of a hash of what tells it from any other, alike for the same program; null where something of that is not known. */
    public @Nullable String key() {
        if (runtime == Runtime.COMMAND) {
            return key(text, words);
        }
        return runtime.compiled() ? key(executables, words) : key(executables, text, words, packages);
    }

    private @Nullable String key(@Nullable Object... parts) {
        List<@Nullable Object> known = Arrays.asList(parts);
        return known.contains(null)
                ? null
                : Sha256.hash(known.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
