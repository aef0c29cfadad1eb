package dev.assay.app.request;

import static dev.assay.app.request.Requests.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.environment.CpuKinds;
import dev.assay.model.AssayException.Usage;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunRequestTest {
    private static final Processors PROCESSORS = new Processors(2, List.of(0, 1), new CpuKinds(List.of()));

    /** A value for every option, so that an option that is added here fails until it can be recorded and read again. */
    private static final Map<String, String> EVERY_RECORDED = Map.ofEntries(
            Map.entry("catalog", "/my/workloads"),
            Map.entry("suite", "numeric,text"),
            Map.entry("workload", "memory/*"),
            Map.entry("confirm", "20260504T101530Z-9f3a"),
            Map.entry("profile", "full"),
            Map.entry("baseline", "gzip -1"),
            Map.entry("contender", "gzip -6"),
            Map.entry("baseline-name", "fast"),
            Map.entry("contender-name", "small"),
            Map.entry("serve", "true"),
            Map.entry("load", "GET /a GET /b?c=1"),
            Map.entry("connections", "16"),
            Map.entry("requests", "5000"),
            Map.entry("share", "0.25"),
            Map.entry("prepare", "sync"),
            Map.entry("cwd", "/"),
            Map.entry("input", "/etc/passwd"),
            Map.entry("output-limit", "3MiB"),
            Map.entry("blocks", "20"),
            Map.entry("runs", "30"),
            Map.entry("precision", "1.25%"),
            Map.entry("budget", "1h2m3s4ms"),
            Map.entry("sessions", "2"),
            Map.entry("session-pause", "1m30s"),
            Map.entry("runtimes", "c,python,rust"),
            Map.entry("variants", "rust:*"),
            Map.entry("builds", "7"),
            Map.entry("threads", "1,2"),
            Map.entry("ignore-output", "true"),
            Map.entry("timeout", "1500ms"),
            Map.entry("cpus", "1,0"),
            Map.entry("memory-limit", "2GiB"),
            Map.entry("cpu-limit", "30s"),
            Map.entry("process-limit", "7"),
            Map.entry("no-trace", "true"),
            Map.entry("python", "python3.12"),
            Map.entry("pypy", "/opt/pypy"),
            Map.entry("python-ft", "python3.14t"),
            Map.entry("seed", "4294967295"));

    @Test
    void everyOptionIsInTheList() {
        Set<Object> constants = new HashSet<>();
        Stream.of(RunOptions.class, CommandOptions.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == RunOption.class)
                .forEach(field -> constants.add(value(field)));
        assertThat(new HashSet<Object>(RunOptions.ALL)).isEqualTo(constants);
        assertThat(RunOptions.ALL).doesNotHaveDuplicates();
        Set<Object> ofCommands = new HashSet<>(RunOptions.OF_RUN);
        ofCommands.addAll(RunOptions.OF_COMPARE);
        assertThat(ofCommands).isEqualTo(constants);
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyRecordedOptionIsReadAsItWas() {
        RunRequest request = RunRequest.parse(EVERY_RECORDED);
        assertThat(request.recorded()).isEqualTo(EVERY_RECORDED);
        assertThat(RunRequest.parse(request.recorded())).isEqualTo(request);
        assertThat(EVERY_RECORDED.keySet())
                .containsExactlyInAnyOrderElementsOf(RunOptions.ALL.stream()
                        .filter(RunOption::isRecorded)
                        .map(RunOption::name)
                        .toList());
    }

    @Test
    void otherSpellingsOfAValueAreTheSameRequest() {
        assertThat(typed("--runtimes=rust,C")).isEqualTo(typed("--runtimes=c,rust"));
        assertThat(typed("--budget=90s")).isEqualTo(typed("--budget=1m30s"));
        assertThat(typed("--precision=2 %")).isEqualTo(typed("--precision=2%"));
        assertThat(typed("--memory-limit=2048mib")).isEqualTo(typed("--memory-limit=2GiB"));
        assertThat(typed("--cpus=0-2")).isEqualTo(typed("--cpus=0,1,2"));
    }

    @Test
    void aRequestNeverChanges() {
        RunRequest request = typed("--seed=1");
        assertThat(request.with(RunOptions.SEED, 2L).get(RunOptions.SEED)).isEqualTo(2);
        assertThat(request.get(RunOptions.SEED)).isEqualTo(1);
    }

    @Test
    void resumingKeepsTheOptionsOfTheRun() {
        RunRequest then = RunDefaults.complete(typed("--suite=numeric", "--runtimes=rust,c"), PROCESSORS);
        RunRequest again = then.resumedBy(typed("--offline", "--runtimes=c,rust", "--suite=numeric"));
        assertThat(again.recorded()).isEqualTo(then.recorded());
        assertThat(again.isSet(RunOptions.OFFLINE)).isTrue();
    }

    @Test
    void resumingWithOtherOptionsIsRefused() {
        RunRequest then = RunDefaults.complete(typed("--suite=numeric"), PROCESSORS);
        assertThatThrownBy(() -> then.resumedBy(typed("--suite=text", "--memory-limit=1GiB")))
                .isInstanceOf(Usage.class)
                .hasMessage(
                        "A resumed run uses its original options: --suite=text was --suite=numeric then;"
                                + " --memory-limit=1GiB was not given then. Omit these options, or start a new run without --resume.");
    }

    @Test
    void theCommandLineDoesTheSameAgain() {
        assertThat(typed("--suite=all", "--seed=7", "--offline").commandLine())
                .containsExactly("mvn", "exec:java", "-Dsuite=all", "-Dseed=7");
        assertThat(typed("--contender=b", "--baseline=a x", "--runs=9").commandLine())
                .containsExactly(
                        "java", "-jar", "target/assay.jar", "compare", "--baseline=a x", "--contender=b", "--runs=9");
    }

    @ParameterizedTest
    @CsvSource({"4096, 4096", "1KiB, 1024", "3mib, 3145728", "1TiB, 1099511627776"})
    void memoryIsANumberOfBytesOrHasAUnit(String text, long bytes) {
        assertThat(typed("--memory-limit=" + text).get(RunOptions.MEMORY_LIMIT)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0.1%,0.001", "50%,0.5", "2 %,0.02"})
    void theEndsOfTheRangeOfPrecisionAreInIt(String share, double value) {
        assertThat(typed("--precision=" + share).get(RunOptions.PRECISION)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--blocks=0            | --blocks=0 is out of range: give 1 to 10000",
                "--blocks=10001        | --blocks=10001 is out of range",
                "--blocks=many         | --blocks=many is not a whole number",
                "--precision=2         | --precision=2 is not a valid precision: give a percentage from 0.1% to 50%, such as 2%",
                "--precision=0.05%     | is not a valid precision",
                "--precision=51%       | is not a valid precision",
                "--budget=soon         | --budget=soon is not a valid time",
                "--budget=0s           | --budget=0s is not a valid time",
                "--budget=169h         | --budget=169h is out of range: give at most 7 days",
                "--sessions=0          | --sessions=0 is out of range: give 1 to 100, such as 3.",
                "--sessions=101        | --sessions=101 is out of range: give 1 to 100, such as 3.",
                "--session-pause=soon  | --session-pause=soon is not a valid time",
                "--session-pause=25h   | --session-pause=25h is out of range: give at most 24h",
                "--builds=51           | --builds=51 is out of range: give 1 to 50, such as 3.",
                "--threads=0           | --threads=0 is out of range: give numbers from 1 to 1024",
                "--threads=1,x         | --threads=x is not a whole number",
                "--memory-limit=2GB    | is not a valid size: give a number above 0 with a unit",
                "--memory-limit=0MiB   | is not a valid size",
                "--memory-limit=999999999999TiB| is not a valid size",
                "--cpu-limit=30        | --cpu-limit=30 is not a valid time",
                "--process-limit=0     | --process-limit=0 is out of range: give a number of at least 1",
                "--cpus=fast           | is not a valid list of processors: give numbers and ranges, such as 0,2-3, or all.",
                "--runtimes=rust,java  | --runtimes=java is not valid: give one or more of rust, python, c",
                "--runtimes=,          | --runtimes= is empty. Give one or more of rust, python, c",
                "--profile=fast        | is not a valid profile: choose one of smoke, quick, full",
                "--python=             | --python= is empty. Give an interpreter, such as --python=/usr/bin/python3, or omit",
                "--results=            | --results= is empty. Give a folder, such as --results=results, or omit the option.",
                "--seed=1.5            | --seed=1.5 is not a whole number",
                "--speed=1             | There is no option --speed.",
            })
    void badValuesAreRefused(String option, String words) {
        assertThatThrownBy(() -> typed(option)).isInstanceOf(Usage.class).hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500ms", "30s", "10m", "5m30s"})
    void timesHaveUnits(String time) {
        assertThat(typed("--timeout=" + time).get(RunOptions.TIMEOUT)).isGreaterThan(Duration.ZERO);
    }
}
