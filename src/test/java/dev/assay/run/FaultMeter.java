package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterRecord;
import dev.assay.meter.MeterRequest;
import dev.assay.model.run.SamplingMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The real meter, but hostile programs alone get their row's limits, so that no slowness of the machine makes a well-behaved one fail. It
 * notes what a program left in its folder, before that is emptied.
 */
final class FaultMeter implements Meter {
    /** In the environment of hostile programs and of all that they start; every row has a value of its own. */
    static final String MARK = "ASSAY_FAULT";

    private final Meter real;
    private final SamplingMode mode;
    private final Fault fault;
    private final Set<String> left = new HashSet<>();

    FaultMeter(Meter real, SamplingMode mode, Fault fault) {
        this.real = real;
        this.mode = mode;
        this.fault = fault;
    }

    @Override
    public MeterRecord measure(MeterRequest request) throws Lost {
        if (!request.environment().containsKey(MARK)) {
            return real.measure(with(request, request.limits()));
        }
        try {
            return hostile(request);
        } finally {
            lookInto(request.directory());
        }
    }

    private MeterRecord hostile(MeterRequest request) throws Lost {
        Limits limits = fault.limits();
        MeterRecord reading = real.measure(with(request, limits));
        while (fault.hangs() && !cameToItsPoint(request.stdout())) {
            limits = Fault.longer(limits);
            reading = real.measure(with(request, limits));
        }
        return reading;
    }

    private MeterRequest with(MeterRequest request, Limits limits) {
        return new MeterRequest(
                mode,
                request.argv(),
                request.environment(),
                request.directory(),
                request.stdin(),
                request.stdout(),
                request.stderr(),
                limits,
                request.counters(),
                request.cpus(),
                request.inherit());
    }

    private static boolean cameToItsPoint(Path stdout) {
        try {
            return Files.readString(stdout).contains("ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookInto(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            files.forEach(file -> left.add(String.valueOf(file.getFileName())));
        } catch (IOException e) {
            // the program has deleted it: then it holds nothing
        }
    }

    /** Names in the program's folder when it had ended. */
    Set<String> left() {
        return left;
    }

    @Override
    public void renew() {
        real.renew();
    }

    /** The meter goes on to the next row. */
    @Override
    public void close() {}
}
