package dev.assay.chart;

import dev.assay.text.Truncation;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bundled DejaVu Sans: figures look the same everywhere, on machines without any font too. */
final class Fonts {
    private static final Font PLAIN = load(BundledFonts.PLAIN);
    private static final Font BOLD = load(BundledFonts.BOLD);

    private Fonts() {}

    /** The plain font at a size in points. */
    static Font plain(double size) {
        return PLAIN.deriveFont((float) size);
    }

    /** The bold font at a size in points. */
    static Font bold(double size) {
        return BOLD.deriveFont((float) size);
    }

    /** How wide a text is. */
    static double width(Font font, String text) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    /** The longest beginning of a text that is no wider, with an ellipsis when something was omitted. */
    static String fit(Font font, String text, double width) {
        int length = text.codePointCount(0, text.length());
        String fitting = Truncation.shorten(text, Math.min(length, 200));
        for (int most = Math.min(length, 200); most > 1 && width(font, fitting) > width; most--) {
            fitting = Truncation.shorten(text, most - 1);
        }
        return fitting;
    }

    /** The texts, none wider than that, and those that differ still do. */
    static List<String> fit(Font font, List<String> texts, double width) {
        int most = texts.stream().mapToInt(String::length).max().orElse(0);
        List<String> fitting = texts;
        while (most > 1 && fitting.stream().anyMatch(text -> width(font, text) > width)) {
            most--;
            fitting = Truncation.shorten(texts, most);
        }
        return fitting;
    }

    private static Font load(String name) {
        Path file = BundledFonts.file(name);
        if (file != null && Files.isReadable(file)) {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
            } catch (IOException | FontFormatException e) {
                // what is among the resources is whole
            }
        }
        try (InputStream in = Fonts.class.getResourceAsStream(BundledFonts.FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is not among the resources");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the bundled font " + name + " is damaged", e);
        }
    }
}
