package dev.assay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the documents, as tests read it.
 *
 * @param file where it is, from the project's root
 * @param text all of it
 */
public record MarkdownPage(Path file, String text) {
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

    /** Reads one. */
    public static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all tables whose first column has this title, each as its cells. */
    public List<List<String>> rows(String firstColumn) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            boolean row = line.startsWith("|");
            if (row && line.startsWith("| " + firstColumn + " |")) {
                inside = true;
            } else if (inside && row && !line.startsWith("|-")) {
                rows.add(cells(line));
            }
            inside &= row;
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String[] cells = line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
        return Arrays.stream(cells).map(String::strip).toList();
    }

    /** The lines without those of code, be it fenced or indented. */
    public List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean fenced = false;
        boolean blank = true;
        boolean indented = false;
        for (String line : text.lines().toList()) {
            boolean fence = line.startsWith("```");
            indented = line.startsWith("    ") && (blank || indented);
            fenced ^= fence;
            if (!fence && !fenced && !indented) {
                prose.add(line);
            }
            blank = line.isBlank();
        }
        return prose;
    }

    /** What its links and pictures point to. */
    public List<String> links() {
        return prose().stream()
                .map(line -> INLINE_CODE.matcher(line).replaceAll("code"))
                .collect(Collectors.joining("\n"))
                .transform(prose ->
                        LINK.matcher(prose).results().map(link -> link.group(1)).toList());
    }

    /** The anchors of its headings, as GitHub makes them. */
    public Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        for (String line : prose()) {
            if (line.startsWith("#")) {
                String title = line.replaceFirst("^#+ +", "").toLowerCase(Locale.ROOT);
                String anchor = NOT_IN_ANCHORS.matcher(title).replaceAll("").replace(' ', '-');
                String unique = anchor;
                for (int i = 1; !anchors.add(unique); i++) {
                    unique = anchor + "-" + i;
                }
            }
        }
        return anchors;
    }
}
