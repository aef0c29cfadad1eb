package dev.assay.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A thread that reads a stream to its end, so that a child never waits for a reader. */
final class Pump {
    /**
     * How long the end of a stream is waited for once its process is gone. Whatever the process left in the pipe is there by then; only a
     * stranger who inherited the stream keeps it open, and nobody waits for him.
     */
    private static final Duration AFTER_EXIT = Duration.ofSeconds(1);

    private final Thread thread;

    /** What is done with the bytes. */
    interface Sink {
        void write(byte[] bytes, int length);

        /** The stream has ended. */
        void end();
    }

    Pump(String name, InputStream stream, Sink sink) {
        thread = Threads.daemon(name, () -> copy(stream, sink));
        thread.start();
    }

    /** Waits a bounded time for the end of the stream. */
    void awaitEnd() {
        try {
            thread.join(AFTER_EXIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(InputStream stream, Sink sink) {
        byte[] buffer = new byte[8192];
        try (stream) {
            int length = stream.read(buffer);
            while (length >= 0) {
                sink.write(buffer, length);
                length = stream.read(buffer);
            }
        } catch (IOException e) {
            // a stream that was closed under the reader has ended like any other
            return;
        } finally {
            sink.end();
        }
    }
}
