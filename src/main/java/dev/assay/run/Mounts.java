package dev.assay.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is mounted where, as this process sees it (proc_pid_mountinfo(5)). A bind mount of the same file system has the same device number,
 * so that stat(2) does not tell it from a folder; this list does.
 *
 * @param at the folder or file that it lies upon
 * @param what the kind of file system, its source, and the folder of it that is seen there
 */
record Mounts(Path at, String what) {
    private static final Path LIST = Path.of("/proc/self/mountinfo");
    private static final int ROOT = 3;
    private static final int POINT = 4;
    private static final int OPTIONAL = 6;
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

    /**
     * The first that lies on a folder or somewhere below it; null for none, and where the system has no such list.
     *
     * @param folder with no link in its path
     */
    static @Nullable Mounts in(Path folder) throws IOException {
        byte[] list;
        try {
            list = Files.readAllBytes(LIST);
        } catch (NoSuchFileException e) {
            return null;
        }
        return in(new String(list, StandardCharsets.ISO_8859_1), folder);
    }

    static @Nullable Mounts in(String list, Path folder) {
        String own = folder.toString();
        for (String line : list.split("\n", -1)) {
            String[] fields = line.split(" ", -1);
            if (fields.length > OPTIONAL) {
                String point = unescaped(fields[POINT]);
                if (point.equals(own) || point.startsWith(own + "/")) {
                    return new Mounts(Path.of(point.replace('\0', '?')), describe(fields));
                }
            }
        }
        return null;
    }

    /** Behind the optional fields comes a hyphen, then the kind and the source. */
    private static String describe(String[] fields) {
        int separator = OPTIONAL;
        while (separator < fields.length && !fields[separator].equals("-")) {
            separator++;
        }
        String kind = separator + 2 < fields.length
                ? unescaped(fields[separator + 1]) + " of " + unescaped(fields[separator + 2]) + ", "
                : "";
        return kind + unescaped(fields[ROOT]);
    }

    /** Blanks and the like are three octal digits each; whatever else is not ASCII stands there as its bytes. */
    private static String unescaped(String field) {
        Matcher matcher = ESCAPED.matcher(field);
        String bytes = matcher.replaceAll(
                match -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 8))));
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
