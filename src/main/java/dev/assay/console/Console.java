package dev.assay.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terminal: two streams, and whether color and redrawing are wanted. */
public final class Console {
    private static final int DEFAULT_WIDTH = 80;
    private static final int MIN_WIDTH = 60;
    private static final int MAX_WIDTH = 140;
    private static final String CLEAR = "\r\033[K";
    private static final String NO_WRAP = "\033[?7l";
    private static final String WRAP = "\033[?7h";

    /** When color is used. */
    public enum ColorMode {
        /** On a terminal that can show it. */
        AUTO,
        /** Always. */
        ALWAYS,
        /** Never. */
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PrintWriter results;
    private final PrintWriter out;
    private final PrintableWriter printableErr;
    private final PrintWriter err;

    /** Takes the console's own control sequences. */
    private final PrintWriter terminal;

    private final boolean color;
    private final boolean redraws;
    private final boolean quiet;
    private final int width;
    private boolean redrawn;

    /**
     * A console.
     *
     * @param out takes results
     * @param err takes progress and warnings
     * @param color whether color is used
     * @param redraws whether a line may be drawn over
     * @param quiet whether progress is omitted
     * @param width how many columns there are
     */
    public Console(PrintWriter out, PrintWriter err, boolean color, boolean redraws, boolean quiet, int width) {
        this.results = out;
        this.out = new PrintWriter(new PrintableWriter(out, color));
        this.printableErr = new PrintableWriter(err, color);
        this.err = new PrintWriter(printableErr);
        this.terminal = err;
        this.color = color;
        this.redraws = redraws;
        this.quiet = quiet;
        this.width = width;
    }

    /**
     * The console on the process's own streams. Text is UTF-8 whatever the locale, so that {@code LC_ALL=C} does not turn names into question
     * marks.
     *
     * @param mode when color is used
     * @param quiet whether progress is omitted
     * @param environment the process's environment, which may forbid color
     */
    public static Console system(ColorMode mode, boolean quiet, Map<String, String> environment) {
        boolean capable = !environment.containsKey("CI") && !"dumb".equals(environment.get("TERM"));
        boolean redraws = capable && isTerminal(2);
        boolean color = switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> redraws && isTerminal(1) && !environment.containsKey("NO_COLOR");
        };
        return new Console(
                writer(FileDescriptor.out), writer(FileDescriptor.err), color, redraws, quiet, width(environment));
    }

    /**
     * The same terminal for a command that has its own wishes.
     *
     * @param mode when color is used; {@link ColorMode#AUTO} leaves it as it is
     * @param silent whether progress is omitted
     */
    public Console with(ColorMode mode, boolean silent) {
        boolean colored = switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> color;
        };
        return new Console(results, terminal, colored, redraws, silent, width);
    }

    /** {@code System.console()} cannot tell which of the streams is a terminal, and what it answers changed with Java 22. */
    private static boolean isTerminal(int descriptor) {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        OutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (!columns.matches("[0-9]{1,4}")) {
            return DEFAULT_WIDTH;
        }
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, Integer.parseInt(columns)));
    }

    /** Where results go. */
    public PrintWriter out() {
        return out;
    }

    /** Where everything else goes. */
    public PrintWriter err() {
        return err;
    }

    /** How many columns there are. */
    public int width() {
        return width;
    }

    /** Whether progress may draw over its own line. */
    boolean redraws() {
        return redraws;
    }

    /** Whether color is used. */
    public boolean color() {
        return color;
    }

    /** A line of results. */
    public void result(String line) {
        out.println(line);
        out.flush();
    }

    /** A line of progress; left out when quiet. */
    public synchronized void progress(String line) {
        if (!quiet) {
            clear();
            err.println(line);
            err.flush();
        }
    }

    /**
     * A line that is drawn over by the next one; only where that is possible. A terminal may be narrower than anybody says, so it is told to
     * cut the line off at its edge: a line that went on below could not be drawn over.
     */
    public synchronized void redraw(String line) {
        if (!quiet && redraws) {
            String shown = line.length() < width ? line : line.substring(0, width - 1);
            terminal.print(CLEAR + (shown.isEmpty() ? "" : NO_WRAP));
            printableErr.beginLine();
            err.print(shown);
            err.flush();
            terminal.print(shown.isEmpty() ? "" : WRAP);
            terminal.flush();
            redrawn = !shown.isEmpty();
        }
    }

    private void clear() {
        if (redrawn) {
            redraw("");
        }
    }

    /** A warning or an error; never left out. */
    public synchronized void warn(String text) {
        clear();
        text.lines().forEach(err::println);
        err.flush();
    }

    /** The text in a style, if color is used. */
    public String styled(Style style, String text) {
        return color ? style.mark + text + Style.END : text;
    }

    /** How text is set off. */
    public enum Style {
        /** What matters. */
        BOLD('\uFDD0', "\033[1m"),
        /** What is beside the point. */
        FAINT('\uFDD1', "\033[2m"),
        /** Good. */
        GREEN('\uFDD2', "\033[32m"),
        /** Half. */
        YELLOW('\uFDD3', "\033[33m"),
        /** Bad. */
        RED('\uFDD4', "\033[31m"),
        /** Open. */
        CYAN('\uFDD5', "\033[36m");

        /**
         * Characters that Unicode leaves to programs stand for the codes until all is made printable; so the codes can be told from a
         * stranger's.
         */
        private static final char END = '\uFDDF';

        private final char mark;
        private final String code;

        Style(char mark, String code) {
            this.mark = mark;
            this.code = code;
        }

        /** Whether a character is one of these, which take no column. */
        static boolean isMark(int c) {
            return code(c) != null;
        }

        /** The code that such a character stands for; null for any other. */
        static @Nullable String code(int c) {
            if (c == END) {
                return "\033[0m";
            }
            for (Style style : values()) {
                if (style.mark == c) {
                    return style.code;
                }
            }
            return null;
        }
    }
}
