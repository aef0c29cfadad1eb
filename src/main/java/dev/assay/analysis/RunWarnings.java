package dev.assay.analysis;

import dev.assay.analysis.claim.FrozenRules;
import dev.assay.analysis.comparison.StopReasons;
import dev.assay.analysis.estimate.FollowedPeaks;
import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.OutsideWorkAudit;
import dev.assay.analysis.estimate.TrialResults;
import dev.assay.analysis.estimate.ValueFlags;
import dev.assay.analysis.sample.SteadyStateDetection;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.result.Noise;
import dev.assay.model.result.SteadyStateSummary;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.TrialResult.Status;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StopReason;
import dev.assay.text.NameList;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that makes the figures of a run worse: what was noticed on the way, and what the analysis adds. */
final class RunWarnings {
    private RunWarnings() {}

    /** The warnings, the analysis' own first, each once. */
    static List<Warning> collect(
            Recording recording,
            IndexedRecording indexed,
            Noise noise,
            List<TrialResult> trials,
            List<StopReason> stops,
            Rulebook rules) {
        RunHeader header = recording.header();
        Set<Warning> warnings = new LinkedHashSet<>();
        noise(noise, warnings);
        FrozenRules.warn(header, rules, warnings);
        failures(indexed, noise, trials, warnings);
        coarseClock(indexed, warnings);
        survivors(indexed, warnings);
        incompleteCpu(indexed, warnings);
        unfollowed(indexed, warnings);
        unsteady(indexed, warnings);
        OutsideWorkAudit.warn(indexed, warnings);
        OwnCpuCheck.warn(indexed, noise, warnings);
        ServiceWarnings.warn(recording, warnings);
        lost(recording, warnings);
        probes(recording, warnings);
        partial(recording, warnings);
        StopReasons.warn(header.sampling().stopping(), stops, warnings);
        RunGaps.warn(recording, warnings);
        warnings.addAll(header.warnings());
        header.toolchains().forEach(toolchain -> warnings.addAll(toolchain.warnings()));
        warnings.addAll(header.environment().warnings());
        machine(recording, warnings);
        return new ArrayList<>(warnings);
    }

    /** What several looks at the machine during a run told, but for a figure with decimals, is told once: by the first, with their number. */
    private static void machine(Recording recording, Set<Warning> warnings) {
        Map<String, List<Warning>> later = recording.laterEnvironments().stream()
                .flatMap(environment -> environment.warnings().stream())
                .filter(warning -> !warnings.contains(warning))
                .collect(Collectors.groupingBy(
                        warning -> warning.code() + warning.message().replaceAll("[0-9]+\\.[0-9]+", ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        later.values().forEach(alike -> {
            Warning first = alike.get(0);
            warnings.add(
                    alike.size() == 1
                            ? first
                            : new Warning(
                                    first.code(),
                                    first.message() + "; " + alike.size() + " checks of the machine found this",
                                    first.remedy(),
                                    first.severity()));
        });
    }

    private static void noise(Noise noise, Set<Warning> warnings) {
        if (Boolean.FALSE.equals(noise.canaryPassed())) {
            String resolution = NumberText.format(noise.resolution(), 1);
            warnings.add(Warning.grave(
                    "canary",
                    "The A/A check failed: one program, measured twice, differed from itself. This run cannot distinguish time"
                            + " ratios below "
                            + resolution + ", and gives no verdict about smaller ones.",
                    "Stop other work on the machine, plug it in, let it cool down, and run again."));
        }
    }

    private static void failures(
            IndexedRecording indexed, Noise noise, List<TrialResult> trials, Set<Warning> warnings) {
        failure(noise.floor(), "there is no noise floor", warnings);
        indexed.canary().stream()
                .map(canary -> TrialResults.summarize(indexed, canary))
                .forEach(canary -> failure(canary, "the noise of the session is unknown", warnings));
        boolean compare = indexed.trials().stream().allMatch(trial -> trial.id().runtime() == Runtime.COMMAND);
        trials.forEach(trial -> failure(
                trial,
                compare
                        ? "the two commands cannot be compared"
                        : trial.trial().id().workload() + " is missing from every mean that needs it",
                warnings));
    }

    private static void failure(TrialResult result, String consequence, Set<Warning> warnings) {
        if (result.status() == Status.FAILED) {
            warnings.add(
                    Warning.grave(
                            "trial-failed",
                            result.trial().id() + ": " + result.reason() + "; " + consequence + ".",
                            "Run the program with the command in the report, fix it, and measure again; the other workloads are not affected."));
        }
    }

    private static void coarseClock(IndexedRecording indexed, Set<Warning> warnings) {
        List<String> trials = indexed.trials().stream()
                .filter(trial -> trial.counted().stream().anyMatch(RunWarnings::readsNoCpu))
                .map(trial -> trial.id().toString())
                .toList();
        if (!trials.isEmpty()) {
            warnings.add(
                    new Warning(
                            "cpu-clock",
                            "Some processes show a CPU time of zero, so these trials have no CPU time: "
                                    + NameList.first(trials) + ".",
                            "Use a profile with larger sizes: such short processes end between two ticks at which the system counts CPU time."));
        }
    }

    /** Whose peaks come from the timed processes, though others were followed for theirs. */
    private static void unfollowed(IndexedRecording indexed, Set<Warning> warnings) {
        List<TrialSamples> trials =
                indexed.trials().stream().filter(FollowedPeaks::isReplaced).toList();
        say(
                trials,
                false,
                "unfollowable",
                "These programs fail when they are traced for their memory, and succeed otherwise. Their peaks come from the"
                        + " kernel's ru_maxrss, which is never below that of the meter: ",
                "A program that traces others (a debugger, strace, LeakSanitizer) or changes its user cannot be traced;"
                        + " --no-trace skips the attempt.",
                warnings);
        say(
                trials,
                true,
                "followed-otherwise",
                "These programs used clearly more or less memory when they were traced than when they were timed. Under"
                        + " tracing, threads and processes end later, and a debugger cannot trace its program. Their peaks come from the"
                        + " kernel's ru_maxrss of the timed processes: ",
                "Nothing needs to be fixed.",
                warnings);
    }

    private static void say(
            List<TrialSamples> trials,
            boolean followed,
            String code,
            String message,
            String remedy,
            Set<Warning> warnings) {
        String names = trials.stream()
                .filter(trial -> trial.samples().stream().anyMatch(FollowedPeaks::isFollowed) == followed)
                .map(trial -> trial.id().toString())
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            warnings.add(new Warning(code, message + names + ".", remedy));
        }
    }

    /** What lives on after its parent is ended by the meter; its time and memory are in no figure. */
    private static void survivors(IndexedRecording indexed, Set<Warning> warnings) {
        List<String> trials = indexed.trials().stream()
                .filter(trial -> trial.samples().stream().anyMatch(RunWarnings::leftSomebody))
                .map(trial -> trial.id().toString())
                .toList();
        if (!trials.isEmpty()) {
            warnings.add(Warning.grave(
                    "survivors",
                    "Some programs left child processes running. Assay killed them, and their cost is not fully counted: "
                            + NameList.first(trials) + ".",
                    "Make the program wait for its child processes before it ends."));
        }
    }

    private static void incompleteCpu(IndexedRecording indexed, Set<Warning> warnings) {
        List<String> trials = indexed.trials().stream()
                .filter(TrialSamples::losesCpu)
                .map(trial -> trial.id().toString())
                .toList();
        if (!trials.isEmpty()) {
            warnings.add(new Warning(
                    "cpu-incomplete",
                    "The CPU time of these trials is incomplete, because " + ValueFlags.WHY_INCOMPLETE + ": "
                            + NameList.first(trials) + ".",
                    "Make the program wait for its child processes, and do not let it ignore SIGCHLD."));
        }
    }

    private static void unsteady(IndexedRecording indexed, Set<Warning> warnings) {
        List<String> seldom = indexed.trials().stream()
                .filter(SteadyStateDetection::isUnknown)
                .map(trial -> trial.id().toString())
                .toList();
        if (!seldom.isEmpty()) {
            warnings.add(new Warning(
                    "not-known-to-be-steady",
                    "These trials repeat their work fewer than " + SteadyStateSummary.FEWEST
                            + " times per process, too few to detect a steady state: "
                            + NameList.first(seldom)
                            + ".",
                    "Increase 'repeat' in the manifest."));
        }
        List<String> trials = indexed.trials().stream()
                .filter(SteadyStateDetection::isUnsteady)
                .map(trial -> trial.id().toString())
                .toList();
        if (!trials.isEmpty()) {
            warnings.add(new Warning(
                    "unsteady",
                    "Most processes of these trials reached no steady state, so the last quarter of their repetitions is used: "
                            + NameList.first(trials) + ".",
                    "Measure on a quieter machine, or increase 'repeat' in the manifest."));
        }
    }

    private static void lost(Recording recording, Set<Warning> warnings) {
        Map<String, Long> trials = recording.samples().stream()
                .filter(Sample::lost)
                .collect(Collectors.groupingBy(
                        sample -> sample.trial().toString(), LinkedHashMap::new, Collectors.counting()));
        long lost = trials.values().stream().mapToLong(Long::longValue).sum();
        if (lost > 0) {
            String with = trials.entrySet().stream()
                    .map(trial -> trial.getKey() + (trial.getValue() == 1 ? "" : " (" + trial.getValue() + ")"))
                    .collect(Collectors.joining(", "));
            warnings.add(new Warning(
                    "meter-lost",
                    "The meter was lost " + (lost == 1 ? "once" : lost + " times") + ", with " + with
                            + "; that process is missing, and the run continued with a new meter.",
                    "Find out what killed it: the program itself, or a memory limit; 'dmesg' may show it."));
        }
    }

    private static void probes(Recording recording, Set<Warning> warnings) {
        for (ProbeResult result : recording.probes()) {
            String id = result.probe().id();
            if (result.outcome().missed()) {
                warnings.add(new Warning(
                        "probe-missed",
                        "The probe " + id + " has no outcome (" + result.outcome() + "): " + result.reason()
                                + "; what depends on it is not tested.",
                        "The report shows its program and command: fix the cause, and run it again."));
            } else if (!result.asExpected()) {
                warnings.add(
                        new Warning(
                                "probe-changed",
                                "The probe " + id + " was '" + result.words() + "'"
                                        + (result.tool().isEmpty() ? "" : " with " + result.tool()) + "; expected: '"
                                        + result.expectedWords() + "'.",
                                "Read its message in the report. Either the language changed, and with it the evidence, or the program must be fixed."));
            }
        }
    }

    private static boolean leftSomebody(Sample sample) {
        Integer survivors = sample.figures().survivors();
        return survivors != null && survivors > 0;
    }

    private static boolean readsNoCpu(Sample sample) {
        Double cpu = sample.mode() == SamplingMode.TIMING ? sample.value(Metric.CPU) : null;
        return cpu != null && cpu == 0;
    }

    private static void partial(Recording recording, Set<Warning> warnings) {
        if (recording.partial()) {
            Recording.End end = recording.end();
            String reason = end == null || end.reason() == null ? "" : " (" + end.reason() + ")";
            warnings.add(new Warning(
                    "partial",
                    "The run ended before it was complete" + reason + ". Results are based on the finished blocks.",
                    recording.header().comparesCommands()
                            ? "Run it again."
                            : "Resume it with --resume, or run it again."));
        }
    }
}
