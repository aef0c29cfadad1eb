package dev.assay.toolchain;

import dev.assay.process.Finished;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Asks a Python what it is. */
final class Interview {
    private final Host host;
    private final String script = resource("interpreter.py");

    Interview(Host host) {
        this.host = host;
    }

    /** Starts it with the question. Bytecode of what is asked is not written: it might be found by a measured program. */
    Finished ask(Path program) {
        return host.ask(List.of(program.toString(), "-B", "-c", script));
    }

    /** What it answered. */
    static Interpreter answer(Finished finished) {
        return Interpreter.of(Facts.parse(finished.stdout(), "\t"));
    }

    /** The text of a script among the resources. */
    static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Interview.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
