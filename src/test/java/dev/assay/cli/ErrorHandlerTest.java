package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.console.Console;
import dev.assay.model.AssayException.Usage;
import dev.assay.process.Threads;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorHandlerTest {
    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false, false, 80);

    /** Fails, or starts a thread or a hook that does and waits for what becomes of it. */
    static final class Failing {
        private Failing() {}

        public static void main(String[] args) {
            Console console = Console.system(Console.ColorMode.NEVER, false, Map.of());
            System.exit(ErrorHandler.guarded(console, () -> {
                if (args[0].equals("main")) {
                    throw new StackOverflowError("too deep");
                }
                if (args[0].equals("memory")) {
                    return new byte[Integer.MAX_VALUE - 8].length;
                }
                Thread failing = Threads.named("failing", () -> {
                    throw new StackOverflowError("too deep");
                });
                if (args[0].equals("hook")) {
                    Runtime.getRuntime().addShutdownHook(failing);
                    return 0;
                }
                failing.start();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    return 1;
                }
                return 0;
            }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thread", "hook", "main", "memory"})
    void aFaultOnAnyThreadEndsTheProcess(String where) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Failing.class.getName(),
                        where)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(70);
        assertThat(said)
                .contains(
                        where.equals("memory")
                                ? "assay: Java ran out of memory ("
                                : "assay: a bug in Assay: java.lang.StackOverflowError: too deep at [");
    }

    @Test
    void everyErrorIsAFaultInWords() {
        assertThat(ErrorHandler.report(console, new NoClassDefFoundError("a/B")))
                .isEqualTo(70);
        assertThat(ErrorHandler.report(console, new IllegalStateException("odd")))
                .isEqualTo(70);
        assertThat(ErrorHandler.report(console, new OutOfMemoryError("Java heap space")))
                .isEqualTo(70);
        assertThat(err.toString())
                .contains("a bug in Assay: java.lang.NoClassDefFoundError: a/B at [")
                .contains("Java ran out of memory (Java heap space). Give it more");
    }

    @Test
    void anExpectedFailureHasTheCodeOfItsKind() {
        assertThat(ErrorHandler.report(console, new Usage("give a number"))).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("assay: give a number\n");
    }

    /** Wherever it is noticed: in a walk through folders, or while a class is made ready. */
    @Test
    void whatTheSystemHasNoMoreOfIsNotAFault() {
        IOException tooMany = new FileSystemException("/a/b", null, "Too many open files");
        assertThat(ErrorHandler.report(console, new UncheckedIOException(tooMany)))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("Cannot access a file: /a/b: Too many open files. Raise the limit: ulimit -n 4096.");
        IOException full = new IOException("No space left on device");
        assertThat(ErrorHandler.report(
                        console, new ExceptionInInitializerError(new UncheckedIOException("fonts", full))))
                .isEqualTo(2);
        assertThat(ErrorHandler.report(console, new UncheckedIOException(new IOException("Stream closed"))))
                .as("our own")
                .isEqualTo(70);
    }

    /** Java fails by an error of its own where it cannot name the current folder. */
    @Test
    void aPathThatJavaCannotNameIsNotAFault() {
        Error error = new ExceptionInInitializerError(
                new java.nio.file.InvalidPathException("/tmp/\uFFFD", "Malformed input"));
        assertThat(ErrorHandler.report(console, error)).isEqualTo(2);
        assertThat(err.toString()).contains("Java cannot use the path '/tmp/\uFFFD'");
    }
}
