package dev.assay.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.catalog.CatalogReader;
import dev.assay.meter.ParallelMeters.Attempt;
import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.run.Exit;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.SamplingMode;
import dev.assay.process.CommandRunner;
import dev.assay.process.OrphanReaper;
import dev.assay.process.RunToken;
import dev.assay.toolchain.Builder;
import dev.assay.toolchain.ToolChoice;
import dev.assay.toolchain.host.BuildListener;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real meter, built by the real builder, seen from Java. */
class MeterProcessIT {
    private static Path executable = Path.of("");

    @TempDir
    private Path folder;

    private Meter meter = new MeterProcess(Path.of(""), Path.of(""));

    @BeforeAll
    static void buildTheMeter() {
        Path project = Path.of("").toAbsolutePath();
        BuildListener nobody = new BuildListener() {
            @Override
            public void step(String what) {}

            @Override
            public void detail(String line) {}
        };
        Programs programs = new Builder(
                        new BuildPaths(project), new CommandRunner(), System.getenv(), ToolChoice.NONE, nobody)
                .build(CatalogReader.read(project.resolve("workloads")), List.of(), ProgramFilter.of(Set.of()));
        executable = programs.meter();
    }

    @BeforeEach
    void makeAMeter() {
        meter = new MeterProcess(executable, folder);
    }

    @AfterEach
    void endIt() {
        meter.close();
    }

    private MeterRequest request(String... argv) {
        return request(Limits.of(Duration.ofSeconds(20), Duration.ofMillis(100), 1 << 20), argv);
    }

    private MeterRequest request(Limits limits, String... argv) {
        return new MeterRequest(
                SamplingMode.TIMING,
                List.of(argv),
                Map.of("GREETING", "grüß dich"),
                folder,
                null,
                folder.resolve("stdout"),
                folder.resolve("stderr"),
                limits,
                false,
                null,
                null);
    }

    @Test
    void aProcessIsRunAndRead() throws Meter.Lost, IOException {
        MeterRecord reading = meter.measure(request("/bin/sh", "-c", "echo \"$GREETING\"; pwd >&2; exit 3"));
        assertThat(reading.exit()).isEqualTo(new Exit(Exit.Reason.EXITED, 3, null, null, null));
        assertThat(Files.readString(folder.resolve("stdout"))).isEqualTo("grüß dich\n");
        assertThat(Files.readString(folder.resolve("stderr"))).isEqualTo(folder.toRealPath() + "\n");
        assertThat(reading.figures().wallNs()).isPositive();
        assertThat(reading.figures().memory().peakBytes()).isBetween(100_000L, 4L << 20);
    }

    @Test
    void oneMeterServesManyRequestsAndTheirOutputsDoNotMix() throws Meter.Lost, IOException {
        for (int i = 0; i < 50; i++) {
            MeterRecord reading = meter.measure(request("/bin/echo", "n" + i));
            assertThat(reading.exit().ok()).isTrue();
            assertThat(Files.readString(folder.resolve("stdout"))).isEqualTo("n" + i + "\n");
        }
    }

    private MeterRequest with(String output, String... argv) {
        MeterRequest request = request(argv);
        return new MeterRequest(
                request.mode(),
                request.argv(),
                request.environment(),
                request.directory(),
                null,
                folder.resolve(output),
                request.stderr(),
                request.limits(),
                false,
                null,
                null);
    }

    @Test
    void whatAProcessNeedsOfMemoryIsTheSameBesideAnother() throws Meter.Lost {
        List<MeterRequest> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String size = "bs=" + 8 * (1 + i % 4) + "M";
            requests.add(followed("beside-" + i, "/bin/dd", "if=/dev/zero", "of=/dev/null", "count=8", size));
        }
        List<Attempt> together = ParallelMeters.measure(Set.of(meter, meter.beside()), requests);
        for (int i = 0; i < requests.size(); i++) {
            ProcessMeasurements beside =
                    Objects.requireNonNull(together.get(i).record()).figures();
            ProcessMeasurements alone = meter.measure(requests.get(i)).figures();
            assertThat(beside.memory().peakQuality()).isEqualTo(PeakQuality.EXACT);
            assertThat(Objects.requireNonNull(beside.memory().peakBytes()).doubleValue())
                    .as(requests.get(i).argv().toString())
                    .isCloseTo(
                            Objects.requireNonNull(alone.memory().peakBytes()).doubleValue(), within(256.0 * 1024));
        }
    }

    private MeterRequest followed(String output, String... argv) {
        MeterRequest request = request(argv);
        return new MeterRequest(
                SamplingMode.MEMORY,
                request.argv(),
                request.environment(),
                request.directory(),
                null,
                folder.resolve(output),
                folder.resolve(output + "-errors"),
                Limits.of(Duration.ofSeconds(60), Duration.ofMillis(100), 1 << 26),
                false,
                null,
                null);
    }

    @Test
    void theMeterBesideEndsWithThisOne() {
        assertThat(meter.beside()).isNotSameAs(meter).isSameAs(meter.beside());
        meter.close();
        assertThatThrownBy(meter::beside).isInstanceOf(MeterFailure.class);
    }

    @Test
    void aRowIsRunInOrderUpToTheFirstThatFails() throws Meter.Lost, IOException {
        List<MeterRecord> records = meter.measureRow(List.of(
                with("first", "/bin/echo", "1"),
                with("second", "/bin/sh", "-c", "echo 2; exit 3"),
                with("third", "/bin/echo", "3")));
        assertThat(records).extracting(record -> record.exit().code()).containsExactly(0, 3);
        assertThat(Files.readString(folder.resolve("first"))).isEqualTo("1\n");
        assertThat(Files.readString(folder.resolve("second"))).isEqualTo("2\n");
        assertThat(folder.resolve("third")).doesNotExist();
        assertThat(meter.measureRow(List.of(request("/bin/true"), request("/bin/true"))))
                .extracting(record -> record.exit().ok())
                .containsExactly(true, true);
    }

    @Test
    void ofARowThatIsLongerThanThePipeTheFirstOnesAreRun() throws Meter.Lost {
        String argument = "x".repeat(30_000);
        MeterRequest large = request("/bin/true", argument);
        assertThat(meter.measureRow(List.of(large, large, large))).hasSize(2);
        MeterRequest tooBig = request("/bin/true", "x".repeat(1 << 20));
        assertThat(meter.measureRow(List.of(large, tooBig))).hasSize(1);
        assertThat(meter.measureRow(List.of(tooBig, large)))
                .extracting(record -> record.exit().reason())
                .containsExactly(Exit.Reason.LAUNCH_FAILED);
    }

    @Test
    void aMeterThatIsKilledInARowLosesTheRowAndStartsNoMoreOfIt() throws Meter.Lost {
        assertThatThrownBy(() -> meter.measureRow(List.of(
                        with("first", "/bin/true"),
                        with("second", "/bin/sh", "-c", "kill -9 $PPID; sleep 1000"),
                        with("third", "/bin/true"))))
                .isInstanceOf(Meter.Lost.class)
                .hasMessageContaining("the meter died");
        assertThat(folder.resolve("second")).exists();
        assertThat(folder.resolve("third")).doesNotExist();
        assertThat(meter.measure(request("/bin/true")).exit().ok()).isTrue();
    }

    @Test
    void aProgramThatIsNotThereIsNotAnExitCode() throws Meter.Lost {
        MeterRecord reading = meter.measure(request("/no/such/program"));
        assertThat(reading.exit().reason()).isEqualTo(Exit.Reason.LAUNCH_FAILED);
        assertThat(reading.exit().describe()).contains("/no/such/program");
        assertThat(reading.figures().wallNs()).isNull();
    }

    @Test
    void aMeterThatIsKilledLosesItsSampleAndTheNextRequestFindsANewOne() throws Meter.Lost {
        assertThatThrownBy(() -> meter.measure(request("/bin/sh", "-c", "kill -9 $PPID")))
                .isInstanceOf(Meter.Lost.class)
                .hasMessageContaining("the meter died");
        assertThat(meter.measure(request("/bin/true")).exit().ok()).isTrue();
    }

    @Test
    void aMeterThatIsStoppedLosesItsSampleAndTheNextRequestFindsANewOne() throws Meter.Lost {
        assertThatThrownBy(() -> meter.measure(request("/bin/sh", "-c", "kill -STOP $PPID")))
                .isInstanceOf(Meter.Lost.class)
                .hasMessageContaining("stopped by signal 19");
        assertThat(meter.measure(request("/bin/true")).exit().ok()).isTrue();
    }

    /** It greets, reads, says nothing more, and ends with its input. */
    @Test
    void aMeterThatNeverAnswersIsEndedAndLosesItsSample() throws IOException {
        Path mute = folder.resolve("mute");
        Files.writeString(
                mute,
                "#!/bin/sh\necho $$ >> pids\necho '{\"meter\":\"assay.meter/4\"}'\nwhile read -r line; do :; done\n");
        Files.setPosixFilePermissions(mute, PosixFilePermissions.fromString("rwx------"));
        MeterRequest hasty = request(Limits.of(Duration.ofMillis(1), Duration.ZERO, 1), "/bin/true");
        try (Meter impostor = new MeterProcess(mute, folder, Duration.ZERO)) {
            for (int started = 1; started <= 2; started++) {
                assertThatThrownBy(() -> impostor.measure(hasty))
                        .isInstanceOf(Meter.Lost.class)
                        .hasMessageContaining("did not answer within 0 s and was killed");
                assertThat(Files.readAllLines(folder.resolve("pids")))
                        .hasSize(started)
                        .noneMatch(pid -> ProcessHandle.of(Long.parseLong(pid))
                                .filter(ProcessHandle::isAlive)
                                .isPresent());
            }
        }
    }

    @Test
    void aRequestThatIsTooBigIsAFailedLaunchAndTheMeterGoesOn() throws Meter.Lost {
        String pid = pidOfTheMeter();
        MeterRecord reading = meter.measure(request("/bin/true", "ü".repeat(1 << 19)));
        assertThat(reading.exit().reason()).isEqualTo(Exit.Reason.LAUNCH_FAILED);
        assertThat(reading.exit().code()).isEqualTo(7);
        assertThat(reading.exit().describe())
                .containsPattern("together are 10[45][0-9]{4} bytes .*, more than 1048576");
        assertThat(reading.figures().wallNs()).isNull();
        assertThat(pidOfTheMeter()).isEqualTo(pid);
    }

    private String pidOfTheMeter() throws Meter.Lost {
        assertThat(meter.measure(request("/bin/sh", "-c", "echo $PPID")).exit().ok())
                .isTrue();
        try {
            return Files.readString(folder.resolve("stdout"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyProgramCarriesTheRunsToken() throws Meter.Lost, IOException {
        assertThat(meter.measure(request("/bin/sh", "-c", "echo $ASSAY_TOKEN"))
                        .exit()
                        .ok())
                .isTrue();
        assertThat(Files.readString(folder.resolve("stdout"))).isEqualTo(RunToken.own() + "\n");
    }

    /** By whom it is ended, the meter's keeper or a sweep, makes no difference. */
    @Test
    void whatAKilledMeterLeavesBehindIsEndedBeforeTheNextRequest() throws IOException, Meter.Lost {
        String script = "setsid sh -c 'echo $$ > child.new; mv child.new child; exec sleep 1000' >/dev/null 2>&1 &"
                + " while ! [ -e child ]; do :; done; kill -9 $PPID";
        assertThatThrownBy(() -> meter.measure(request("/bin/sh", "-c", script)))
                .isInstanceOf(Meter.Lost.class);
        assertThat(folder.resolve("child")).exists();
        assertThat(OrphanReaper.of(RunToken.own()).nothing())
                .as("nothing is left to sweep")
                .isTrue();
        assertThat(meter.measure(request("/bin/true")).exit().ok()).isTrue();
    }

    @Test
    void aRequestThatItCannotServeIsRefusedInWords() {
        assertThatThrownBy(() -> meter.measure(request("relative/program")))
                .isInstanceOf(MeterFailure.class)
                .hasMessageContaining("relative/program");
    }

    @Test
    void whatIsNotAMeterIsSaid() {
        try (Meter impostor = new MeterProcess(Path.of("/bin/true"), folder)) {
            assertThatThrownBy(() -> impostor.measure(request("/bin/true")))
                    .isInstanceOf(MeterFailure.class)
                    .hasMessageContaining("target/meter");
        }
    }

    @Test
    void aClosedMeterTakesNoRequests() {
        meter.close();
        assertThatThrownBy(() -> meter.measure(request("/bin/true"))).isInstanceOf(MeterFailure.class);
    }
}
