package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at runs that go on in other processes: at their journals, and at what they have started. */
final class Running {
    private static final Path PROC = Path.of("/proc");
    private static final long LOOK_MS = 1;

    private Running() {}

    /** The journal of the one run there is; null while there is none. */
    static @Nullable Path journal(Path results) throws IOException {
        if (!Files.isDirectory(results)) {
            return null;
        }
        try (Stream<Path> runs = Files.list(results)) {
            return runs.filter(run -> !run.getFileName().toString().equals("latest"))
                    .map(run -> run.resolve("journal.jsonl"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The journal of the one run that must be there. */
    static Path onlyJournal(Path results) throws IOException {
        return Objects.requireNonNull(journal(results), () -> "there is no run in " + results);
    }

    /** The folder of the run that a journal is of. */
    static Path runOf(Path journal) {
        return Objects.requireNonNull(journal.getParent());
    }

    /** Waits until the journal has as many bytes as it takes, or until the process has ended; says whether it is still running. */
    static boolean untilBytes(Process process, Path results, LongPredicate enough)
            throws IOException, InterruptedException {
        Path journal = journal(results);
        while (journal == null || !enough.test(Files.size(journal))) {
            if (process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            journal = journal(results);
        }
        return process.isAlive();
    }

    /** Waits until the journal has that many lines, and gives it. */
    static Path untilLines(Process process, Path results, int lines) throws IOException, InterruptedException {
        Path journal = journal(results);
        while (journal == null || wholeLines(journal).size() < lines) {
            assertThat(process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS))
                    .as("it ended before it had written " + lines + " lines")
                    .isFalse();
            journal = journal(results);
        }
        return journal;
    }

    /** The lines that have an end. */
    static List<String> wholeLines(Path journal) throws IOException {
        String text = Files.readString(journal, StandardCharsets.US_ASCII);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** The processes that carry the token of an orchestrator. */
    static List<Long> carriersOf(long orchestrator) throws IOException {
        String mark = "\0ASSAY_TOKEN=%010d-".formatted(orchestrator);
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (("\0" + read(process.resolve("environ"))).contains(mark)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return found;
    }

    /** Sends a signal to processes, by the shell's own kill: not every machine has the program. */
    static void signal(String name, List<Long> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$0\" \"$@\"", name));
        pids.forEach(pid -> command.add(Long.toString(pid)));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    /** Waits until none of them runs; a process that has ended and that nobody collects does not. */
    static void untilEnded(List<Long> pids) {
        for (long pid : pids) {
            while (runs(pid)) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean runs(long pid) {
        String stat = read(PROC.resolve(pid + "/stat"));
        return !stat.isEmpty() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    }

    /** Nothing of a process that is gone or another user's. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
