package dev.assay.export;

import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.Summary;
import dev.assay.text.NumberText;
import dev.assay.text.Plurals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What github-action-benchmark calls {@code customSmallerIsBetter}: the contender's cost as a share of the baseline's. Not seconds: the
 * machines of a public runner differ by more than most changes do, and a ratio within a block does not.
 */
final class GithubActionBenchmarkJson {
    private static final int SIGNIFICANT_DIGITS = 4;

    private GithubActionBenchmarkJson() {}

    static Optional<byte[]> render(RunResult run) {
        List<Map<String, Object>> entries = Stream.concat(
                        run.comparisons().stream().map(GithubActionBenchmarkJson::entry),
                        run.summaries().stream().map(GithubActionBenchmarkJson::entry))
                .toList();
        return Optional.of(AsciiJson.bytes(entries));
    }

    private static Map<String, Object> entry(Comparison comparison) {
        return entry(
                BenchmarkNames.format(comparison),
                comparison.estimate(),
                comparison.verdict().title());
    }

    private static Map<String, Object> entry(Summary summary) {
        String name = "suite " + summary.suite() + " " + summary.metric().title() + " " + summary.contender() + " / "
                + summary.baseline();
        int workloads = summary.workloads().size();
        return entry(
                BenchmarkNames.identifying(name),
                summary.estimate(),
                "geometric mean of " + Plurals.count(workloads, "workload"));
    }

    private static Map<String, Object> entry(String name, Estimate ratio, String words) {
        double share = 1 / ratio.value();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("unit", "ratio");
        fields.put("value", share);
        Interval at95 = ratio.at95();
        String spread = "";
        if (at95 != null && at95.low() > 0) {
            double half = Math.max(1 / at95.low() - share, share - 1 / at95.high());
            // the sign, a blank and a plain number: the only form that it takes apart again
            fields.put("range", "± " + shown(half));
            spread = "; " + ratio.intervalWords(95) + " " + shown(1 / at95.high()) + " to " + shown(1 / at95.low());
        }
        fields.put("extra", words + spread + blocks(ratio));
        return fields;
    }

    /** What a range rests on, its own words say. */
    private static String blocks(Estimate ratio) {
        return ratio.kind() == Estimate.Kind.RANGE && ratio.at95() != null
                ? ""
                : "; " + Plurals.count(ratio.blocks(), "block");
    }

    private static String shown(double share) {
        return NumberText.round(share, SIGNIFICANT_DIGITS).toPlainString();
    }
}
