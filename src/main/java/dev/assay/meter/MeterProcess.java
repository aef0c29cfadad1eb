package dev.assay.meter;

import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.run.Exit;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.process.LineProtocolProcess;
import dev.assay.process.OrphanReaper;
import dev.assay.process.RunToken;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The meter as a process of its own, one for a whole run, and a second one beside it while memory is followed. What it starts carries the token of this process, by which that is found and ended which a meter that
 * died has left running.
 */
public final class MeterProcess implements Meter {
    /** Beyond a request's limits: the 10 seconds for which a meter tries to end what cannot be ended, and 30 for a machine that is slow. */
    private static final Duration MARGIN = Duration.ofSeconds(10 + 30);

    /** How long a line may be ({@code MAX_LINE_BYTES} in the meter): a longer one is skipped there, and refused without its id. */
    private static final int MOST_BYTES = 1 << 20;

    /** What a pipe holds. */
    private static final int PIPE_BYTES = 1 << 16;

    private static final int E2BIG = 7;

    private final Path executable;
    private final Path directory;
    private final Duration margin;
    private final RunToken token = RunToken.own();
    private final Object life = new Object();
    private @Nullable LineProtocolProcess conversation;
    private @Nullable Capabilities abilities;
    private @Nullable MeterProcess beside;
    private boolean closed;
    private long lastId;

    /**
     * A meter that is started by the first request.
     *
     * @param executable the built meter
     * @param directory where it runs
     */
    public MeterProcess(Path executable, Path directory) {
        this(executable, directory, MARGIN);
    }

    /** With another time beyond a request's limits after which a meter that does not answer is given up; for tests. */
    MeterProcess(Path executable, Path directory, Duration margin) {
        this.executable = executable;
        this.directory = directory;
        this.margin = margin;
    }

    /** Loads the classes that read and write the lines of a conversation. */
    public static void preload() {
        Protocol.preload();
    }

    @Override
    public MeterRecord measure(MeterRequest request) throws Lost {
        return measureRow(List.of(request)).get(0);
    }

    @Override
    public List<MeterRecord> measureRow(List<MeterRequest> requests) throws Lost {
        LineProtocolProcess meter = running();
        List<String> lines = lines(requests);
        if (lines.isEmpty()) {
            return List.of(tooBig(bytes(line(requests.get(0), lastId + 1, false))));
        }
        Duration patience = requests.stream()
                .limit(lines.size())
                .map(request -> patience(request.limits()))
                .reduce(Duration.ZERO, Duration::plus)
                .plus(margin);
        List<MeterRecord> records = new ArrayList<>();
        String row = String.join("\n", lines);
        for (int i = 0; i < lines.size(); i++) {
            String answer;
            try {
                answer = answer(meter, i == 0 ? row : null, patience);
            } catch (TimeoutException e) {
                throw gone(meter, "the meter did not answer within " + patience.toSeconds() + " s and was killed");
            }
            if (answer == null) {
                throw gone(meter, "the meter died");
            }
            MeterRecord record = record(meter, ++lastId, answer);
            if (record != null) {
                records.add(record);
            }
        }
        return records;
    }

    private @Nullable MeterRecord record(LineProtocolProcess meter, long id, String answer) throws Lost {
        try {
            return Protocol.readRecord(id, answer);
        } catch (Lost e) {
            forget(meter);
            throw e;
        }
    }

    /** The lines of a row: as many as the pipe to the meter takes at once, so that this JVM sleeps while they run; none if the first is too long. */
    private List<String> lines(List<MeterRequest> requests) {
        List<String> lines = new ArrayList<>();
        int sum = 0;
        for (MeterRequest request : requests) {
            String line = line(request, lastId + 1 + lines.size(), lines.size() + 1 < requests.size());
            int bytes = bytes(line);
            sum += bytes + 1;
            if (bytes > MOST_BYTES || (!lines.isEmpty() && sum > PIPE_BYTES)) {
                break;
            }
            lines.add(line);
        }
        int last = lines.size() - 1;
        if (last >= 0 && last + 1 < requests.size()) {
            lines.set(last, line(requests.get(last), lastId + 1 + last, false));
        }
        return lines;
    }

    private String line(MeterRequest request, long id, boolean more) {
        return Protocol.request(id, request.with(RunToken.VARIABLE, token.toString()), more);
    }

    private static int bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * What the meter can do here; it is started for that if it does not run.
     *
     * @throws MeterFailure if it cannot be started
     */
    public Capabilities abilities() {
        synchronized (life) {
            running();
            return Objects.requireNonNull(abilities, "a running meter has sent its first line");
        }
    }

    /** The same as if the system had found it too big, whose limit is a little higher: the program is not run, and the run goes on. */
    private static MeterRecord tooBig(int bytes) {
        String message = "the arguments and the environment together are " + bytes
                + " bytes in the request to the meter, more than " + MOST_BYTES;
        Exit exit = new Exit(Exit.Reason.LAUNCH_FAILED, E2BIG, null, null, message);
        return new MeterRecord(ProcessMeasurements.NONE, exit, 0, null);
    }

    /** The grace time counts twice: for the program, and then for what it leaves. */
    private static Duration patience(Limits limits) {
        return limits.timeout().plus(limits.grace().multipliedBy(2));
    }

    private Lost gone(LineProtocolProcess meter, String how) {
        OrphanReaper.Swept swept = forget(meter);
        String words = meter.errors().strip();
        return new Lost(how
                + (words.isEmpty() ? "" : ": " + words)
                + (swept.nothing() ? "" : "; of the processes it had started, " + swept.describe()));
    }

    /** The next answer; the first one of a row after its requests are sent. */
    private static @Nullable String answer(LineProtocolProcess meter, @Nullable String requests, Duration patience)
            throws TimeoutException {
        try {
            if (requests != null) {
                meter.send(requests);
            }
            return meter.receive(patience);
        } catch (UncheckedIOException e) {
            // it no longer listens: the same as an answer that never comes
            return null;
        }
    }

    /** Outside the lock the conversation may already be closing: sending and receiving then find its end, which is what is wanted. */
    private LineProtocolProcess running() {
        synchronized (life) {
            if (closed) {
                throw interrupted();
            }
            LineProtocolProcess current = conversation;
            if (current == null) {
                current = start();
                conversation = current;
            }
            return current;
        }
    }

    private LineProtocolProcess start() {
        LineProtocolProcess started;
        try {
            started = LineProtocolProcess.start(List.of(executable.toString()), Map.of(), directory);
        } catch (UncheckedIOException e) {
            throw new MeterFailure(
                    "The meter " + executable + " cannot be started (" + e.getMessage() + "). " + Protocol.BUILD_ANEW);
        }
        String greeting = started.receive();
        if (greeting == null) {
            String words = started.errors().strip();
            started.close();
            throw new MeterFailure("The meter " + executable + " ended at once" + (words.isEmpty() ? "" : ": " + words)
                    + ". If the message names a system call, the container's seccomp filter blocks it: allow it, or run outside the"
                    + " container. Otherwise: " + Protocol.BUILD_ANEW);
        }
        abilities = Protocol.greeting(greeting);
        return started;
    }

    /** With the meter goes what it started, as far as the meter did not see to that itself. */
    private OrphanReaper.Swept forget(LineProtocolProcess lost) {
        synchronized (life) {
            conversation = null;
        }
        lost.close();
        return OrphanReaper.of(token);
    }

    @Override
    public Meter beside() {
        synchronized (life) {
            if (closed) {
                throw interrupted();
            }
            MeterProcess other = beside == null ? new MeterProcess(executable, directory, margin) : beside;
            beside = other;
            return other;
        }
    }

    private static MeterFailure interrupted() {
        return new MeterFailure("The meter was stopped because the run was interrupted.");
    }

    @Override
    public void renew() {
        end(false);
    }

    @Override
    public void close() {
        end(true);
    }

    private void end(boolean forGood) {
        LineProtocolProcess current;
        MeterProcess other;
        synchronized (life) {
            closed |= forGood;
            current = conversation;
            conversation = null;
            other = beside;
        }
        if (other != null) {
            other.end(forGood);
        }
        if (current != null) {
            current.close();
        }
    }
}
