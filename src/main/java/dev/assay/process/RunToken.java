package dev.assay.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mark in the environment of every program that is measured, by which those are found again that have lost everybody who looked after them.
 * It names its owner so that others can tell whether that one still lives. Its text has always the same length: the size of the environment
 * moves a program's stack and with it its time.
 *
 * @param pid the owner's process id
 * @param namespace the process namespace in which that id means something, as Linux numbers them; 0 where that is not known
 * @param start when the owner started, in the kernel's ticks since boot; ids are used again
 * @param distinction tells apart what else would be the same
 */
public record RunToken(long pid, long namespace, long start, long distinction) {
    /** The variable that holds it. */
    public static final String VARIABLE = "ASSAY_TOKEN";

    private static final Path PROC = Path.of("/proc");
    private static final Pattern FORM = Pattern.compile("([0-9]{10})-([0-9]{10})-([0-9]{19})-([0-9a-f]{16})");
    private static final Pattern NAMESPACE = Pattern.compile("pid:\\[([0-9]{1,10})]");
    private static final int STATE = 0;
    private static final int START = 19;

    private static final RunToken OWN = mine();

    /** This process's own; the same as long as it lives. */
    public static RunToken own() {
        return OWN;
    }

    private static RunToken mine() {
        long pid = ProcessHandle.current().pid();
        String[] state = stat(pid);
        long start = state == null ? 0 : Long.parseLong(state[START]);
        return new RunToken(pid, ownNamespace(), start, new SecureRandom().nextLong());
    }

    /** Reads what {@link #toString} writes; nothing when the text is something else. */
    public static Optional<RunToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RunToken(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        Long.parseUnsignedLong(matcher.group(4), 16)))
                : Optional.empty();
    }

    /** Whether its owner has surely ended. Of an owner in another namespace, such as a container's, nothing is known. */
    public boolean abandoned() {
        if (namespace == 0 || namespace != OWN.namespace) {
            return false;
        }
        String[] state = stat(pid);
        return state == null || "ZX".contains(state[STATE]) || Long.parseLong(state[START]) != start;
    }

    /** The fields behind the name of a process (proc_pid_stat(5)); null when there is none of that id. */
    private static String @Nullable [] stat(long pid) {
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        } catch (IOException e) {
            return null;
        }
    }

    private static long ownNamespace() {
        try {
            Path link = Files.readSymbolicLink(PROC.resolve("self/ns/pid"));
            Matcher matcher = NAMESPACE.matcher(link.toString());
            return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%010d-%010d-%019d-%016x", pid, namespace, start, distinction);
    }
}
