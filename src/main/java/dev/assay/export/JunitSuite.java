package dev.assay.export;

import dev.assay.export.JunitCase.Ending;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Sample;
import dev.assay.text.Plurals;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The tests of one kind.
 *
 * @param name what kind
 * @param cases the tests
 */
record JunitSuite(String name, List<JunitCase> cases) {
    private static final double NS_PER_SECOND = 1e9;

    JunitSuite {
        cases = List.copyOf(cases);
    }

    /** A run's claims, probes, trials, and the run itself; those of the user's commands have no claims. */
    static List<JunitSuite> of(RunResult run) {
        return Stream.of(
                        new JunitSuite(
                                "assay.claims",
                                run.claims().stream().map(JunitSuite::claim).toList()),
                        new JunitSuite(
                                "assay.probes",
                                run.probes().stream().map(JunitSuite::probe).toList()),
                        new JunitSuite(
                                "assay.trials",
                                run.trials().stream().map(JunitSuite::trial).toList()),
                        new JunitSuite("assay.run", List.of(complete(run), everyProcessSeen(run))))
                .filter(suite -> !suite.cases().isEmpty())
                .toList();
    }

    long count(Ending ending) {
        return cases.stream().filter(each -> each.ending() == ending).count();
    }

    double seconds() {
        return cases.stream().mapToDouble(JunitCase::seconds).sum();
    }

    /**
     * An expected verdict passes, any other one fails; what decides nothing is skipped, be it expected or not. So is a verdict that with its open
     * reservation may yet be the expected one.
     */
    private static JunitCase claim(ClaimResult result) {
        String id = result.claim().id();
        ClaimVerdict verdict = result.verdict();
        ClaimVerdict expected = result.claim().expected();
        boolean undecided = !result.isDecided() || (verdict != expected && !result.isSurprising());
        if (!undecided && verdict == expected) {
            return JunitCase.passed(id, 0);
        }
        Rule rule = result.claim().rule();
        String text = result.claim().claim() + "\n" + result.sentence()
                + (rule == null ? "" : "\nRule: " + rule.summary())
                + "\nExpected: " + expected + ", actual: " + verdict + "\n";
        return undecided
                ? new JunitCase(id, 0, Ending.SKIPPED, verdict.title() + ": " + result.sentence(), text)
                : new JunitCase(id, 0, Ending.FAILURE, "expected: " + expected + ", actual: " + verdict, text);
    }

    private static JunitCase probe(ProbeResult result) {
        String id = result.probe().id();
        if (result.asExpected()) {
            return JunitCase.passed(id, 0);
        }
        String reason = result.reason() == null ? "" : ": " + result.reason();
        String message = "expected: " + result.expectedWords() + ", actual: " + result.words() + reason;
        Ending ending = result.outcome() == ProbeOutcome.NOT_RUN
                ? Ending.SKIPPED
                : result.outcome().missed() ? Ending.ERROR : Ending.FAILURE;
        return new JunitCase(id, 0, ending, message, result.probe().shows() + "\n" + result.message() + "\n");
    }

    private static JunitCase trial(TrialResult result) {
        String id = result.trial().id().toString();
        double seconds = result.samples().stream()
                        .map(sample -> sample.figures().wallNs())
                        .filter(Objects::nonNull)
                        .mapToDouble(Long::doubleValue)
                        .sum()
                / NS_PER_SECOND;
        String reason = Objects.requireNonNullElse(result.reason(), "");
        return switch (result.status()) {
            case OK -> JunitCase.passed(id, seconds);
            case FAILED -> new JunitCase(id, seconds, Ending.ERROR, reason, reason + "\n");
            case SKIPPED -> new JunitCase(id, seconds, Ending.SKIPPED, reason, reason + "\n");
        };
    }

    private static JunitCase complete(RunResult run) {
        String name = "is complete";
        String message = "The run was interrupted; 'run --resume=RUN' continues it.";
        return run.partial() ? new JunitCase(name, 0, Ending.ERROR, message, message) : JunitCase.passed(name, 0);
    }

    private static JunitCase everyProcessSeen(RunResult run) {
        String name = "sees every process end";
        long lost = run.trials().stream()
                .flatMap(trial -> trial.samples().stream())
                .filter(Sample::lost)
                .count();
        String message = "The meter was lost while it ran " + Plurals.count(lost, "process") + ".";
        return lost == 0 ? JunitCase.passed(name, 0) : new JunitCase(name, 0, Ending.ERROR, message, message);
    }
}
