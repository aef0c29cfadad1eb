package dev.assay.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What programs have left on the machine. */
final class Leftovers {
    private static final long PATIENCE_SECONDS = 30;
    private static final Path PROC = Path.of("/proc");

    private Leftovers() {}

    /**
     * Processes that a program has left behind, zombies too: whoever has the mark in its environment, and every descendant of this JVM but
     * the meter.
     */
    static List<String> processes(String mark, Path meter) {
        List<String> found = new ArrayList<>();
        for (long pid : pids()) {
            boolean marked = read(pid, "environ").contains(mark);
            boolean ours = descends(pid) && !isMeter(pid, meter);
            if (marked || ours) {
                found.add(read(pid, "stat"));
            }
        }
        return found;
    }

    /** Waits for the ends of those who are already killed, but by a meter or a kernel that does not wait for them. */
    static void awaitEnds(String mark) throws InterruptedException {
        for (long pid : pids()) {
            if (read(pid, "environ").contains(mark)) {
                await(pid);
            }
        }
    }

    private static void await(long pid) throws InterruptedException {
        try {
            var handle = ProcessHandle.of(pid);
            if (handle.isPresent()) {
                handle.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (TimeoutException e) {
            // found by whoever looks next
        }
    }

    private static List<Long> pids() {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> name.matches("\\d+"))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the fourth field of stat, the parent; a process may end while it is looked at. */
    private static boolean descends(long pid) {
        long own = ProcessHandle.current().pid();
        long each = pid;
        while (each > 1) {
            String stat = read(each, "stat");
            if (stat.isEmpty()) {
                return false;
            }
            each = Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[1]);
            if (each == own) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeter(long pid, Path meter) {
        try {
            return Files.isSameFile(PROC.resolve(pid + "/exe"), meter);
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(pid + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** Everything in a folder but what is in some of its own: paths with sizes. */
    static Map<String, Long> files(Path root, String... but) {
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String name = root.relativize(file).toString();
                if (Stream.of(but).noneMatch(name::startsWith)) {
                    found.put(name, Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : -1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
