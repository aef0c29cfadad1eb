package dev.assay.analysis.change;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.LayoutSpread;
import dev.assay.analysis.estimate.LayoutSpread.Layouts;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.NoiseCheck;
import dev.assay.analysis.estimate.ReferenceProgram;
import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.ProgramIdentity;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import dev.assay.model.result.Noise;
import dev.assay.model.result.TrialResult.Status;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.stats.Bounds;
import dev.assay.stats.IntervalEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the history keeps of a run. A time enters as its ratio to the pinned reference, the canary's program, within each block: a machine
 * that is faster tonight does not look like faster programs. A peak of memory enters as it is.
 */
public final class HistoryEntryBuilder {
    /** The option that names the run whose suspicions a run looks at once more. */
    public static final String CONFIRM = "confirm";

    private static final int HASH = 12;

    private final IndexedRecording indexed;

    private HistoryEntryBuilder(IndexedRecording indexed) {
        this.indexed = indexed;
    }

    /** The night that a run was; empty for one that is partial, or that compared the user's commands. */
    public static Optional<HistoryEntry> summarize(Recording recording) {
        return recording.partial() || recording.header().comparesCommands()
                ? Optional.empty()
                : Optional.of(new HistoryEntryBuilder(new IndexedRecording(recording)).night());
    }

    private HistoryEntry night() {
        RunHeader header = indexed.header();
        Environment machine = header.environment();
        Noise noise = NoiseCheck.check(indexed);
        return new HistoryEntry(
                header.id(),
                header.startedAt(),
                header.profile(),
                header.options().get(CONFIRM),
                machine.cpuModel(),
                machine.cores(),
                machine.fingerprint().memoryGib(),
                reference(header),
                versions(header),
                noise.canaryPassed(),
                noise.resolution(),
                figures());
    }

    private Map<String, String> versions(RunHeader header) {
        Map<String, String> versions = new TreeMap<>();
        for (Toolchain toolchain : header.toolchains()) {
            versions.merge(toolchain.runtime().toString(), toolchain.version(), (one, other) -> one + ", " + other);
        }
        versions.put(HistoryEntry.KERNEL, header.environment().os());
        versions.put(HistoryEntry.ASSAY, header.assayVersion());
        String library = header.environment().facts().get(HistoryEntry.LIBRARY);
        if (library != null) {
            versions.put(HistoryEntry.LIBRARY, library);
        }
        String build = build(header);
        if (build != null) {
            versions.put(HistoryEntry.REFERENCE, build);
        }
        return versions;
    }

    /** The canary's program as the trial that it is beside being the canary; where it is none, by the canary's own name. */
    private static @Nullable TrialId reference(RunHeader header) {
        if (header.subject().canary().isEmpty()) {
            return null;
        }
        TrialId canary = header.subject().canary().get(0).id();
        Optional<String> started = executable(header);
        return header.trials().stream()
                .filter(trial -> trial.command() != null && started.equals(Optional.of(trial.program())))
                .map(Trial::id)
                .filter(id -> id.runtime() == canary.runtime())
                .findFirst()
                .map(id -> new TrialId(id.workload(), id.runtime(), id.variant(), canary.size(), canary.threads()))
                .orElse(canary);
    }

    private static Optional<String> executable(RunHeader header) {
        return header.subject().canary().stream()
                .flatMap(trial -> Stream.ofNullable(trial.command()))
                .map(command -> command.argv().get(0))
                .findFirst();
    }

    /** The beginning of its hash: who looks at it wants to know whether it is another one. */
    private static @Nullable String build(RunHeader header) {
        return executable(header).stream()
                .flatMap(path -> Optional.ofNullable(header.programs().get(path)).stream())
                .filter(hash -> hash.length() >= HASH && !hash.equals(RunHeader.UNREADABLE))
                .map(hash -> hash.substring(0, HASH))
                .findFirst()
                .orElse(null);
    }

    private List<HistoryPoint> figures() {
        List<TrialSamples> measured = indexed.trials().stream()
                .filter(trial -> trial.status() == Status.OK)
                .toList();
        LayoutSpread spread = LayoutSpread.of(measured.stream()
                .flatMap(trial -> layouts(trial).stream())
                .map(List::of)
                .toList());
        List<HistoryPoint> figures = new ArrayList<>();
        for (TrialSamples trial : measured) {
            String program = ProgramIdentity.of(indexed.header(), trial.trial()).key();
            Stream.concat(time(trial, spread).stream(), memory(trial).stream())
                    .map(figure -> figure.of(program))
                    .forEach(figures::add);
        }
        return figures;
    }

    /** The program's own time where it reports it, else the wall time. */
    private static Metric timed(TrialSamples trial) {
        return trial.trial().workTime() ? Metric.WORK : Metric.WALL;
    }

    private static Optional<Layouts> layouts(TrialSamples trial) {
        BlockSeries own = BlockSeries.of(trial.counted(), timed(trial), SamplingMode.TIMING);
        return own.isEmpty() ? Optional.empty() : Optional.of(Layouts.of(trial, own, timed(trial)));
    }

    /** Its interval is for whatever layouts: a program that changes has new ones. */
    private Optional<HistoryPoint> time(TrialSamples trial, LayoutSpread spread) {
        Metric metric = timed(trial);
        BlockSeries own = BlockSeries.of(trial.counted(), metric, SamplingMode.TIMING);
        List<TrialSamples> pinned = indexed.canary();
        if (own.isEmpty() || pinned.isEmpty() || pinned.stream().anyMatch(each -> each.status() != Status.OK)) {
            return Optional.empty();
        }
        BlockSeries ratio = own.minus(ReferenceProgram.time(pinned, metric));
        if (ratio.isEmpty()) {
            return Optional.empty();
        }
        LogEstimate these = LogEstimate.of(ratio);
        IntervalEstimate across =
                spread.across(Objects.requireNonNull(these.location()), List.of(Layouts.of(trial, own, metric)));
        return Optional.of(
                tracked(trial, metric, new LogEstimate(these.value(), across, these.blocks(), these.kind())));
    }

    /** What a program of several processes holds together. A peak that was not followed is known in another way, and no change of a program. */
    private Optional<HistoryPoint> memory(TrialSamples trial) {
        Metric metric = trial.isTree() ? Metric.TREE_PEAK : Metric.PEAK;
        boolean followed = trial.counted(SamplingMode.MEMORY).stream().anyMatch(sample -> sample.value(metric) != null);
        LogEstimate peak = followed ? indexed.typical(trial, metric) : null;
        return Optional.ofNullable(peak).map(reading -> tracked(trial, metric, reading));
    }

    private static HistoryPoint tracked(TrialSamples trial, Metric metric, LogEstimate reading) {
        Bounds at95 = reading.interval(95);
        return new HistoryPoint(
                trial.id(),
                metric,
                reading.value(),
                at95 == null ? null : at95.low(),
                at95 == null ? null : at95.high(),
                reading.blocks());
    }
}
