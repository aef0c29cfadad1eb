package dev.assay.console;

import dev.assay.chart.ComparedRuns;
import dev.assay.console.Console.Style;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Power;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.TrialId;
import dev.assay.text.Plurals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run found, as a person reads it at its end: claims, means, failures, warnings. */
public final class RunSummaryPrinter {
    private static final int VERDICT = 17;
    private static final int NAME = 24;
    private static final int METRIC = 13;
    private static final int PAIR = 27;
    private static final int INDENT = 2;
    /** A whole catalog has more trials near the floor than anybody reads. */
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
            outcome.services();
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
        List<List<String>> rows = new ArrayList<>(tested(false));
        long open = result.claims().stream()
                .filter(claim -> claim.verdict() == ClaimVerdict.NOT_TESTED)
                .count();
        if (open > 0) {
            rows.add(List.of(
                    console.styled(Style.FAINT, "Not tested"),
                    Plurals.count(open, "claim"),
                    "the report gives the reasons"));
        }
        rows(rows, VERDICT, NAME);
        List<List<String>> beyond = tested(true);
        if (!beyond.isEmpty()) {
            heading("Beyond the article");
            rows(beyond, VERDICT, NAME);
        }
    }

    private List<List<String>> tested(boolean ours) {
        return result.claims().stream()
                .filter(claim -> claim.claim().isOurs() == ours && claim.verdict() != ClaimVerdict.NOT_TESTED)
                .map(claim -> List.of(
                        console.styled(style(claim.verdict()), claim.verdict().title()),
                        claim.claim().id(),
                        claim.sentence() + lack(claim)))
                .toList();
    }

    /** What it would have taken; the report has it of every claim. */
    private static String lack(ClaimResult claim) {
        Power power = claim.power();
        return claim.verdict() != ClaimVerdict.INCONCLUSIVE || power == null ? "" : " " + power.sentence();
    }

    private void rows(List<List<String>> rows, int... least) {
        Columns columns = new Columns(console.width(), INDENT, rows, least);
        rows.forEach(row -> columns.lines(row).forEach(console::result));
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
        List<List<String>> rows = new ArrayList<>();
        for (ProbeResult probe : result.probes()) {
            if (!probe.asExpected()) {
                Style style = probe.outcome().missed() ? Style.FAINT : Style.YELLOW;
                rows.add(List.of(
                        console.styled(style, probe.outcome().words()),
                        probe.probe().id(),
                        "expected: " + probe.expectedWords()));
            }
        }
        rows(rows, VERDICT, NAME);
    }

    private void means() {
        if (!result.summaries().isEmpty()) {
            heading(MeansTable.TITLE);
            MeansTable.lines(console.width(), result).forEach(console::result);
        }
    }

    private void services() {
        List<String> lines = ServicesTable.lines(console.width(), result);
        if (!lines.isEmpty()) {
            heading(ServicesTable.TITLE);
            lines.forEach(console::result);
        }
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
        boolean servers = pair.stream().allMatch(trial -> trial.trial().service());
        if (servers && pair.stream().anyMatch(trial -> trial.status() == TrialResult.Status.OK)) {
            List<List<String>> rows = ServicesTable.pair(pair);
            Columns columns = new Columns(console.width(), 0, rows, METRIC, PAIR);
            heading(String.join("\n", columns.lines(rows.get(0))));
            rows.stream().skip(1).flatMap(row -> columns.lines(row).stream()).forEach(console::result);
        }
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
        List<List<String>> rows = result.comparisons().stream()
                .map(each -> List.of(
                        servers
                                ? ServicesTable.title(each.metric())
                                : each.metric().title(),
                        each.estimate().ratio().toString(),
                        words(each)))
                .toList();
        Columns columns = new Columns(console.width(), INDENT, rows, METRIC, PAIR);
        for (int i = 0; i < rows.size(); i++) {
            columns.lines(rows.get(i)).forEach(console::result);
            reservations(result.comparisons().get(i));
        }
        result.comparisons().stream()
                .flatMap(comparison -> ComparedRuns.of(result, comparison).stream())
                .findFirst()
                .ifPresent(runs -> TerminalText.wrapped(runs.words(), console.width() - INDENT)
                        .forEach(line -> console.result("  " + console.styled(Style.FAINT, line))));
    }

    /** What is to be said of a difference all the same. */
    private void reservations(Comparison comparison) {
        boolean shown =
                comparison.verdict() == Comparison.Verdict.BETTER || comparison.verdict() == Comparison.Verdict.WORSE;
        if (shown && !comparison.reasons().isEmpty()) {
            String indent = " ".repeat(INDENT + METRIC);
            TerminalText.wrapped(String.join("; ", comparison.reasons()), console.width() - indent.length())
                    .forEach(line -> console.result(indent + line));
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
