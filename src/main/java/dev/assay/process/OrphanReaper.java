package dev.assay.process;

import dev.assay.text.Plurals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Ends the processes that carry a {@link RunToken}: the last resort when those who looked after them are gone. All are stopped before the first is
 * killed, so that none can start another meanwhile.
 *
 * <p>It sees what {@code /proc} shows of processes whose environment this user may read, and nothing on other systems. A program that was
 * started without its parent's environment ({@code env -i}), or that has written over it, is not found. A process of this one's own ancestry is
 * never touched.
 */
public final class OrphanReaper {
    private static final Path PROC = Path.of("/proc");
    private static final Path KILL = Path.of("/bin/kill");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FOR_KILL = Duration.ofSeconds(5);
    private static final long PAUSE_NS = 1_000_000;

    private final Predicate<RunToken> wanted;
    private final long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
    private final Set<Long> spared = ancestry();

    private OrphanReaper(Predicate<RunToken> wanted) {
        this.wanted = wanted;
    }

    /**
     * What was found.
     *
     * @param ended how many processes were ended
     * @param left the ids of those that could not be
     */
    public record Swept(int ended, List<Long> left) {
        public Swept {
            left = List.copyOf(left);
        }

        /** Whether nothing was there. */
        public boolean nothing() {
            return ended == 0 && left.isEmpty();
        }

        /** The same in words: {@code 2 processes were ended}. */
        public String describe() {
            return Plurals.count(ended, "process")
                    + (ended == 1 ? " was killed" : " were killed")
                    + (left.isEmpty() ? "" : ", " + left + " could not be killed");
        }
    }

    /** Ends everything that carries this token. */
    public static Swept of(RunToken token) {
        return new OrphanReaper(token::equals).run();
    }

    /** Ends everything whose owner has gone without doing so. */
    public static Swept ofTheAbandoned() {
        return new OrphanReaper(RunToken::abandoned).run();
    }

    private Swept run() {
        Set<ProcessHandle> seen = new LinkedHashSet<>();
        List<ProcessHandle> fresh = carriers();
        while (!fresh.isEmpty() && !late()) {
            stop(fresh);
            seen.addAll(fresh);
            fresh = carriers();
            fresh.removeAll(seen);
        }
        List<ProcessHandle> alive = seen.isEmpty() ? List.of() : carriers();
        while (!alive.isEmpty() && !late()) {
            alive.forEach(ProcessHandle::destroyForcibly);
            seen.addAll(alive);
            LockSupport.parkNanos(PAUSE_NS);
            alive = carriers();
        }
        return new Swept(
                seen.size() - alive.size(),
                alive.stream().map(ProcessHandle::pid).toList());
    }

    private boolean late() {
        return System.nanoTime() - deadlineNs > 0;
    }

    /** Java itself sends no other signals than TERM and KILL. Without such a program what is found is killed running. */
    private static void stop(List<ProcessHandle> processes) {
        if (Files.isExecutable(KILL)) {
            List<String> argv = new ArrayList<>(List.of(KILL.toString(), "-STOP"));
            processes.forEach(process -> argv.add(Long.toString(process.pid())));
            new CommandRunner().run(new Invocation(argv, Map.of(), Path.of("/"), FOR_KILL));
        }
    }

    private List<ProcessHandle> carriers() {
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                // held before the look, so that another process of the same id is never killed in its place
                Optional<ProcessHandle> handle = spared.contains(pid) ? Optional.empty() : ProcessHandle.of(pid);
                if (handle.isPresent() && carries(process)) {
                    found.add(handle.get());
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // no Linux, or nothing that may be looked at
            return found;
        }
        return found;
    }

    private boolean carries(Path process) {
        String prefix = RunToken.VARIABLE + "=";
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            for (int at = 0; at < environment.length(); ) {
                int end = environment.indexOf('\0', at);
                int stop = end < 0 ? environment.length() : end;
                if (environment.startsWith(prefix, at)) {
                    return RunToken.parse(environment.substring(at + prefix.length(), stop))
                            .filter(wanted)
                            .isPresent();
                }
                at = stop + 1;
            }
        } catch (IOException e) {
            // another user's, or it has just ended
            return false;
        }
        return false;
    }

    private static Set<Long> ancestry() {
        Set<Long> pids = new HashSet<>();
        Optional<ProcessHandle> next = Optional.of(ProcessHandle.current());
        while (next.isPresent() && pids.add(next.get().pid())) {
            next = next.get().parent();
        }
        return pids;
    }
}
