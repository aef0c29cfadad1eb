package dev.assay.run;

import dev.assay.FiguresBuilder;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.Exit;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.SamplingMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A meter that starts nothing: a script says what each program would print and how it would end. */
final class FakeMeter implements Meter {
    /** What a program would have done. */
    record Deed(String stdout, String stderr, Exit exit, boolean meterDies) {
        static Deed good() {
            return new Deed("42\n", "work_ns=1000\n", exited(0), false);
        }

        static Deed printing(String stdout) {
            return new Deed(stdout, "work_ns=1000\n", exited(0), false);
        }

        static Deed saying(String stderr, int code) {
            return new Deed("42\n", stderr, exited(code), false);
        }

        static Deed ending(Exit exit) {
            return new Deed("", "", exit, false);
        }

        static Deed losingTheMeter() {
            return new Deed("", "", exited(0), true);
        }

        private static Exit exited(int code) {
            return new Exit(Exit.Reason.EXITED, code, null, null, null);
        }
    }

    /** The peak of a program whose memory is followed, such that every one is the same. */
    static final long PEAK = 2_000_000;

    final List<MeterRequest> requests = new ArrayList<>();
    /** How many processes each row was to have. */
    final List<Integer> rows = new ArrayList<>();

    boolean closed;
    int renewed;
    /** What following a program's memory gives; a test may put something else. */
    Function<MeterRequest, ProcessMeasurements> followed = request -> peak(PEAK);

    private final Function<MeterRequest, Deed> script;

    /** How long a process takes in timing mode. */
    ToLongFunction<MeterRequest> wallNs = request -> 5_000_000;

    FakeMeter(Function<MeterRequest, Deed> script) {
        this.script = script;
    }

    @Override
    public List<MeterRecord> measureRow(List<MeterRequest> row) throws Lost {
        rows.add(row.size());
        return Meter.super.measureRow(row);
    }

    @Override
    public MeterRecord measure(MeterRequest request) throws Lost {
        requests.add(request);
        Deed deed = script.apply(request);
        try {
            if (deed.meterDies()) {
                // the real one has made this file before it starts a program
                Files.writeString(request.stdout(), "");
                throw new Lost("the meter died");
            }
            Files.writeString(request.stdout(), deed.stdout());
            Files.writeString(request.stderr(), deed.stderr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (request.mode() == SamplingMode.MEMORY) {
            return new MeterRecord(followed.apply(request), deed.exit(), 50_000, 10_000L);
        }
        ProcessMeasurements figures = new FiguresBuilder()
                .wall((double) wallNs.applyAsLong(request))
                .cpu(3_000_000, 1_000_000)
                .peak(2_000_000, PeakQuality.RUSAGE)
                .faults(100)
                .switches(1, 0)
                .survivors(0)
                .build();
        return new MeterRecord(figures, deed.exit(), 50_000, 10_000L);
    }

    /** Figures of memory mode, which has no times: an exact peak of a single process. */
    static ProcessMeasurements peak(long bytes) {
        return new FiguresBuilder()
                .peak((double) bytes, PeakQuality.EXACT)
                .quantum(0)
                .tree((double) bytes, (double) bytes)
                .processes(1)
                .survivors(0)
                .build();
    }

    @Override
    public void renew() {
        renewed++;
    }

    @Override
    public void close() {
        closed = true;
    }
}
