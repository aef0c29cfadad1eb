package dev.assay.process;

import dev.assay.model.AssayException.Usage;
import dev.assay.model.NativeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What this process was given when it was started: its folder, its command line and its environment, as {@link NativeText}. Java reads the
 * last two in the letters of the locale, and what that does not have, without one every letter that is not ASCII, becomes {@code U+FFFD}. The system still has the
 * bytes (proc_pid_cmdline(5), proc_pid_environ(5)).
 */
public final class InheritedSettings {
    private static final char LOST = '\uFFFD';
    private static final Path CMDLINE = Path.of("/proc/self/cmdline");
    private static final Path ENVIRON = Path.of("/proc/self/environ");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{");
    private static final Path CURRENT = Path.of("/proc/self/cwd");

    private final List<byte[]> commandLine;
    private final Charset charset;
    private final Map<String, String> environment;
    private final Path folder;

    /**
     * @param commandLine the words of the command line, the JVM's own among them
     * @param environment each {@code NAME=value}
     * @param charset in which Java has read them
     */
    InheritedSettings(List<byte[]> commandLine, List<byte[]> environment, Charset charset) {
        this.commandLine = List.copyOf(commandLine);
        this.charset = charset;
        this.environment = Collections.unmodifiableMap(variables(environment));
        this.folder = Path.of("");
    }

    /**
     * Those of a caller within this process, who has no command line of its own.
     *
     * @param environment its variables
     * @param folder the one that it is in
     */
    public InheritedSettings(Map<String, String> environment, Path folder) {
        this.commandLine = List.of();
        this.charset = NativeText.charset();
        this.environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        this.folder = folder;
    }

    /** This process's own. */
    public static InheritedSettings own() {
        List<byte[]> variables = new ArrayList<>(strings(ENVIRON));
        if (variables.isEmpty()) {
            // better than nothing where it may not be read
            System.getenv().forEach((name, value) -> variables.add(NativeText.encode(name + "=" + value)));
        }
        return new InheritedSettings(strings(CMDLINE), variables, NativeText.charset());
    }

    /**
     * The arguments of the program, which stand at the end of the command line. Where they do not, since Maven passes on what it was given or
     * {@code @file} stands for them, Java's reading has to do.
     *
     * @param seen the same as Java has read them
     * @throws Usage if Java has lost something of them, and it cannot be found
     */
    public String[] arguments(String[] seen) {
        int first = commandLine.size() - seen.length;
        boolean found = first >= 0;
        for (int i = 0; found && i < seen.length; i++) {
            found = read(commandLine.get(first + i)).equals(seen[i]);
        }
        if (!found) {
            requireUnreplaced(System.getProperty("exec.args", ""), seen);
        }
        String[] arguments = new String[seen.length];
        for (int i = 0; i < seen.length; i++) {
            arguments[i] = found ? NativeText.decode(commandLine.get(first + i)) : whole("The argument", seen[i]);
        }
        return arguments;
    }

    /**
     * Makes sure that Maven has replaced nothing in what it hands on.
     *
     * @param said what Maven was given
     * @param seen the result
     * @throws Usage if a property's name was replaced by its value
     */
    static void requireUnreplaced(String said, String[] seen) {
        if (VARIABLE.matcher(said).results().count()
                > VARIABLE.matcher(String.join(" ", seen)).results().count()) {
            throw new Usage(
                    "Maven replaced a ${..} in -Dexec.args with a value of its own. Set the option as a property, such as"
                            + " -Dbaseline=.., or start Assay without Maven: target/assay.");
        }
    }

    /**
     * The value of a system property that was set on the command line.
     *
     * @param seen the same as Java has read it
     * @throws Usage if Java has lost something of it, and it cannot be found
     */
    public String property(String name, String seen) {
        for (int i = commandLine.size() - 1; i >= 0; i--) {
            if (read(commandLine.get(i)).equals("-D" + name + "=" + seen)) {
                return NativeText.decode(commandLine.get(i)).substring(name.length() + 3);
            }
        }
        return whole("The property " + name, seen);
    }

    /** The environment; of two variables of one name the first, as getenv(3) has it. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The current folder. */
    public Path folder() {
        return folder;
    }

    /**
     * Makes sure of the current folder. Where Java cannot read its name, it would use another folder, of a name that it can.
     *
     * @throws Usage if it is so
     */
    public static void requireFolder() {
        String folder = System.getProperty("user.dir", "");
        if (folder.indexOf(LOST) >= 0 && !isCurrent(Path.of(folder))) {
            throw new Usage("Java cannot read the name of the current folder, " + folder
                    + ": run with LC_ALL=C.UTF-8, or in a folder whose name is UTF-8.");
        }
    }

    private static boolean isCurrent(Path folder) {
        try {
            return Files.isSameFile(folder, CURRENT);
        } catch (IOException e) {
            return false;
        }
    }

    /** The soft limit of open files, as far as it can be told. */
    public long openFiles() {
        return OpenFiles.given();
    }

    private String read(byte[] bytes) {
        return new String(bytes, charset);
    }

    private static String whole(String what, String seen) {
        if (seen.indexOf(LOST) >= 0) {
            throw new Usage(what + " '" + seen
                    + "' contains characters that this locale cannot represent, and they are lost. Run with LC_ALL=C.UTF-8."
                    + " Arguments that are not UTF-8 at all work only without Maven: target/assay.");
        }
        return NativeText.of(seen);
    }

    private static Map<String, String> variables(List<byte[]> environment) {
        Map<String, String> variables = new TreeMap<>();
        for (byte[] each : environment) {
            String text = NativeText.decode(each);
            int equals = text.indexOf('=', 1);
            if (equals > 0) {
                variables.putIfAbsent(text.substring(0, equals), text.substring(equals + 1));
            }
        }
        return variables;
    }

    /** The strings of a file in which each ends with a zero; none where it cannot be read. */
    private static List<byte[]> strings(Path file) {
        List<byte[]> strings = new ArrayList<>();
        ByteArrayOutputStream string = new ByteArrayOutputStream();
        try {
            for (byte each : Files.readAllBytes(file)) {
                if (each == 0) {
                    strings.add(string.toByteArray());
                    string.reset();
                } else {
                    string.write(each);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return strings;
    }
}
