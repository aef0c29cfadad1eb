package dev.assay.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.exec.ExecuteStreamHandler;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a {@link LineProtocolProcess}. Unlike Commons Exec's own handler it leaves the child's input open. Output is read ahead into a queue,
 * because Commons Exec closes the stream when the child ends and lines not yet received would be lost.
 */
final class LineProtocolStreams implements ExecuteStreamHandler {
    private static final int ERRORS_KEPT_BYTES = 1 << 16;

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    private final Tail errors = new Tail(ERRORS_KEPT_BYTES);
    private volatile boolean ended;
    private volatile @Nullable OutputStream stdin;
    private volatile @Nullable Pump stdoutPump;
    private volatile @Nullable Pump stderrPump;

    OutputStream stdin() {
        OutputStream stream = stdin;
        if (stream == null) {
            throw new IllegalStateException("the child has not been started");
        }
        return stream;
    }

    @Nullable
    String nextLine() throws InterruptedException {
        return passedOn(ended ? Optional.empty() : lines.take());
    }

    @Nullable
    String nextLine(Duration patience) throws InterruptedException, TimeoutException {
        if (ended) {
            return null;
        }
        // a duration beyond the range of nanoseconds becomes the longest that there is
        Optional<String> line = lines.poll(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
        if (line == null) {
            throw new TimeoutException();
        }
        return passedOn(line);
    }

    /** The end is put back, so that every further call sees it too. */
    private @Nullable String passedOn(Optional<String> line) {
        if (line.isEmpty()) {
            ended = true;
            lines.add(line);
        }
        return line.orElse(null);
    }

    String errors() {
        return errors.text();
    }

    @Override
    public void setProcessInputStream(OutputStream stream) {
        stdin = stream;
    }

    @Override
    public void setProcessOutputStream(InputStream stream) {
        Lines cutter = new Lines(line -> lines.add(Optional.of(line)), Integer.MAX_VALUE);
        stdoutPump = new Pump("conversation-stdout", stream, new Pump.Sink() {
            @Override
            public void write(byte[] bytes, int length) {
                cutter.write(bytes, length);
            }

            @Override
            public void end() {
                cutter.end();
                lines.add(Optional.empty());
            }
        });
    }

    @Override
    public void setProcessErrorStream(InputStream stream) {
        stderrPump = new Pump("conversation-stderr", stream, new Pump.Sink() {
            @Override
            public void write(byte[] bytes, int length) {
                errors.write(bytes, length);
            }

            @Override
            public void end() {
                // what was kept stays readable
            }
        });
    }

    /** The pumps run since they were given their streams. */
    @Override
    public void start() {}

    /** The child has ended: so has its talk, even if a stranger still holds its output open. */
    @Override
    public void stop() {
        await(stdoutPump);
        lines.add(Optional.empty());
        await(stderrPump);
    }

    private static void await(@Nullable Pump pump) {
        if (pump != null) {
            pump.awaitEnd();
        }
    }
}
