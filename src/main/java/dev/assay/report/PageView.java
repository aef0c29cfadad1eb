package dev.assay.report;

import dev.assay.chart.ComparisonFilter;
import dev.assay.chart.ComparisonLabels;
import dev.assay.chart.RatioCharts;
import dev.assay.chart.RunCharts;
import dev.assay.history.History;
import dev.assay.model.Shell;
import dev.assay.model.catalog.Article;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStachePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything the page shows, in its order.
 *
 * @param head what stands above the sections
 * @param inShort what was found, in a few sentences
 * @param claims the claims
 * @param article where the claims come from
 * @param sections the charts, with the tables of ratios
 * @param trends the run among those before it
 * @param probes the probes
 * @param workloads a section for each
 * @param problems what failed or was skipped
 * @param machine environment and toolchains
 * @param noise floor and canary
 * @param reproduce how to do the same again
 */
@JStache(path = "page")
@JStacheConfig(contentType = SafeHtml.class, pathing = @JStachePath(prefix = "dev/assay/report/", suffix = ".mustache"))
record PageView(
        Head head,
        InShort inShort,
        ClaimsView claims,
        ArticleLink article,
        List<ChartSectionView> sections,
        TrendsView trends,
        ProbesView probes,
        List<WorkloadView> workloads,
        List<Problem> problems,
        MachineView machine,
        NoiseView noise,
        ReproduceView reproduce) {
    /**
     * The head of the page.
     *
     * @param title the page's title
     * @param lead what was run, where and when
     * @param banners what a reader must know first
     * @param style the colors of inks
     * @param script what sorts and filters where scripts run
     */
    record Head(String title, List<Fact> lead, List<Banner> banners, String style, PageScript script) {}

    /**
     * What was found, in a few sentences.
     *
     * @param glances who was ahead
     * @param headlines about the user's two commands
     * @param compared those commands, by their names, and the world that they ran in
     */
    record InShort(List<AtAGlance> glances, List<Headline> headlines, List<Fact> compared) {
        boolean hasGlances() {
            return !glances.isEmpty();
        }

        boolean hasHeadlines() {
            return !headlines.isEmpty();
        }
    }

    /**
     * Where the claims come from.
     *
     * @param source the article
     * @param url its address, when it is one of the web; else empty
     */
    record ArticleLink(Article source, String url) {
        static ArticleLink of(Article article) {
            String url = article.url();
            return new ArticleLink(article, url.startsWith("https://") || url.startsWith("http://") ? url : "");
        }

        boolean linked() {
            return !url.isEmpty();
        }
    }

    /** What of the options says in which world the two commands ran. */
    private static final SortedMap<String, String> WORLD = new TreeMap<>(Map.of(
            "prepare",
            "Before each process",
            "cwd",
            "In the folder",
            "input",
            "Standard input",
            "load",
            "Requests",
            "connections",
            "Connections"));

    static PageView of(RunResult result, History history, RunCharts charts) {
        boolean commands = ComparisonFilter.ofCommands(result);
        return new PageView(
                new Head(
                        commands ? "Two commands compared" : "Rust and Python, measured",
                        lead(result),
                        Banner.of(result),
                        Palette.css(),
                        PageScript.load()),
                new InShort(AtAGlance.of(result), Headline.of(result), commands ? compared(result) : List.of()),
                ClaimsView.of(result),
                ArticleLink.of(result.article()),
                sections(result, charts),
                TrendsView.of(result, history),
                ProbesView.of(result),
                WorkloadView.of(result),
                Problem.of(result),
                MachineView.of(result),
                NoiseView.of(result),
                ReproduceView.of(result));
    }

    private static List<Fact> compared(RunResult result) {
        List<Fact> compared = new ArrayList<>();
        for (TrialResult trial : result.trials()) {
            if (trial.trial().skipped() == null) {
                compared.add(new Fact(
                        ComparisonLabels.name(trial.trial().id()),
                        Shell.line(trial.trial().words())));
            }
        }
        Map<String, String> options = result.header().options();
        WORLD.forEach((option, title) -> {
            String value = options.get(option);
            if (value != null) {
                compared.add(new Fact(title, value));
            }
        });
        return compared;
    }

    private static List<ChartSectionView> sections(RunResult result, RunCharts charts) {
        return charts.sections().stream()
                .map(section -> ChartSectionView.of(
                        section,
                        result,
                        charts,
                        section.equals(RatioCharts.OVERVIEW) ? RatioTable.headlines(result) : List.of()))
                .filter(ChartSectionView::shown)
                .toList();
    }

    private static List<Fact> lead(RunResult result) {
        List<Fact> lead = new ArrayList<>();
        Instant start = result.header().startedAt();
        Instant end = result.finishedAt();
        lead.add(new Fact("Measured", Timestamps.utc(start)));
        if (end != null) {
            lead.add(new Fact("Took", Timestamps.between(start, end)));
        }
        lead.add(new Fact(
                "Profile",
                result.header().profile() + ", " + result.header().sampling().extent()));
        lead.add(new Fact("Machine", ComparisonLabels.machine(result.header().environment())));
        result.header()
                .toolchains()
                .forEach(toolchain -> lead.add(new Fact(ComparisonLabels.name(toolchain), toolchain.version())));
        return lead;
    }

    boolean hasProblems() {
        return !problems.isEmpty();
    }
}
