package dev.assay.console;

import dev.assay.console.Console.Style;
import dev.assay.model.ClaimResult;
import dev.assay.model.ClaimVerdict;
import dev.assay.model.CommandPair;
import dev.assay.model.Comparison;
import dev.assay.model.Estimate;
import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.Power;
import dev.assay.model.ProbeResult;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.SignificantDigits;
import dev.assay.model.Summary;
import dev.assay.model.TrialId;
import dev.assay.model.TrialResult;
import dev.assay.model.ValueFlag;
import dev.assay.model.Warning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run found, as a person reads it at its end: claims, means, failures, warnings. */
public final class RunSummaryPrinter {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int VERDICT = 17;
    private static final int CLAIM = 24;
    private static final int SUITE = 11;
    private static final int INDENT = 26;
    private static final int PAIR = 27;
    private static final int METRIC = 13;

    /** A whole catalogue has more trials near the floor than anybody reads. */
    private static final int MOST_NAMED = 6;

    private final Console console;
    private final RunResult result;

    private RunSummaryPrinter(Console console, RunResult result) {
        this.console = console;
        this.result = result;
    }

    /** Prints it. */
    public static void print(Console console, RunResult result) {
        RunSummaryPrinter outcome = new RunSummaryPrinter(console, result);
        if (result.header().comparesCommands()) {
            outcome.comparisons();
        } else {
            outcome.claims();
            outcome.probes();
            outcome.means();
            SteadyStateLines.print(console, result);
            outcome.nearFloor();
        }
        outcome.failures();
        outcome.warnings();
    }

    private void heading(String text) {
        console.result("");
        console.result(console.styled(Style.BOLD, text));
    }

    private void claims() {
        if (result.claims().isEmpty()) {
            return;
        }
        heading("Claims");
        for (ClaimResult claim : result.claims()) {
            if (claim.verdict() != ClaimVerdict.NOT_TESTED) {
                claim(claim);
            }
        }
        List<ClaimResult> open = result.claims().stream()
                .filter(claim -> claim.verdict() == ClaimVerdict.NOT_TESTED)
                .toList();
        if (!open.isEmpty()) {
            item("Not tested", Style.FAINT, TerminalText.count(open.size(), "claim"), "the report gives the reasons");
        }
    }

    private void claim(ClaimResult claim) {
        item(claim.verdict().title(), style(claim.verdict()), claim.claim().id(), claim.sentence() + lack(claim));
    }

    /** What it would have taken; the report has it of every claim. */
    private static String lack(ClaimResult claim) {
        Power power = claim.power();
        return claim.verdict() != ClaimVerdict.INCONCLUSIVE || power == null ? "" : " " + power.sentence();
    }

    private void item(String verdict, Style style, String name, String sentence) {
        String indent = "  " + " ".repeat(VERDICT + CLAIM);
        List<String> lines = TerminalText.wrapped(sentence, console.width() - indent.length());
        console.result("  " + console.styled(style, TerminalText.left(verdict, VERDICT))
                + TerminalText.left(name, CLAIM) + lines.get(0));
        lines.stream().skip(1).forEach(line -> console.result(indent + line));
    }

    private static Style style(ClaimVerdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> Style.GREEN;
            case SUPPORTED_OPEN, PARTLY -> Style.YELLOW;
            case REFUTED -> Style.RED;
            case INCONCLUSIVE -> Style.CYAN;
            case NOT_TESTED -> Style.FAINT;
        };
    }

    private void probes() {
        if (result.probes().isEmpty()) {
            return;
        }
        heading("Probes");
        long expected = result.probes().stream().filter(ProbeResult::asExpected).count();
        console.result("  " + expected + " of " + result.probes().size() + " as expected");
        for (ProbeResult probe : result.probes()) {
            if (!probe.asExpected()) {
                Style style = probe.outcome().missed() ? Style.FAINT : Style.YELLOW;
                item(probe.outcome().words(), style, probe.probe().id(), "expected: " + probe.expectedWords());
            }
        }
    }

    /** A line for each suite's speed and one for its memory, the two pairs side by side; the report has the other metrics. */
    private void means() {
        if (result.summaries().isEmpty()) {
            return;
        }
        heading("Geometric means, [95 % interval] or [low .. high]; above 1 the second is better");
        console.result(TerminalText.left("", INDENT) + TerminalText.left("Python / Rust", PAIR) + "Rust / C");
        result.summaries().stream().map(Summary::suite).distinct().forEach(suite -> {
            boolean work = mean(suite, Metric.WORK, Runtime.PYTHON).isPresent()
                    || mean(suite, Metric.WORK, Runtime.RUST).isPresent();
            line(suite, work ? Metric.WORK : Metric.WALL);
            line(suite, Metric.PEAK);
        });
    }

    private void line(String suite, Metric metric) {
        Optional<Summary> python = mean(suite, metric, Runtime.PYTHON);
        Optional<Summary> rust = mean(suite, metric, Runtime.RUST);
        if (python.isPresent() || rust.isPresent()) {
            String pythonToRust = python.map(mean -> figure(mean.estimate())).orElse("");
            String rustToC = rust.map(mean -> figure(mean.estimate())).orElse("");
            String left = TerminalText.left("  " + TerminalText.left(suite, SUITE) + metric.title(), INDENT);
            console.result((left + TerminalText.left(pythonToRust, PAIR) + rustToC).stripTrailing());
        }
    }

    private Optional<Summary> mean(String suite, Metric metric, Runtime baseline) {
        return result.summaries().stream()
                .filter(summary -> summary.suite().equals(suite)
                        && summary.metric() == metric
                        && summary.baseline().runtime() == baseline)
                .findFirst();
    }

    /** Programs so short that any process's cost is a good part of their wall time. */
    private void nearFloor() {
        List<String> near = result.trials().stream()
                .filter(trial -> trial.has(Metric.WALL, ValueFlag.NEAR_FLOOR))
                .map(trial -> trial.trial().id().toString())
                .toList();
        if (!near.isEmpty()) {
            heading("Near the noise floor (process start-up is a tenth or more of the wall time)");
            String named = near.size() <= MOST_NAMED
                    ? String.join(", ", near)
                    : near.size() + " trials, such as " + String.join(", ", near.subList(0, MOST_NAMED))
                            + "; marked in the report";
            TerminalText.wrapped(named, console.width() - 2).forEach(line -> console.result("  " + line));
        }
    }

    private void comparisons() {
        List<TrialResult> pair = result.trials();
        heading(
                pair.stream()
                                .anyMatch(trial ->
                                        CommandPair.isNamed(trial.trial().id()))
                        ? named(pair.get(0)) + " / " + named(pair.get(1)) + " (above 1 " + named(pair.get(1))
                                + " is better)"
                        : "Baseline / contender (above 1 the contender is better)");
        if (result.comparisons().isEmpty()) {
            console.result("  Nothing to compare: a command failed, or too little was measured.");
        }
        int metrics = TerminalText.columns(
                result.comparisons().stream().map(each -> each.metric().title()), METRIC);
        int figures = TerminalText.columns(result.comparisons().stream().map(each -> figure(each.estimate())), PAIR);
        for (Comparison comparison : result.comparisons()) {
            console.result("  " + TerminalText.left(comparison.metric().title(), metrics)
                    + TerminalText.left(figure(comparison.estimate()), figures) + words(comparison));
            reservations(comparison, metrics + 2);
        }
    }

    /** What is to be said of a difference all the same. */
    private void reservations(Comparison comparison, int indent) {
        boolean shown =
                comparison.verdict() == Comparison.Verdict.BETTER || comparison.verdict() == Comparison.Verdict.WORSE;
        if (shown && !comparison.reasons().isEmpty()) {
            TerminalText.wrapped(String.join("; ", comparison.reasons()), console.width() - indent)
                    .forEach(line -> console.result(" ".repeat(indent) + line));
        }
    }

    private static String named(TrialResult trial) {
        return CommandPair.name(trial.trial().id());
    }

    private static String words(Comparison comparison) {
        TrialId id = comparison.contender();
        String contender = CommandPair.isNamed(id) ? CommandPair.name(id) : "the contender";
        return switch (comparison.verdict()) {
            case BETTER -> contender + " is " + comparison.metric().better();
            case WORSE -> contender + " is " + comparison.metric().worse();
            case DIFFERENT, EQUIVALENT, UNCLEAR -> comparison.verdict().title();
            case INCONCLUSIVE -> comparison.verdict().title() + ": " + String.join("; ", comparison.reasons());
        };
    }

    static String figure(Estimate estimate) {
        Interval interval = estimate.at95();
        return number(estimate.value()) + "x"
                + (interval == null
                        ? ""
                        : " [" + number(interval.low()) + between(estimate) + number(interval.high()) + "]");
    }

    private static String between(Estimate estimate) {
        return estimate.kind() == Estimate.Kind.CONFIDENCE ? ", " : " .. ";
    }

    private static String number(double ratio) {
        return SignificantDigits.shown(ratio, SIGNIFICANT_DIGITS);
    }

    private void failures() {
        List<TrialResult> failed = result.trials().stream()
                .filter(trial -> trial.status() == TrialResult.Status.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            heading("Failed");
            for (TrialResult trial : failed) {
                console.result(
                        "  " + console.styled(Style.RED, trial.trial().id().toString()) + " " + trial.reason());
            }
        }
    }

    /** What is grave in full. Hints about the machine as it stands are the same after every run, so they are only named. */
    private void warnings() {
        Set<Warning> standing = Stream.concat(Stream.of(result.header().environment()), result.environments().stream())
                .flatMap(machine -> machine.warnings().stream())
                .filter(warning -> !warning.misleads())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Warning warning : result.warnings()) {
            if (standing.contains(warning)) {
                continue;
            }
            List<String> lines = TerminalText.wrapped(warning.problem() + " " + warning.advice(), console.width() - 9);
            console.warn(console.styled(Style.YELLOW, "warning: ") + lines.get(0));
            lines.stream().skip(1).forEach(line -> console.warn("         " + line));
        }
        if (!standing.isEmpty()) {
            String names = standing.stream().map(Warning::code).distinct().collect(Collectors.joining(", "));
            String text = "Settings of this machine add noise (" + names + "); see the report or 'doctor'.";
            TerminalText.wrapped(text, console.width())
                    .forEach(line -> console.warn(console.styled(Style.FAINT, line)));
        }
    }
}
