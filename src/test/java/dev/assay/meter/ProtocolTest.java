package dev.assay.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.MeterFailure;
import dev.assay.model.run.Counter;
import dev.assay.model.run.Exit;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.SamplingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolTest {
    private static final MeterRequest REQUEST = new MeterRequest(
            SamplingMode.TIMING,
            List.of("/bin/echo", "a \"b\"\n"),
            Map.of("K", "V"),
            Path.of("/work dir"),
            null,
            Path.of("/out"),
            Path.of("/err"),
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(250), 100, Duration.ofSeconds(2), 1L << 40, null),
            true,
            List.of(0, 3),
            4096L);

    private static final String RECORD = """
            {"id":7,"mode":"timing","startNs":1,"wallNs":500,"userNs":300,"systemNs":100,"taskClockNs":450,"cpuComplete":false,"peakBytes":1048576,"peakQuality":"rusage","peakQuantumBytes":null,\
            "treePeakLowBytes":null,"treePeakHighBytes":null,"processes":null,"minorFaults":10,"majorFaults":0,"voluntarySwitches":1,"involuntarySwitches":2,\
            "counters":{"instructions":{"count":9,"enabledNs":20,"runningNs":10}},"exit":{"reason":"exited","code":3,"signal":null,"limit":null,"message":null},"stdoutBytes":1,"stderrBytes":2,\
            "survivors":1,"overheadNs":40,"meterCpuNs":30}""";

    @Test
    void aRequestIsOneLineWithEveryField() {
        assertThat(Protocol.request(7, REQUEST, true))
                .isEqualTo(
                        "{\"id\":7,\"mode\":\"timing\",\"argv\":[\"/bin/echo\",\"a \\\"b\\\"\\n\"],\"env\":{\"K\":\"V\"},"
                                + "\"cwd\":\"/work dir\",\"stdin\":null,\"stdout\":\"/out\",\"stderr\":\"/err\",\"outputLimitBytes\":100,"
                                + "\"timeoutMs\":5000,\"graceMs\":250,\"cpuLimitMs\":2000,\"memoryLimitBytes\":1099511627776,\"processLimit\":null,\"counters\":true,\"cpus\":[0,3],\"inherit\":4096,\"more\":true}");
    }

    @Test
    void aRecordIsReadWholeAndNullStaysNull() throws Meter.Lost {
        MeterRecord reading = Objects.requireNonNull(Protocol.readRecord(7, RECORD));
        assertThat(reading.figures().wallNs()).isEqualTo(500);
        assertThat(reading.figures().memory().peakQuality()).isEqualTo(PeakQuality.RUSAGE);
        assertThat(reading.figures().memory().treePeakHighBytes()).isNull();
        assertThat(reading.exit()).isEqualTo(new Exit(Exit.Reason.EXITED, 3, null, null, null));
        assertThat(reading.figures().survivors()).isEqualTo(1);
        assertThat(reading.figures().cpu().cpuComplete()).isFalse();
        assertThat(reading.figures().cpu().totalNs()).isEqualTo(450);
        assertThat(reading.figures().counters()).containsExactly(Map.entry("instructions", new Counter(9, 20, 10)));
        assertThat(reading.meterCpuNs()).isEqualTo(30);
    }

    @Test
    void aRecordThatWasCutOffIsALostSampleAndNeverAZero() {
        for (int length = 0; length < RECORD.length() - 1; length++) {
            String cut = RECORD.substring(0, length);
            assertThatThrownBy(() -> Protocol.readRecord(7, cut)).isInstanceOfAny(Meter.Lost.class, MeterFailure.class);
        }
        assertThatThrownBy(() -> Protocol.readRecord(8, RECORD)).isInstanceOf(Meter.Lost.class);
    }

    @Test
    void aProcessThatWasSkippedHasNoRecord() throws Meter.Lost {
        assertThat(Protocol.readRecord(7, "{\"id\":7,\"skipped\":true}")).isNull();
        assertThatThrownBy(() -> Protocol.readRecord(8, "{\"id\":7,\"skipped\":true}"))
                .isInstanceOf(Meter.Lost.class);
    }

    @Test
    void aRefusalIsPassedOn() {
        assertThatThrownBy(() -> Protocol.readRecord(7, "{\"id\":7,\"error\":\"argv is empty\"}"))
                .isInstanceOf(MeterFailure.class)
                .hasMessageContaining("argv is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":null,\"error\":\"expected value at line 1 column 1\"}",
                "{\"id\":6,\"error\":\"argv is empty\"}",
                "{\"error\":\"argv is empty\"}"
            })
    void theRefusalOfALineThatIsNotOursLosesTheSampleAndNotTheRun(String refusal) {
        assertThatThrownBy(() -> Protocol.readRecord(7, refusal))
                .isInstanceOf(Meter.Lost.class)
                .hasMessageContaining("a different request, not 7");
    }

    @Test
    void aGreetingTellsWhatTheMeterCanDoAndWhyNot() {
        Capabilities abilities = Protocol.greeting("{\"meter\":\"assay.meter/4\",\"version\":\"9\",\"new\":[1],"
                + "\"abilities\":{\"counters\":\"not supported\",\"trace\":null,\"flying\":null}}");

        assertThat(abilities.state(Capabilities.TRACE)).isEqualTo("yes");
        assertThat(abilities.lacks(Capabilities.TRACE)).isFalse();
        assertThat(abilities.lacks(Capabilities.COUNTERS)).isTrue();
        assertThat(abilities.lacks(Capabilities.WARDEN))
                .as("nothing is known of it")
                .isFalse();
        assertThat(abilities.facts())
                .containsExactly(
                        Map.entry("meter: memory by trace", "yes"),
                        Map.entry("meter: CPU time of whole trees", "unknown"),
                        Map.entry("meter: hardware counters", "not supported"),
                        Map.entry("meter: warden", "unknown"),
                        Map.entry("meter: flying", "yes"));
    }

    @Test
    void aGreetingThatSaysNothingOfAbilitiesIsWelcome() {
        assertThat(Protocol.greeting("{\"meter\":\"assay.meter/4\"}").states().values())
                .containsOnly("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"meter\":\"assay.meter/9\"}", "hello", "{}", "[]"})
    void anotherMeterIsNotSpokenTo(String greeting) {
        assertThatThrownBy(() -> Protocol.greeting(greeting)).isInstanceOf(MeterFailure.class);
    }
}
