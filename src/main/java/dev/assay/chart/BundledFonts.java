package dev.assay.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Makes the JDK find the bundled fonts as its logical ones. On Linux it asks fontconfig for these before it makes any font, even one from a stream, and fails
 * where there is none, as in small containers. A font configuration file of our own spares it the question, and makes figures the same everywhere.
 */
final class BundledFonts {
    /** Where the fonts lie among the resources. */
    static final String FOLDER = "/dev/assay/fonts/";

    static final String PLAIN = "DejaVuSans.ttf";
    static final String BOLD = "DejaVuSans-Bold.ttf";

    private static final String PROPERTY = "sun.awt.fontconfig";

    private BundledFonts() {}

    /** Must be called before anything of AWT makes a font; does nothing on other systems, which always have fonts, or where the user names a configuration. */
    static void install() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("assay-fonts");
            folder.toFile().deleteOnExit();
            Path plain = extract(folder, PLAIN);
            Path bold = extract(folder, BOLD);
            Path file = folder.resolve("fontconfig.properties");
            Files.writeString(file, configuration(plain, bold));
            file.toFile().deleteOnExit();
            System.setProperty(PROPERTY, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts of figures cannot be written to the temporary folder", e);
        }
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
