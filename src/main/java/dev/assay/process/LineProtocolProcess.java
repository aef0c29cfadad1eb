package dev.assay.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A talk, line by line and in UTF-8, with a child that lives long.
 *
 * <p>One thread sends and receives; any other, a shutdown hook above all, may {@link #close} at any time. What the child writes to its standard
 * error is read all the while and its end is kept.
 */
public final class LineProtocolProcess implements AutoCloseable {
    /** How long a child may take to end after its input has: it may have programs of its own to end first. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration AFTER_KILL = Duration.ofSeconds(2);

    private final Child child;
    private final LineProtocolStreams streams;
    private final ReentrantLock writing = new ReentrantLock();

    private final Duration grace;

    private LineProtocolProcess(Child child, LineProtocolStreams streams, Duration grace) {
        this.child = child;
        this.streams = streams;
        this.grace = grace;
    }

    /**
     * Starts the child.
     *
     * @param argv the program, as an absolute path, and its arguments
     * @param environment every variable it sees
     * @param directory where it runs
     * @throws UncheckedIOException with the system's words if it cannot be started
     */
    public static LineProtocolProcess start(List<String> argv, Map<String, String> environment, Path directory) {
        return start(argv, environment, directory, GRACE);
    }

    /** With another time to end in; for tests. */
    static LineProtocolProcess start(
            List<String> argv, Map<String, String> environment, Path directory, Duration grace) {
        LineProtocolStreams streams = new LineProtocolStreams();
        try {
            return new LineProtocolProcess(Child.start(argv, environment, directory, streams), streams, grace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a line.
     *
     * @param line without its end
     * @throws UncheckedIOException if the child no longer listens
     */
    public void send(String line) {
        writing.lock();
        try {
            streams.stdin().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            streams.stdin().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Waits for the next line.
     *
     * @return the line without its end; null once the child has closed its output and every line was received
     * @throws UncheckedIOException if the thread is interrupted; it stays so
     */
    public @Nullable String receive() {
        try {
            return streams.nextLine();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /**
     * Waits for the next line, but not for ever.
     *
     * @param patience how long
     * @return as {@link #receive()}
     * @throws TimeoutException if neither a line nor the end came in that time
     * @throws UncheckedIOException if the thread is interrupted; it stays so
     */
    public @Nullable String receive(Duration patience) throws TimeoutException {
        try {
            return streams.nextLine(patience);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static UncheckedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new InterruptedIOException("interrupted while waiting for an answer"));
    }

    /** The end of what the child wrote to its standard error so far; all of it once the talk is closed. */
    public String errors() {
        return streams.errors();
    }

    /** Whether the child still runs. */
    public boolean alive() {
        return child.process().isAlive();
    }

    /** The child's process id. */
    public long pid() {
        return child.process().pid();
    }

    /**
     * Ends the talk: the child's input ends, it has some seconds to end too, and then it is killed with everything that it started. Every thread
     * that calls this returns only when the child is gone or, if interrupted, killed; so it may be called twice and by two threads.
     */
    @Override
    public void close() {
        try {
            if (endInput() && child.endsWithin(grace)) {
                return;
            }
            ProcessTree.kill(child.process());
            child.endsWithin(AFTER_KILL);
        } catch (InterruptedException e) {
            ProcessTree.kill(child.process());
            Thread.currentThread().interrupt();
        }
    }

    /** Closing a stream waits for whoever writes to it; a child that does not read would make that forever. */
    private boolean endInput() throws InterruptedException {
        if (!writing.tryLock(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            streams.stdin().close();
        } catch (IOException e) {
            // the child closed its end first: it has its end of input
            return true;
        } finally {
            writing.unlock();
        }
        return true;
    }
}
