package dev.assay.app.request;

import static dev.assay.app.request.Requests.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.environment.CpuKinds;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.run.StoppingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunDefaultsTest {
    private static final CpuKinds ALIKE = new CpuKinds(List.of());
    private static final CpuKinds HYBRID = new CpuKinds(List.of(
            new CpuKinds.Kind("performance cores", List.of(0, 1)),
            new CpuKinds.Kind("efficiency cores", List.of(2, 3, 8))));
    private static final List<Integer> ALLOWED = List.of(0, 1, 2, 3, 8);

    private static Processors processors(CpuKinds kinds) {
        return new Processors(5, ALLOWED, kinds);
    }

    private static RunRequest complete(String... arguments) {
        return RunDefaults.complete(typed(arguments), processors(ALIKE));
    }

    private static SampleSize sampleSize(String... arguments) {
        return SampleSize.of(complete(arguments));
    }

    private static StoppingPolicy stopping(@Nullable Double precision, Duration budget) {
        return new StoppingPolicy(10, 2, precision, budget.toNanos());
    }

    /** Twice as long where that does not do for the fewest blocks. */
    private static StoppingPolicy usual(Duration budget) {
        return new StoppingPolicy(10, 2, null, budget.toNanos(), 2 * budget.toNanos());
    }

    @Test
    void theProfileDecidesHowMuchIsMeasured() {
        assertThat(sampleSize("--profile=smoke")).isEqualTo(new SampleSize(4, 1, null));
        assertThat(sampleSize()).isEqualTo(new SampleSize(60, 1, usual(Duration.ofMinutes(3))));
        assertThat(sampleSize("--profile=full")).isEqualTo(new SampleSize(102, 3, usual(Duration.ofMinutes(60))));
    }

    /** A change since other nights may be small where a verdict needs little. */
    @Test
    void whatIsConfirmedIsMeasuredWithOnePrecision() {
        assertThat(complete("--confirm=latest").get(RunOptions.PRECISION)).isEqualTo(0.02);
        assertThat(complete("--confirm=latest", "--precision=1%").get(RunOptions.PRECISION))
                .isEqualTo(0.01);
        assertThat(complete().find(RunOptions.PRECISION)).isNull();
    }

    @Test
    void optionsOverrideTheProfile() {
        assertThat(sampleSize("--precision=0.5%", "--budget=90s"))
                .isEqualTo(new SampleSize(60, 1, stopping(0.005, Duration.ofSeconds(90))));
        assertThat(sampleSize("--blocks=20")).isEqualTo(new SampleSize(20, 1, null));
        assertThat(sampleSize("--profile=smoke", "--blocks=6")).isEqualTo(new SampleSize(6, 1, null));
        assertThat(sampleSize("--profile=full", "--blocks=7")).isEqualTo(new SampleSize(7, 1, null));
        assertThat(sampleSize("--profile=smoke", "--blocks=12", "--sessions=3")).isEqualTo(new SampleSize(12, 3, null));
    }

    /** All sessions have the same even number of blocks, and none fewer than are looked at first. */
    @ParameterizedTest
    @CsvSource({"quick,3,60", "quick,1,60", "full,3,102", "quick,7,70", "quick,2,60", "quick,30,300", "full,4,104"})
    void everySessionOfAnAdaptiveRunHasTheSameNumberOfBlocks(String profile, int sessions, int blocks) {
        SampleSize size = sampleSize("--profile=" + profile, "--sessions=" + sessions);
        assertThat(size.blocks()).isEqualTo(blocks);
        assertThat(size.sessions()).isEqualTo(sessions);
    }

    @Test
    void eachSessionHasItsShareOfTheBudget() {
        StoppingPolicy whole = stopping(0.02, Duration.ofMinutes(9));
        StoppingPolicy each = whole.within(4);
        assertThat(each.budgetNs()).isEqualTo(whole.budgetNs() / 4);
        assertThat(each.precision()).isEqualTo(0.02);
        assertThat(each.fewestBlocks()).isEqualTo(10);
        assertThat(whole.within(1)).isEqualTo(whole);
        assertThat(usual(Duration.ofMinutes(9)).within(3)).isEqualTo(usual(Duration.ofMinutes(3)));
    }

    @Test
    void theSeedIsDrawnOnce() {
        RunRequest complete = complete();
        assertThat(RunDefaults.complete(complete, processors(ALIKE))).isEqualTo(complete);
        assertThat(complete("--seed=42").get(RunOptions.SEED)).isEqualTo(42);
    }

    @Test
    void layoutsAreBuiltWhereRustAndCMeet() {
        assertThat(complete().get(RunOptions.BUILDS)).isEqualTo(3);
        assertThat(complete("--builds=5").get(RunOptions.BUILDS)).isEqualTo(5);
        assertThat(complete("--profile=smoke").get(RunOptions.BUILDS)).isEqualTo(1);
        assertThat(complete("--runtimes=rust,python", "--builds=5").get(RunOptions.BUILDS))
                .isEqualTo(1);
    }

    @Test
    void aSmokeRunLeavesVariantsOut() {
        assertThat(complete("--profile=smoke").get(RunOptions.VARIANTS)).isEqualTo("none");
        assertThat(complete().get(RunOptions.VARIANTS)).isEqualTo("claims");
        assertThat(complete("--profile=smoke", "--variants=all").get(RunOptions.VARIANTS))
                .isEqualTo("all");
    }

    @Test
    void threadsDoubleUpToTheProcessors() {
        assertThat(complete().get(RunOptions.THREADS)).containsExactly(1, 2, 4, 5);
        assertThat(complete("--cpus=0-2").get(RunOptions.THREADS)).containsExactly(1, 2, 3);
        assertThat(complete("--threads=4,2").get(RunOptions.THREADS)).containsExactly(1, 2, 4);
    }

    @Test
    void theFastestKindOfProcessorsIsChosen() {
        RunRequest hybrid = RunDefaults.complete(typed(), processors(HYBRID));
        assertThat(hybrid.get(RunOptions.CPUS)).containsExactly(0, 1);
        assertThat(hybrid.recorded()).containsEntry("cpus", "0,1");
        assertThat(processors(HYBRID).findWarnings(hybrid)).isEmpty();
        assertThat(processors(HYBRID).findWarnings(typed("--cpus=2-3"))).isEmpty();
        assertThat(complete().has(RunOptions.CPUS)).isFalse();
        assertThat(processors(ALIKE).findWarnings(typed("--cpus=all"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "1,2"})
    void processorsOfSeveralKindsGetAWarning(String cpus) {
        RunRequest request = RunDefaults.complete(typed("--cpus=" + cpus), processors(HYBRID));
        assertThat(processors(HYBRID).findWarnings(request)).singleElement().satisfies(warning -> {
            assertThat(warning.misleads()).isTrue();
            assertThat(warning.problem()).contains("--cpus=" + cpus, "performance cores 0,1, efficiency cores 2,3,8");
        });
    }

    @Test
    void twoServersAreLoaded() {
        RunRequest request = RunDefaults.completeComparison(
                typed("--baseline=a", "--contender=b", "--serve", "--runs=20", "--load=GET /a GET /b"),
                processors(ALIKE));
        assertThat(request.get(CommandOptions.LOAD)).containsExactly("GET /a", "GET /b");
        assertThat(request.recorded())
                .containsEntry("serve", "true")
                .containsEntry("load", "GET /a GET /b")
                .containsEntry("connections", "8")
                .containsEntry("requests", "2000")
                .containsEntry("share", "0.5");
        RunRequest usual =
                RunDefaults.completeComparison(typed("--baseline=a", "--contender=b", "--serve"), processors(ALIKE));
        assertThat(usual.get(CommandOptions.LOAD)).containsExactly("GET /");
    }

    @Test
    void whatIsForServersGoesWithThemAlone() {
        for (String option : List.of("--load=GET /", "--connections=2", "--requests=9", "--share=0.1")) {
            RunRequest commands = typed("--baseline=a", "--contender=b", option);
            assertThatThrownBy(() -> RunDefaults.completeComparison(commands, processors(ALIKE)))
                    .hasMessage(option.split("=", 2)[0]
                            + " is for servers. Add --serve if both commands are servers, or omit it.");
        }
        RunRequest reading = typed("--baseline=a", "--contender=b", "--serve", "--input=/etc/passwd");
        assertThatThrownBy(() -> RunDefaults.completeComparison(reading, processors(ALIKE)))
                .hasMessageContaining("--input does not go with --serve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--load=POST /",
                "--load=GET /a b",
                "--load=/",
                "--load= ",
                "--share=0",
                "--share=1.1",
                "--share=half",
                "--connections=0",
                "--requests=0"
            })
    void aLoadThatIsNoneIsRefused(String option) {
        assertThatThrownBy(() -> typed(option))
                .isInstanceOf(Usage.class)
                .hasMessageStartingWith(option.split("=", 2)[0]);
    }

    @Test
    void twoCommandsHaveTheirOwnDefaults() {
        RunRequest request = RunDefaults.completeComparison(
                typed("--baseline=a", "--contender=b", "--runs=20", "--seed=1"), processors(ALIKE));
        assertThat(request.recorded())
                .containsExactly(
                        Map.entry("baseline", "a"),
                        Map.entry("contender", "b"),
                        Map.entry("runs", "20"),
                        Map.entry("ignore-output", "false"),
                        Map.entry("timeout", "600000ms"),
                        Map.entry("seed", "1"));
        assertThat(SampleSize.of(request)).isEqualTo(new SampleSize(20, 1, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--blocks=20 --budget=5m | --blocks=20 and --budget=5m cannot be combined: the first fixes how much",
                "--profile=smoke --precision=2% | --precision=2% does not apply to a smoke run",
                "--blocks=10 --sessions=3 | --sessions=3 cannot divide 10 blocks evenly. Set --blocks to a multiple of 3, such as"
                        + " --blocks=12.",
                "--session-pause=5m | --session-pause=5m waits between sessions, but this run has only one. Add --sessions=3,"
                        + " for example.",
                "--cpus=0,5 | processor 5 does not exist or is not allowed. Allowed here: 0-3,8.",
                "--cpus=0-2,1 | names processor 1 twice",
                "--cpus=0,1 --threads=4 | --threads=4 needs that many processors, but programs run on 2 (0,1)",
            })
    void contradictionsAreRefused(String arguments, String words) {
        assertThatThrownBy(() -> complete(arguments.split(" ")))
                .isInstanceOf(Usage.class)
                .hasMessageContaining(words);
    }
}
