package dev.assay.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.exec.ExecuteStreamHandler;
import org.jspecify.annotations.Nullable;

/** Keeps what a command writes, and gives it no input. */
final class Capture implements ExecuteStreamHandler {
    private static final int LIMIT_BYTES = 1 << 20;
    private static final int LONGEST_LINE_BYTES = 1 << 16;

    private final Tail stdout = new Tail(LIMIT_BYTES);
    private final Tail stderr = new Tail(LIMIT_BYTES);
    private final Object lineLock = new Object();
    private final @Nullable Consumer<String> onLine;
    private final List<Pump> pumps = new ArrayList<>();

    Capture(@Nullable Consumer<String> onLine) {
        this.onLine = onLine;
    }

    CommandResult finished(CommandResult.Outcome outcome, @Nullable Integer exitCode) {
        return new CommandResult(
                outcome, exitCode, stdout.text(), stderr.text(), stdout.truncated() || stderr.truncated(), null);
    }

    @Override
    public void setProcessInputStream(OutputStream stdinOfChild) throws IOException {
        stdinOfChild.close();
    }

    @Override
    public void setProcessOutputStream(InputStream stream) {
        pumps.add(new Pump("command-stdout", stream, sink(stdout)));
    }

    @Override
    public void setProcessErrorStream(InputStream stream) {
        pumps.add(new Pump("command-stderr", stream, sink(stderr)));
    }

    /** The pumps run since they were given their streams. */
    @Override
    public void start() {}

    @Override
    public void stop() {
        pumps.forEach(Pump::awaitEnd);
    }

    private Pump.Sink sink(Tail tail) {
        Consumer<String> listener = onLine;
        if (listener == null) {
            return new Keep(tail, new Lines(line -> {}, 0));
        }
        return new Keep(
                tail,
                new Lines(
                        line -> {
                            synchronized (lineLock) {
                                listener.accept(line);
                            }
                        },
                        LONGEST_LINE_BYTES));
    }

    /** Keeps the bytes and cuts them into lines. */
    private record Keep(Tail tail, Lines lines) implements Pump.Sink {
        @Override
        public void write(byte[] bytes, int length) {
            tail.write(bytes, length);
            lines.write(bytes, length);
        }

        @Override
        public void end() {
            lines.end();
        }
    }
}
