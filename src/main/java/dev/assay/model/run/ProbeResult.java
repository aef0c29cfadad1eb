package dev.assay.model.run;

import dev.assay.model.catalog.MistakeFate;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A probe and the result.
 *
 * @param probe the probe, its program included
 * @param outcome the result
 * @param codes the codes of the compiler's errors, or the class of the exception; none when there was neither
 * @param tool compiler or interpreter with its version, such as {@code rustc 1.95.0}; empty when there was none
 * @param message what compiler or program said, the first lines of it; empty when nothing
 * @param reason why it came to no outcome; null when it did
 * @param commands what was called, in a shell's words
 * @param peaks the peak of memory for each count; none where memory was not followed
 * @param races how often threads raced; 0 where they did not
 * @param lost in how many of these races something was lost
 * @param mutants the mistakes that were put into it; none where none were
 */
public record ProbeResult(
        Probe probe,
        ProbeOutcome outcome,
        List<String> codes,
        String tool,
        String message,
        @Nullable String reason,
        List<String> commands,
        List<PeakAt> peaks,
        int races,
        int lost,
        List<MutantResult> mutants) {
    public ProbeResult {
        mutants = List.copyOf(mutants);
        codes = List.copyOf(codes);
        commands = List.copyOf(commands);
        peaks = List.copyOf(peaks);
        if (outcome.missed() && reason == null) {
            throw new IllegalArgumentException("the probe " + probe.id() + " needs a reason for being " + outcome);
        }
    }

    /** Without mistakes that were put into it. */
    public ProbeResult(
            Probe probe,
            ProbeOutcome outcome,
            List<String> codes,
            String tool,
            String message,
            @Nullable String reason,
            List<String> commands,
            List<PeakAt> peaks,
            int races,
            int lost) {
        this(probe, outcome, codes, tool, message, reason, commands, peaks, races, lost, List.of());
    }

    /**
     * The most memory that a program held.
     *
     * @param count how much it was told to make
     * @param peakBytes the peak of its largest process
     */
    public record PeakAt(long count, long peakBytes) {}

    /** Whether it came out as expected, with the code that is expected. */
    public boolean asExpected() {
        String code = probe.expectation().code();
        return probe.expectation().outcomes().contains(outcome) && (code == null || codes.contains(code));
    }

    /** The outcome in words, such as {@code rejected with E0382} or {@code loses updates in 20 of 20 runs}. */
    public String words() {
        if (outcome == ProbeOutcome.COUNTED) {
            return counted();
        }
        return (outcome == ProbeOutcome.COMPILES ? accepted() : outcome.words()) + details();
    }

    /** What the program did, such as {@code is rejected with E0382}. */
    public String verb() {
        return (outcome == ProbeOutcome.COMPILES ? accepted() : outcome.verb()) + details();
    }

    private String counted() {
        long mistakes =
                mutants.stream().filter(mutant -> mutant.equivalent() == null).count();
        long early = mutants.stream()
                .filter(mutant -> mutant.ends(MistakeFate.EARLY, true))
                .count();
        return early + " of " + mistakes + " mistakes found before it runs";
    }

    /** Nothing compiles a Python program for those who run it, and not everything that compiles is run. */
    private String accepted() {
        if (!probe.runtime().compiled()) {
            return "runs clean";
        }
        return probe.procedure().how() == Probe.How.BUILD ? "compiles (not run)" : "compiles and runs clean";
    }

    private String details() {
        if (races > 0) {
            return " in " + (lost > 0 ? lost + " of " : "") + races + " runs";
        }
        return codes.isEmpty() ? "" : withCode(outcome, String.join(", ", codes));
    }

    /** A code behind an outcome: a compiler rejects with one, a program raises one. */
    public static String withCode(ProbeOutcome outcome, @Nullable String code) {
        return code == null ? "" : (outcome == ProbeOutcome.RAISES ? " " : " with ") + code;
    }

    /** What is expected, in the same words. */
    public String expectedWords() {
        return probe.expectation().outcomes().stream()
                .map(expected -> expected.words()
                        + withCode(expected, probe.expectation().code()))
                .collect(Collectors.joining(" or "));
    }
}
