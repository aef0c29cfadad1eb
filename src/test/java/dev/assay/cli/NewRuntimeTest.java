package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MarkdownPage;
import dev.assay.analysis.Synthetic;
import dev.assay.app.AssayHome;
import dev.assay.app.request.RunDefaults;
import dev.assay.app.request.RunRequest;
import dev.assay.chart.Chart;
import dev.assay.chart.ChartFiles;
import dev.assay.chart.RatioCharts;
import dev.assay.chart.RunCharts;
import dev.assay.chart.SeriesStyle;
import dev.assay.console.Console;
import dev.assay.console.RunSummaryPrinter;
import dev.assay.model.ExtraRuntime;
import dev.assay.model.result.RunResult;
import dev.assay.process.InheritedSettings;
import dev.assay.report.HtmlReport;
import dev.assay.report.markdown.MarkdownSummary;
import dev.assay.toolchain.ExtraLanguage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a runtime needs to be measured, compared and shown: no more than what is said of it where the table of CONTRIBUTING says. */
class NewRuntimeTest {
    private static final Path JAVA = Path.of("src/main/java/dev/assay");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BY_NAME =
            Pattern.compile("\\bRuntime\\.(RUST|PYTHON|C|CPP|PYPY|PYTHON_FT)\\b|\"(rust|cpp|pypy|python-ft)\"");

    /** The folders of today's languages. */
    private static final Pattern LANGUAGES = Pattern.compile("toolchain/(rust|python|c)/.*");

    /** Who else names a runtime, and why another one changes nothing there. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("analysis/estimate/ReferenceProgram.java", "C's programs are the steadiest"),
            Map.entry(
                    "analysis/sample/ComparisonPairs.java", "Python beside the other Pythons, and clang for C and C++"),
            Map.entry("catalog/ProgramCheck.java", "fields that only these runtimes' programs have"),
            Map.entry("chart/ComparisonLabels.java", "C and C++ have several compilers"),
            Map.entry("chart/SeriesStyle.java", "two commands have the colors of Python and Rust"),
            Map.entry("cli/DoctorCommand.java", "how fast Python starts"),
            Map.entry("plan/Planner.java", "the canary is a program in Rust, as the meter is"),
            Map.entry("app/request/RunOptions.java", "the options that choose a Python"),
            Map.entry("doctor/NoiseCheckup.java", "how fast Python starts"),
            Map.entry("doctor/ToolAvailability.java", "Python's packages and Rust's crates"),
            Map.entry("model/catalog/Probe.java", "an edition is Rust's"),
            Map.entry("model/catalog/LanguageGuard.java", "each weakness has a program in these languages"),
            Map.entry("model/catalog/MistakeFinder.java", "mistakes are seeded into twins in Rust and Python"),
            Map.entry("model/run/MistakePair.java", "mistakes are seeded into twins in Rust and Python"),
            Map.entry(
                    "report/BreakEven.java",
                    "the build that has to pay for itself is Rust's, and the time it saves is Python's"),
            Map.entry("report/GrowthView.java", "Rust's memory per element is what the others are held against"),
            Map.entry("run/ProbeExit.java", "how panics and exceptions end"),
            Map.entry("toolchain/Builder.java", "cargo links the meter with C's compiler"),
            Map.entry("toolchain/ToolChoice.java", "the options that choose a Python"));

    private final ExtraRuntime zig = new ExtraRuntime();
    private final ExtraLanguage tools = new ExtraLanguage(zig.runtime());
    private final StringWriter out = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), false, false, false, 120);

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        tools.close();
        zig.close();
    }

    private static RunResult measured() {
        return Synthetic.run(1)
                .trial("numeric/a:rust:std@1x1", Synthetic.Figures.ofWork(20, 2))
                .trial("numeric/a:zig:std@1x1", Synthetic.Figures.ofWork(10, 1))
                .analyze();
    }

    @Test
    void itIsInTheFigures() {
        Chart figure = RunCharts.of(measured()).of(RatioCharts.OVERVIEW).get(0);

        assertThat(figure.id()).isEqualTo("ratios-rust-zig");
        assertThat(figure.title()).isEqualTo("Rust against Zig: ratio of times");
        assertThat(figure.series()).singleElement().satisfies(series -> {
            assertThat(series.ink()).isEqualTo(SeriesStyle.of(zig.runtime()));
            assertThat(series.ink().light()).isEqualTo(ExtraRuntime.COLOR);
        });
        assertThat(ChartFiles.png(figure)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void itIsOnThePage() {
        String page = new String(HtmlReport.render(measured()), StandardCharsets.UTF_8);

        assertThat(page)
                .as("figures and their colors")
                .contains("ratios-rust-zig", "class=\"ink-zig\"", "--zig:" + ExtraRuntime.COLOR);
        assertThat(page).as("tables").contains("Rust over Zig, typical values", "Zig faster");
        assertThat(page).as("sentences").contains("Zig was faster than Rust in the workload");
    }

    @Test
    void itIsInTheSummary() {
        assertThat(MarkdownSummary.render(measured())).contains("## Rust over Zig", "Zig faster: 1", "| numeric |");
    }

    @Test
    void itIsOnTheTerminal() {
        RunSummaryPrinter.print(console, measured());

        assertThat(out.toString())
                .containsPattern("Python / Rust +Rust / C +Rust / Zig\n +numeric +work time +2\\.00×");
    }

    @Test
    void itIsListed() throws IOException {
        Path workload = Files.createDirectories(folder.resolve("numeric/add"));
        Files.writeString(
                workload.resolve("workload.json"),
                Files.readString(Path.of("src/test/resources/catalog/small/numeric/add/workload.json"))
                        .replaceFirst(
                                "(?s)\"implementations\".*",
                                "\"implementations\": [{\"runtime\": \"zig\", \"variant\": \"std\", \"source\": \"add.zig\"}]}"));
        Files.writeString(workload.resolve("add.zig"), "pub fn main() void {}\n");
        ListCommand list = new ListCommand(new Caller(new InheritedSettings(Map.of(), folder), console));
        new CommandLine(list).parseArgs("--catalog=" + folder);

        list.show(console, AssayHome.find(Path.of("")));

        assertThat(out.toString())
                .containsPattern("numeric/add +Sum; numbers 10 / 100 / 1000\n +zig:std")
                .containsPattern("zig +0\\.14\\.1 +/opt/tool");
    }

    @Test
    void itCanBeChosen() {
        assertThat(RunDefaults.runtimes(RunRequest.DEFAULT)).contains(zig.runtime());
        assertThat(RunDefaults.runtimes(RunRequest.parse(Map.of("runtimes", "zig"))))
                .containsExactly(zig.runtime());
    }

    @Test
    void atMostSixFilesAreToBeTouched() throws IOException {
        Set<String> files = table();

        assertThat(files).hasSizeBetween(2, 6);
        assertThat(files)
                .filteredOn(file -> !file.contains("/Foo"))
                .allMatch(file -> Files.exists(Path.of(file)) || Files.exists(JAVA.resolve(file)));
    }

    /** Whoever names one runtime may have to name another. */
    @Test
    void nobodyElseNamesARuntimeWithoutAReason() throws IOException {
        Set<String> allowed = new TreeSet<>(OTHERS.keySet());
        table().stream().filter(file -> Files.exists(JAVA.resolve(file))).forEach(allowed::add);

        assertThat(naming()).isEqualTo(allowed);
    }

    private static Set<String> table() throws IOException {
        String page = Files.readString(Path.of("CONTRIBUTING.md"));
        String section = page.substring(page.indexOf("\n### Add a runtime"), page.indexOf("\n## Code"));
        return new MarkdownPage(Path.of("CONTRIBUTING.md"), section)
                .rows("file").stream()
                        .flatMap(row -> CODE.matcher(row.get(0)).results())
                        .map(file -> file.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> naming() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(JAVA)) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        Set<String> naming = new TreeSet<>();
        for (Path source : sources) {
            String name = JAVA.relativize(source).toString().replace('\\', '/');
            if (!LANGUAGES.matcher(name).matches()
                    && BY_NAME.matcher(Files.readString(source)).find()) {
                naming.add(name);
            }
        }
        return naming;
    }
}
