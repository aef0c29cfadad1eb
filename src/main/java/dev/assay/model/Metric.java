package dev.assay.model;

/** A figure of one process, or one derived from the processes of one block. */
public enum Metric {
    /** Wall time from just before the fork to the moment the process was reaped, nanoseconds. */
    WALL("wall", "wall time", "ns", false),
    /** User and system time, nanoseconds. */
    CPU("cpu", "CPU time", "ns", false),
    /** The program's own time around its work, nanoseconds. */
    WORK("work", "work time", "ns", false),
    /** Peak resident memory of the largest process, bytes. */
    PEAK("peak", "peak memory", "B", false),
    /** Peak resident memory of the whole process tree, bytes. */
    TREE_PEAK("treePeak", "peak memory of the tree", "B", false),
    /** Work time with one thread over work time with T. */
    SPEEDUP("speedup", "speed-up", "x", true),
    /** Speed-up over the number of threads. */
    EFFICIENCY("efficiency", "efficiency", "", true),
    /** CPU time over wall time: how many cores were busy. */
    PARALLELISM("parallelism", "CPU time per wall time", "", true),
    /** Size of the executable, bytes. */
    BINARY_BYTES("binaryBytes", "binary size", "B", false),
    /** Compressed size of the program's text, bytes. */
    SOURCE_BYTES("sourceBytes", "program size", "B", false),
    /** The 99.9th percentile of the steps that a program times over their median. */
    PAUSE("pause", "ratio of 99.9th percentile to median step", "x", false),
    /** Units of work a second: the size over the work time. */
    RATE("rate", "rate", "1/s", true),
    /** The median latency of a server at a fixed rate of requests, nanoseconds. */
    LATENCY_P50("latencyP50", "median latency", "ns", false),
    /** The 99th percentile of these latencies, nanoseconds. */
    LATENCY_P99("latencyP99", "99th percentile of latency", "ns", false),
    /** The 99.9th percentile of these latencies, nanoseconds. */
    LATENCY_P999("latencyP999", "99.9th percentile of latency", "ns", false),
    /** CPU time of a server for one request, nanoseconds. */
    REQUEST_CPU("requestCpu", "CPU time per request", "ns", false),
    /** Peak resident memory of a server before it is loaded, bytes. */
    IDLE_PEAK("idlePeak", "peak memory before load", "B", false),
    /** Time from the start of a server to its first answer, nanoseconds. */
    FIRST_ANSWER("firstAnswer", "time to first answer", "ns", false),
    /** How much the peak of a program grows with each element that it makes, bytes: the slope over several counts. */
    ELEMENT_BYTES("elementBytes", "memory per element", "B", false);

    private final String id;
    private final String title;
    private final String unit;
    private final boolean higherIsBetter;

    Metric(String id, String title, String unit, boolean higherIsBetter) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
    }

    /** The name for readers. */
    public String title() {
        return title;
    }

    /** The unit of stored values: {@code ns}, {@code B}, {@code x}, {@code 1/s} or none. */
    public String unit() {
        return unit;
    }

    /** Whether more is better; such a metric is inverted before two sides are compared. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** What the side with less of a cost, or more of anything else, is: {@code faster}, {@code smaller} or {@code better}. */
    public String better() {
        return switch (unit) {
            case "ns" -> "faster";
            case "B" -> "smaller";
            default -> "better";
        };
    }

    /** What the other side is: {@code slower}, {@code larger} or {@code worse}. */
    public String worse() {
        return switch (unit) {
            case "ns" -> "slower";
            case "B" -> "larger";
            default -> "worse";
        };
    }

    /** Whether it rests on a clock, and so on how noisy the session was; bytes do not. */
    public boolean timed() {
        return !unit.equals("B");
    }

    @Override
    public String toString() {
        return id;
    }
}
