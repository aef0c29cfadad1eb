package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.RunDigest;
import dev.assay.model.result.RunDigest.Content;
import dev.assay.model.result.RunDigest.Mean;
import dev.assay.text.Plurals;
import dev.assay.text.RatioText;
import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that the page over all runs of a folder shows.
 *
 * @param summary how many there are
 * @param runs a row for each
 * @param style the colors of inks
 */
@JStache(path = "index")
@JStacheConfig(contentType = SafeHtml.class, pathing = @JStachePath(prefix = "dev/assay/report/", suffix = ".mustache"))
record IndexView(String summary, List<Row> runs, String style) {
    static IndexView of(List<RunDigest> runs) {
        long whole = runs.stream()
                .map(RunDigest::content)
                .filter(content -> content != null && !content.partial())
                .count();
        String count = Plurals.count(runs.size(), "run");
        return new IndexView(
                count + ", " + whole + " complete", runs.stream().map(Row::of).toList(), Palette.css());
    }

    /** Whether there is any. */
    boolean any() {
        return !runs.isEmpty();
    }

    /**
     * A run.
     *
     * @param name its folder
     * @param link its report; empty when there is none
     * @param started when it began
     * @param took how long
     * @param profile its profile
     * @param machine the processor
     * @param notes what must be known of it
     * @param claims the verdicts that claims got
     * @param speed how many times faster Rust was than Python, by suite
     */
    record Row(
            String name,
            String link,
            String started,
            String took,
            String profile,
            String machine,
            List<String> notes,
            List<Count> claims,
            List<Fact> speed) {
        static Row of(RunDigest run) {
            String link = run.reported() ? address(run.folder() + "/report.html") : "";
            Content content = run.content();
            if (content == null) {
                String note = "no readable result; run ‘report’ to rebuild it from the journal";
                return new Row(run.folder(), link, "", "", "", "", List.of(note), List.of(), List.of());
            }
            Instant end = content.finishedAt();
            return new Row(
                    run.folder(),
                    link,
                    Timestamps.utc(content.startedAt()),
                    end == null ? "" : Timestamps.between(content.startedAt(), end),
                    content.profile(),
                    content.cpuModel(),
                    notes(content),
                    Count.of(content),
                    speed(content.means()));
        }

        boolean hasLink() {
            return !link.isEmpty();
        }

        private static List<String> notes(Content content) {
            List<String> notes = new ArrayList<>();
            if (content.partial()) {
                notes.add("partial");
            }
            if (content.failed() > 0) {
                notes.add(Plurals.count(content.failed(), "trial") + " failed");
            }
            return notes;
        }

        /** By work time, or by wall time where no program reports that. */
        private static List<Fact> speed(List<Mean> means) {
            Map<String, String> bySuite = new LinkedHashMap<>();
            for (Metric metric : List.of(Metric.WORK, Metric.WALL)) {
                means.stream()
                        .filter(mean -> mean.metric().equals(metric.toString())
                                && mean.baseline().equals("python:std")
                                && mean.contender().equals("rust:std"))
                        .forEach(mean -> bySuite.putIfAbsent(
                                mean.suite(), RatioText.of(mean.ratio()).value()));
            }
            return Fact.of(bySuite);
        }

        /** Below this page, whatever the folder is called. */
        private static String address(String path) {
            try {
                return new URI(null, null, "./" + path, null).toASCIIString();
            } catch (URISyntaxException e) {
                return "";
            }
        }
    }

    /**
     * How many claims got a verdict.
     *
     * @param kind the verdict's style
     * @param icon its sign
     * @param words how many, and the verdict
     */
    record Count(String kind, String icon, String words) {
        static List<Count> of(Content content) {
            List<Count> counts = new ArrayList<>();
            content.claims().forEach((verdict, count) -> {
                if (verdict != ClaimVerdict.NOT_TESTED) {
                    counts.add(new Count(
                            verdict.toString(),
                            ComparisonLabels.icon(verdict),
                            count + " " + verdict.title().toLowerCase(Locale.ROOT)));
                }
            });
            return counts;
        }
    }
}
