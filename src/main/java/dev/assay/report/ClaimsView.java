package dev.assay.report;

import dev.assay.chart.ComparisonFilter;
import dev.assay.chart.ComparisonLabels;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.RunResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The claims: those with a verdict as cards, the others as a list. What the article does not claim stands apart.
 *
 * @param counts how many of the article's claims came out how
 * @param decided those of them that were tested, by their verdicts and, where these are alike, in the order of the catalog
 * @param beyond the same of those that the article does not make
 * @param untested the others, in the order of the catalog
 * @param usualReason why most of the others were not tested, when several share one reason; else empty
 */
record ClaimsView(
        List<Count> counts,
        List<ClaimView> decided,
        List<ClaimView> beyond,
        List<ClaimView> untested,
        String usualReason) {
    /** More than that many claims without a verdict are folded up. */
    private static final int HANDFUL = 5;
    /** A reason of that many claims is said once for all of them. */
    private static final int SEVERAL = 3;

    /**
     * How many claims have a verdict.
     *
     * @param count how many
     * @param verdict the verdict's word
     * @param style the verdict's style
     * @param icon the verdict's sign
     * @param claims the claims, where there are enough to be listed before their cards
     */
    record Count(long count, String verdict, String style, String icon, List<ClaimView> claims) {
        boolean listed() {
            return !claims.isEmpty();
        }
    }

    /** The claims of a run; none for the user's two commands, which no claim is about. */
    static ClaimsView of(RunResult result) {
        if (ComparisonFilter.ofCommands(result)) {
            return new ClaimsView(List.of(), List.of(), List.of(), List.of(), "");
        }
        List<ClaimResult> article = result.claims().stream()
                .filter(claim -> !claim.claim().isOurs())
                .toList();
        List<ClaimResult> ours =
                result.claims().stream().filter(claim -> claim.claim().isOurs()).toList();
        List<ClaimView> decided = decided(article, result);
        List<ClaimView> untested = with(result.claims(), ClaimVerdict.NOT_TESTED, result);
        String usual = usualReason(untested);
        return new ClaimsView(
                counts(article, decided.size() > HANDFUL, result),
                decided,
                decided(ours, result),
                untested.stream()
                        .map(claim -> claim.sentence().equals(usual) ? claim.withoutSentence() : claim)
                        .toList(),
                usual);
    }

    private static List<ClaimView> decided(List<ClaimResult> claims, RunResult result) {
        return Arrays.stream(ClaimVerdict.values())
                .filter(verdict -> verdict != ClaimVerdict.NOT_TESTED)
                .flatMap(verdict -> with(claims, verdict, result).stream())
                .toList();
    }

    private static List<ClaimView> with(List<ClaimResult> claims, ClaimVerdict verdict, RunResult result) {
        return claims.stream()
                .filter(claim -> claim.verdict() == verdict)
                .map(claim -> ClaimView.of(claim, result))
                .toList();
    }

    private static String usualReason(List<ClaimView> untested) {
        Map<String, Long> reasons = untested.stream()
                .map(ClaimView::sentence)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return reasons.entrySet().stream()
                .filter(reason -> reason.getValue() >= SEVERAL)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static List<Count> counts(List<ClaimResult> claims, boolean listed, RunResult result) {
        return Arrays.stream(ClaimVerdict.values())
                .map(verdict -> new Count(
                        claims.stream()
                                .filter(claim -> claim.verdict() == verdict)
                                .count(),
                        verdict.title(),
                        verdict.toString(),
                        ComparisonLabels.icon(verdict),
                        listed && verdict != ClaimVerdict.NOT_TESTED ? with(claims, verdict, result) : List.of()))
                .filter(count -> count.count() > 0)
                .toList();
    }

    boolean any() {
        return !counts.isEmpty() || !beyond.isEmpty();
    }

    boolean anyBeyond() {
        return !beyond.isEmpty();
    }

    boolean anyDecided() {
        return !decided.isEmpty();
    }

    boolean anyUntested() {
        return !untested.isEmpty();
    }

    boolean hasUsualReason() {
        return !usualReason.isEmpty();
    }

    boolean few() {
        return untested.size() <= HANDFUL;
    }

    /** The words that stand for the folded list. */
    String untestedTitle() {
        return untested.size() == 1 ? "One claim was not tested" : untested.size() + " claims were not tested";
    }
}
