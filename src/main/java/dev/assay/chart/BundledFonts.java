package dev.assay.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JDK find the bundled fonts as its logical ones. On Linux it asks fontconfig for these before it makes any font, even one from a stream, and fails
 * where there is none, as in small containers. A font configuration file of our own spares it the question, and makes figures the same everywhere.
 */
final class BundledFonts {
    /** Where the fonts lie among the resources. */
    static final String FOLDER = "/dev/assay/fonts/";

    static final String PLAIN = "DejaVuSans.ttf";
    static final String BOLD = "DejaVuSans-Bold.ttf";

    private static final String PREFIX = "assay-fonts-";
    private static final Pattern OWNER = Pattern.compile(PREFIX + "([0-9]{1,10})-.*");
    private static final String CONFIGURATION = "fontconfig.properties";

    private static final String PROPERTY = "sun.awt.fontconfig";

    private static volatile @Nullable Path extracted;

    private BundledFonts() {}

    /** Where a font lies as a file, which spares Java a copy of its own; null where none was put. */
    static @Nullable Path file(String name) {
        Path folder = extracted;
        return folder == null ? null : folder.resolve(name);
    }

    /** Must be called before anything of AWT makes a font; does nothing on other systems, which always have fonts, or where the user names a configuration. */
    static void install() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            Path folder =
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
            folder.toFile().deleteOnExit();
            clear(Objects.requireNonNull(folder.getParent()));
            Path plain = extract(folder, PLAIN);
            Path bold = extract(folder, BOLD);
            Path file = folder.resolve(CONFIGURATION);
            Files.writeString(file, configuration(plain, bold));
            file.toFile().deleteOnExit();
            System.setProperty(PROPERTY, file.toString());
            extracted = folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts of the charts cannot be written to the temporary folder", e);
        }
    }

    /**
     * Takes away what processes have left that were killed. Processes of a container may share the folder and not be seen, so only what is old
     * goes; and only the files that are put there.
     */
    static void clear(Path temporary) {
        Instant before = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isAbandoned(folder, before)) {
                    for (String name : List.of(PLAIN, BOLD, CONFIGURATION)) {
                        Files.deleteIfExists(folder.resolve(name));
                    }
                    Files.deleteIfExists(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // somebody else's, or gone: it disturbs nobody
        }
    }

    private static boolean isAbandoned(Path folder, Instant before) throws IOException {
        Matcher owner = OWNER.matcher(String.valueOf(folder.getFileName()));
        return owner.matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(folder).toInstant().isBefore(before)
                && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty();
    }

    private static Path extract(Path folder, String name) throws IOException {
        Path target = folder.resolve(name);
        try (InputStream in = BundledFonts.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("the font " + name + " is not among the resources");
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        target.toFile().deleteOnExit();
        return target;
    }

    private static String configuration(Path plain, Path bold) {
        StringBuilder lines = new StringBuilder("version=1\nsequence.allfonts=latin-1\n");
        for (String name : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
            for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
                String font = style.startsWith("bold") ? xlfd("bold") : xlfd("medium");
                lines.append(name + "." + style + ".latin-1=" + font + "\n");
            }
        }
        lines.append("filename." + key("medium") + "=" + escaped(plain) + "\n");
        lines.append("filename." + key("bold") + "=" + escaped(bold) + "\n");
        return lines.toString();
    }

    /** The JDK names fonts here as X servers do. */
    private static String xlfd(String weight) {
        return "-misc-dejavu sans-" + weight + "-r-normal--*-%d-*-*-p-*-iso10646-1";
    }

    private static String key(String weight) {
        return xlfd(weight).replace(' ', '_');
    }

    private static String escaped(Path path) {
        return path.toString().replace("\\", "\\\\");
    }
}
