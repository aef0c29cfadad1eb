package dev.assay;

import dev.assay.model.run.Counter;
import dev.assay.model.run.CpuTime;
import dev.assay.model.run.MemoryUsage;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a process, of which a test names those that it is about. */
public final class FiguresBuilder {
    private @Nullable Long wallNs;
    private @Nullable Long userNs;
    private @Nullable Long systemNs;
    private @Nullable Long taskClockNs;
    private @Nullable Boolean cpuComplete;
    private @Nullable Long peakBytes;
    private @Nullable PeakQuality peakQuality;
    private @Nullable Long peakQuantumBytes;
    private @Nullable Long treePeakLowBytes;
    private @Nullable Long treePeakHighBytes;
    private @Nullable Integer processes;
    private @Nullable Long minorFaults;
    private @Nullable Long voluntarySwitches;
    private @Nullable Long involuntarySwitches;
    private @Nullable Integer survivors;
    private Map<String, Counter> counters = Map.of();

    public FiguresBuilder wall(double ns) {
        wallNs = Math.round(ns);
        return this;
    }

    public FiguresBuilder cpu(double user, double system) {
        userNs = Math.round(user);
        systemNs = Math.round(system);
        return this;
    }

    public FiguresBuilder taskClock(double ns, boolean complete) {
        taskClockNs = Math.round(ns);
        cpuComplete = complete;
        return this;
    }

    public FiguresBuilder cpuComplete(boolean complete) {
        cpuComplete = complete;
        return this;
    }

    public FiguresBuilder peak(double bytes, PeakQuality quality) {
        peakBytes = Math.round(bytes);
        peakQuality = quality;
        return this;
    }

    public FiguresBuilder quantum(long bytes) {
        peakQuantumBytes = bytes;
        return this;
    }

    public FiguresBuilder tree(double low, double high) {
        treePeakLowBytes = Math.round(low);
        treePeakHighBytes = Math.round(high);
        return this;
    }

    public FiguresBuilder processes(int number) {
        processes = number;
        return this;
    }

    public FiguresBuilder switches(long voluntary, long involuntary) {
        voluntarySwitches = voluntary;
        involuntarySwitches = involuntary;
        return this;
    }

    public FiguresBuilder faults(long minor) {
        minorFaults = minor;
        return this;
    }

    public FiguresBuilder survivors(int number) {
        survivors = number;
        return this;
    }

    public FiguresBuilder counters(Map<String, Counter> byName) {
        counters = byName;
        return this;
    }

    public ProcessMeasurements build() {
        return new ProcessMeasurements(
                wallNs,
                new CpuTime(userNs, systemNs, taskClockNs, cpuComplete),
                new MemoryUsage(peakBytes, peakQuality, peakQuantumBytes, treePeakLowBytes, treePeakHighBytes),
                processes,
                minorFaults,
                minorFaults == null ? null : 0L,
                voluntarySwitches,
                involuntarySwitches,
                survivors,
                counters);
    }
}
