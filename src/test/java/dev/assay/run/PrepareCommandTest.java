package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.meter.MeterRequest;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Runtime;
import dev.assay.model.run.Command;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.Exit;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Plan;
import dev.assay.run.FakeMeter.Deed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareCommandTest {
    @TempDir
    private Path folder;

    private static boolean prepares(MeterRequest request) {
        return request.argv().get(0).equals("/bin/prepare");
    }

    private static Trial trial(Runtime runtime, String workload, String variant) {
        TrialId id = new TrialId(workload, runtime, variant, 0, 1);
        return new Trial(id, new Command(List.of("/bin/some"), Map.of(), null, null), null, false, null);
    }

    private List<Sample> samples(FakeMeter meter, Trial... trials) {
        Plan plan = new Plan(1, 2, 1, 1, List.of(List.of(trials)));
        RunConfig settings = new RunConfig(
                folder.resolve("scratch"),
                RunConfig.limits(Duration.ofSeconds(5)),
                UserEnvironment.of(Map.of("USERS", "own")),
                false,
                Pinning.NONE,
                new Command(List.of("/bin/prepare", "all"), Map.of(), null, folder),
                true);
        return DryRun.run(plan, meter, settings);
    }

    @Test
    void itIsAProcessOfItsOwnBeforeEachAndItsTimeIsInNone() {
        FakeMeter meter = new FakeMeter(request -> Deed.good());
        meter.wallNs = request -> prepares(request) ? 900_000_000 : 5_000_000;

        List<Sample> samples = samples(
                meter,
                trial(Runtime.COMMAND, CommandPair.WORKLOAD, "baseline"),
                trial(Runtime.COMMAND, CommandPair.WORKLOAD, "contender by name"));

        assertThat(samples).extracting(Sample::mode).contains(SamplingMode.MEMORY, SamplingMode.TIMING);
        assertThat(samples)
                .filteredOn(sample -> sample.mode() == SamplingMode.TIMING)
                .allSatisfy(sample -> assertThat(sample.figures().wallNs()).isEqualTo(5_000_000));
        assertThat(meter.requests).hasSize(2 * samples.size());
        for (int i = 0; i < meter.requests.size(); i++) {
            assertThat(prepares(meter.requests.get(i))).isEqualTo(i % 2 == 0);
        }
        assertThat(meter.requests).filteredOn(PrepareCommandTest::prepares).allSatisfy(request -> {
            assertThat(request.mode()).isEqualTo(SamplingMode.TIMING);
            assertThat(request.directory()).isEqualTo(folder);
            assertThat(request.environment()).containsOnly(Map.entry("USERS", "own"));
            assertThat(request.counters()).isFalse();
        });
    }

    @Test
    void nothingIsPreparedForFloorAndCanary() {
        FakeMeter meter = new FakeMeter(request -> Deed.good());
        samples(meter, trial(Runtime.NOOP, "noise/floor", "std"), trial(Runtime.RUST, "noise/canary", "a"));
        assertThat(meter.requests).isNotEmpty().noneMatch(PrepareCommandTest::prepares);
    }

    @Test
    void whenItFailsNothingIsMeasured() {
        FakeMeter meter = new FakeMeter(request -> prepares(request)
                ? new Deed("", "first\nno\tdisk\n\n", new Exit(Exit.Reason.EXITED, 7, null, null, null), false)
                : Deed.good());
        Trial baseline = trial(Runtime.COMMAND, CommandPair.WORKLOAD, "baseline old");

        assertThatThrownBy(() -> samples(meter, baseline))
                .isInstanceOf(Usage.class)
                .hasMessage(
                        "--prepare: /bin/prepare all exited with code 7, before a process of old; last output: no disk. Assay stops"
                                + " here; earlier results are in the journal. Try the command in " + folder + ".");
        assertThat(meter.requests).hasSize(1);
    }

    @Test
    void aMeterThatDiesWithItCostsOneSample() {
        FakeMeter meter = new FakeMeter(
                request -> prepares(request) && request.argv().size() == 2 ? Deed.losingTheMeter() : Deed.good());
        List<Sample> samples = samples(meter, trial(Runtime.COMMAND, CommandPair.WORKLOAD, "baseline"));
        assertThat(samples).isNotEmpty().allMatch(Sample::lost);
    }
}
