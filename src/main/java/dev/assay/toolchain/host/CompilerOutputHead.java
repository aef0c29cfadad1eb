package dev.assay.toolchain.host;

import dev.assay.text.Truncation;
import java.util.List;

/** The beginning of what a compiler says: enough for a reader, whatever it says. */
public final class CompilerOutputHead {
    private static final int MOST_LINES = 24;
    private static final int MOST_LETTERS = 300;

    private CompilerOutputHead() {}

    public static String cut(String text) {
        List<String> lines = text.strip().lines().limit(MOST_LINES + 1L).toList();
        String shown = String.join(
                "\n",
                lines.stream()
                        .limit(MOST_LINES)
                        .map(line -> Truncation.start(line, MOST_LETTERS))
                        .toList());
        return lines.size() > MOST_LINES ? shown + "\n..." : shown;
    }
}
