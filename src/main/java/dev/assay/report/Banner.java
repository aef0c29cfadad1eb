package dev.assay.report;

import dev.assay.model.Profile;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.text.RatioText;
import java.util.ArrayList;
import java.util.List;

/**
 * Something a reader must know before any figure.
 *
 * @param kind its style
 * @param title in a word or two
 * @param text in a sentence
 */
public record Banner(String kind, String title, String text) {
    public static List<Banner> of(RunResult result) {
        List<Banner> banners = new ArrayList<>();
        if (result.partial()) {
            banners.add(new Banner(
                    "warn",
                    "Partial run",
                    "The run ended before everything was measured. The report shows what was finished."));
        }
        if (Boolean.FALSE.equals(result.noise().canaryPassed())) {
            banners.add(noisy(result));
        }
        if (result.header().profile() == Profile.SMOKE) {
            banners.add(new Banner(
                    "note",
                    "Smoke run",
                    "It checks that everything works. Its sizes are too small for verdicts on claims."));
        }
        long failed = result.trials().stream()
                .filter(trial -> trial.status() == TrialResult.Status.FAILED)
                .count();
        if (failed > 0) {
            String what = failed == 1 ? "One trial failed" : failed + " trials failed";
            banners.add(new Banner("bad", what, "The others were measured. See “Failed and skipped” for the reasons."));
        }
        return banners;
    }

    private static Banner noisy(RunResult result) {
        Comparison canary = result.noise().canary();
        Interval seen = canary == null ? null : canary.estimate().at90();
        return new Banner(
                "warn",
                "Noisy machine",
                "One program compared with itself should give 1×; "
                        + (seen == null ? "here it did not." : "here the interval is " + seen.words() + ".")
                        + " This run cannot distinguish time differences below "
                        + RatioText.of(result.noise().resolution()).value()
                        + ", and gives no verdict on them.");
    }
}
