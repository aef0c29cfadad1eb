package dev.assay.run;

import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.ServiceFigures;
import dev.assay.model.run.StepTimes;
import dev.assay.model.run.Trial;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a process says of itself on its standard error.
 *
 * @param workTimes the times of its work, nanoseconds: as many as it says, or one more than it should
 * @param steps what it says of its steps; null for nothing
 * @param service what the client says of a server; null for nothing
 */
record SelfReport(
        List<Long> workTimes,
        @Nullable StepTimes steps,
        @Nullable ServiceFigures service) {
    /** It said nothing, or nobody asks. */
    static final SelfReport NONE = new SelfReport(List.of(), null, null);

    /** What stands in a standard error, or in the lines of it that may tell times. */
    static SelfReport read(Trial trial, String stderr) {
        return new SelfReport(
                SelfReportedTimes.work(stderr, trial.repeat()),
                SelfReportedTimes.steps(stderr),
                trial.service() ? SelfReportedTimes.service(stderr) : null);
    }

    /** The figures as they are kept. */
    ReportedTimes times(Trial trial) {
        boolean repeats = trial.repeats();
        return new ReportedTimes(
                !repeats && workTimes.size() == 1 ? workTimes.get(0) : null,
                repeats && workTimes.size() <= trial.repeat() ? workTimes : List.of(),
                steps,
                service);
    }

    /**
     * What is wrong with the report of a process that ended well; null when nothing is.
     *
     * @param wallNs its wall time, nanoseconds; null when nobody knows it
     */
    @Nullable
    String problem(Trial trial, @Nullable Long wallNs) {
        int wanted = trial.repeat();
        if (workTimes.size() != wanted) {
            return wanted == 1
                    ? "did not write exactly one line work_ns=<nanoseconds> to standard error"
                    : "wrote " + (workTimes.size() > wanted ? "more than " + wanted : workTimes.size())
                            + " lines work_ns=<nanoseconds> to standard error, but did its work " + wanted
                            + " times";
        }
        if (trial.service() && service == null) {
            return "did not write the figures of a service, each once, to standard error";
        }
        // a program may write what it likes, and the sum may be larger than any long
        BigInteger workNs = workTimes.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        return wallNs != null && workNs.compareTo(BigInteger.valueOf(wallNs)) > 0
                ? "reports a work time of " + workNs + " ns, more than its wall time of " + wallNs + " ns"
                : null;
    }
}
