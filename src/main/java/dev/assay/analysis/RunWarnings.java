package dev.assay.analysis;

import dev.assay.analysis.claim.FrozenRules;
import dev.assay.analysis.comparison.StopReasons;
import dev.assay.analysis.estimate.FollowedPeaks;
import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.OutsideWorkAudit;
import dev.assay.analysis.estimate.RatioText;
import dev.assay.analysis.estimate.TrialResults;
import dev.assay.analysis.estimate.ValueFlags;
import dev.assay.analysis.sample.SteadyStateDetection;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.Noise;
import dev.assay.model.ProbeResult;
import dev.assay.model.Recording;
import dev.assay.model.Rulebook;
import dev.assay.model.RunHeader;
import dev.assay.model.Runtime;
import dev.assay.model.Sample;
import dev.assay.model.SamplingMode;
import dev.assay.model.SteadyStateSummary;
import dev.assay.model.StopReason;
import dev.assay.model.TrialResult;
import dev.assay.model.TrialResult.Status;
import dev.assay.model.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that makes the figures of a run worse: what was noticed on the way, and what the analysis adds. */
final class RunWarnings {
    private static final int TOLERATED_PARTS = 10;

    private RunWarnings() {}

    /** The warnings, the analysis' own first, each once. */
    static List<Warning> of(
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
        ownCpu(indexed, noise, warnings);
        lost(recording, warnings);
        probes(recording, warnings);
        partial(recording, warnings);
        StopReasons.warn(header.stopping(), stops, warnings);
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
                                    first.message() + "; " + alike.size() + " looks at the machine told so",
                                    first.remedy(),
                                    first.severity()));
        });
    }

    private static void noise(Noise noise, Set<Warning> warnings) {
        if (Boolean.FALSE.equals(noise.canaryPassed())) {
            String resolution = RatioText.show(noise.resolution(), 1);
            warnings.add(Warning.grave(
                    "canary",
                    "One program measured against itself did not come out the same: this session cannot tell apart ratios closer than "
                            + resolution + ", and no verdict about time rests on less.",
                    "End other work on the machine, plug it in, wait until it has cooled down, and run again."));
        }
    }

    private static void failures(
            IndexedRecording indexed, Noise noise, List<TrialResult> trials, Set<Warning> warnings) {
        failure(noise.floor(), "there is no noise floor", warnings);
        indexed.canary().stream()
                .map(canary -> TrialResults.of(indexed, canary))
                .forEach(canary -> failure(canary, "how noisy the session was is not known", warnings));
        boolean compare = indexed.trials().stream().allMatch(trial -> trial.id().runtime() == Runtime.COMMAND);
        trials.forEach(trial -> failure(
                trial,
                compare
                        ? "the two commands cannot be compared"
                        : trial.trial().id().workload() + " is left out of every mean that needs it",
                warnings));
    }

    private static void failure(TrialResult result, String consequence, Set<Warning> warnings) {
        if (result.status() == Status.FAILED) {
            warnings.add(
                    Warning.grave(
                            "trial-failed",
                            result.trial().id() + ": " + result.reason() + "; " + consequence + ".",
                            "Run the program by hand with the command in the report, mend it, and measure again; the other workloads are not affected."));
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
                            "The CPU time of some processes reads zero, so these trials have no figure of it: "
                                    + String.join(", ", trials) + ".",
                            "Take a profile with larger sizes: the system counts CPU time in steps that such short processes fit between."));
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
                "These programs fail when they are followed for their memory, and run well by themselves. Their peaks are the kernel's"
                        + " ru_maxrss, which is no smaller than that of the meter: ",
                "A program that traces others (a debugger, strace, LeakSanitizer) or gets another user's rights cannot be followed;"
                        + " --no-trace does not try.",
                warnings);
        say(
                trials,
                true,
                "followed-otherwise",
                "These programs held clearly more or clearly less memory when they were followed for it than when they were timed. The ends of"
                        + " threads and processes come later then, and a debugger cannot trace its program. Their peaks are the kernel's"
                        + " ru_maxrss of the timed processes: ",
                "Nothing is to be mended.",
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
                    "Some programs ended before processes that they had started, which were ended for them and whose cost is not in all"
                            + " figures: " + String.join(", ", trials) + ".",
                    "Let the program wait for what it starts before it ends."));
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
                    "The CPU time of these trials is incomplete, for " + ValueFlags.WHY_INCOMPLETE + ": "
                            + String.join(", ", trials) + ".",
                    "Let the program wait for what it starts, and not ignore the signal SIGCHLD."));
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
                            + " times in a process, so what looks steady is not known to be: "
                            + String.join(", ", seldom)
                            + ".",
                    "Let them repeat it more often: 'repeat' in the manifest."));
        }
        List<String> trials = indexed.trials().stream()
                .filter(SteadyStateDetection::isUnsteady)
                .map(trial -> trial.id().toString())
                .toList();
        if (!trials.isEmpty()) {
            warnings.add(new Warning(
                    "unsteady",
                    "Most processes of these trials did not settle while they repeated their work, so the last quarter of the repetitions"
                            + " stands for a steady one: " + String.join(", ", trials) + ".",
                    "Measure on a quieter machine, or let them repeat it more often: 'repeat' in the manifest."));
        }
    }

    /** A single disturbed sample, or one in ten, does not move a typical value so that it shows; more may. */
    private static void ownCpu(IndexedRecording indexed, Noise noise, Set<Warning> warnings) {
        List<String> trials = new ArrayList<>();
        for (TrialSamples trial : indexed.trials()) {
            List<Sample> timed = trial.counted(SamplingMode.TIMING);
            long disturbed = timed.stream()
                    .filter(sample -> sample.disturbed(noise.handlingNs()))
                    .count();
            if (disturbed > 1 && disturbed * TOLERATED_PARTS > timed.size()) {
                trials.add(trial.id() + " (" + disturbed + " of " + timed.size() + ")");
            }
        }
        if (!trials.isEmpty()) {
            warnings.add(
                    new Warning(
                            "own-cpu",
                            "While these trials ran, harness and meter used more than 1 % of the wall time beyond what they need for any process,"
                                    + " in so many of the processes: " + String.join(", ", trials) + ".",
                            "Leave a processor to the harness: measure with fewer threads than there are processors, and end other work on the machine."));
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
                            + "; what it measured just then is missing, and the run went on with a new one.",
                    "Find out what ended it: the program itself, or a memory limit; 'dmesg' may show it."));
        }
    }

    private static void probes(Recording recording, Set<Warning> warnings) {
        for (ProbeResult result : recording.probes()) {
            String id = result.probe().id();
            if (result.outcome().missed()) {
                warnings.add(
                        new Warning(
                                "probe-missed",
                                "The probe " + id + " came to no outcome (" + result.outcome() + "): " + result.reason()
                                        + "; what rests on it is not tested.",
                                "The report has its program and how it was called: mend what is in the way, and run it again."));
            } else if (!result.asExpected()) {
                warnings.add(
                        new Warning(
                                "probe-changed",
                                "The probe " + id + " came out as '" + result.words() + "'"
                                        + (result.tool().isEmpty() ? "" : " with " + result.tool()) + "; expected was '"
                                        + result.expectedWords() + "'.",
                                "Read its message in the report: either the language has changed, and with it the evidence, or the program has to be mended."));
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
                    "The run ended before its plan was done" + reason
                            + ": the figures rest on the blocks that were finished.",
                    recording.header().comparesCommands()
                            ? "Run it again."
                            : "Let it go on with --resume, or run it again."));
        }
    }
}
