package dev.assay.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines of UTF-8, without their ends. */
final class Lines {
    private final Consumer<String> onLine;
    private final int longest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /**
     * @param onLine told of every line
     * @param longest how many bytes of a line are kept
     */
    Lines(Consumer<String> onLine, int longest) {
        this.onLine = onLine;
        this.longest = longest;
    }

    void write(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                emit();
            } else if (line.size() < longest) {
                line.write(bytes[i]);
            }
        }
    }

    /** Passes on what stands without a line end. */
    void end() {
        if (line.size() > 0) {
            emit();
        }
    }

    private void emit() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        onLine.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
