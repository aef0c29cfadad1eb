package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.fixture.JournalContract;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.Profile;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Exit;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Journals that Assay did not write. */
class ForeignJournalTest {
    private static final String HEADER = """
            {"kind":"header","schema":"assay.journal/1","id":"mine","startedAt":"2026-05-04T10:15:30Z","blocks":6,\
            "trials":[{"id":"mine/sum:rust:std@10x1","command":{"argv":["./sum","10"]}}],\
            "environment":{"at":"2026-05-04T10:15:30Z","cpuModel":"Some CPU","cores":4,"memoryBytes":17179869184}}""";

    private static final String SAMPLE = """
            {"kind":"sample","trial":"mine/sum:rust:std@10x1","block":0,"position":0,"wallNs":1200000}""";

    private static final String END = """
            {"kind":"end","at":"2026-05-04T10:16:00Z","complete":true}""";

    @TempDir
    private Path folder;

    private Path journal(String... lines) throws IOException {
        return Files.writeString(folder.resolve("journal.jsonl"), String.join("\n", lines) + "\n");
    }

    private Recording read(String... lines) throws IOException {
        return JournalReader.read(journal(lines));
    }

    @Test
    void whatOnlyAssayKnowsMayBeOmitted() throws IOException {
        Recording recording = read(HEADER, SAMPLE, "", END);
        assertThat(recording.partial()).isFalse();
        assertThat(recording.header().profile()).isEqualTo(Profile.QUICK);
        assertThat(recording.header().subject().floor().skipped()).contains("no program that does nothing");
        assertThat(recording.header().environment().phase()).isEqualTo(SnapshotPhase.BEFORE);
        Sample sample = recording.samples().get(0);
        assertThat(sample.mode()).isEqualTo(SamplingMode.TIMING);
        assertThat(sample.exit()).isEqualTo(new Exit(Exit.Reason.EXITED, 0, null, null, null));
        assertThat(sample.figures().memory().peakBytes()).isNull();
        assertThat(sample.ownCpuShare()).isNull();
    }

    @Test
    void aWorkloadWithoutAManifestIsKnownByItsTrials() throws IOException {
        Workload workload = read(HEADER, SAMPLE, END).header().workloads().get(0);
        assertThat(workload.id()).isEqualTo("mine/sum");
        assertThat(workload.size(Profile.QUICK)).isEqualTo(10);
        assertThat(workload.threads()).isEqualTo(ThreadUse.ONE);
    }

    @Test
    void fieldsThatNobodyKnowsMeanNothing() throws IOException {
        String more = SAMPLE.replace("\"block\":0", "\"block\":0,\"mood\":{\"good\":true},\"$x\":[1]");
        assertThat(read(HEADER, more, END)).isEqualTo(read(HEADER, SAMPLE, END));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"wallNs\":1200000 | \"wallNs\":-5 | 'wallNs' is -5; give a whole number from 0, or null",
                "\"wallNs\":1200000 | \"wallNs\":\"1.2 ms\" | 'wallNs' is a text; give a whole number from 0",
                "\"wallNs\":1200000 | \"wallNs\":1.5 | 'wallNs' is 1.5; give a whole number from 0",
                "\"position\":0, | \"x\":0, | 'position' is missing; give its place in the block",
                "\"block\":0 | \"block\":0,\"mode\":\"time\" | 'mode' is 'time'",
                "\"block\":0 | \"block\":0,\"exit\":{\"reason\":\"died\"} | 'exit.reason' is 'died'",
                "rust:std@10x1 | rust:std | give a trial's id: 'suite/name:runtime:variant@sizexthreads'",
                "rust:std@10x1 | rust:std@20x1 | 'trial' is 'mine/sum:rust:std@20x1', which is not in the header",
                "rust:std@10x1 | cobol:std@10x1 | 'trial' cannot be used: no runtime is called 'cobol'",
                "\"kind\":\"sample\" | \"kind\":\"smaple\" | 'kind' is 'smaple'; did you mean 'sample'?",
                "\"kind\":\"sample\", | `` | 'kind' is missing; use one of header, probe, sample",
                "\"block\":0 | \"block\":0: | not JSON: ",
            })
    void whatIsWrongIsNamedByLineAndField(String right, String wrong, String message) throws IOException {
        assertThat(SAMPLE).contains(right);
        Path journal = journal(HEADER, SAMPLE.replace(right, wrong), END);
        assertThatThrownBy(() -> JournalReader.read(journal))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(journal.toString())
                .hasMessageContaining("line 2: ")
                .hasMessageContaining(message)
                .hasMessageContaining("results/README.md");
    }

    @Test
    void repetitionsMustBeAsManyAsTheTrialSays() throws IOException {
        String header = HEADER.replace("\"command\":", "\"workTime\":true,\"repeat\":3,\"command\":");
        String series = SAMPLE.replace("\"wallNs\"", "\"workSeriesNs\":[5,4,4],\"wallNs\"");
        assertThat(read(header, series, END).samples().get(0).reported().workSeriesNs())
                .containsExactly(5L, 4L, 4L);

        String failed = series.replace("[5,4,4]", "[5],\"problem\":\"it died\"");
        assertThat(read(header, failed, END).samples().get(0).reported().workSeriesNs())
                .containsExactly(5L);

        Path tooFew = journal(header, series.replace("[5,4,4]", "[5,4]"));
        assertThatThrownBy(() -> JournalReader.read(tooFew))
                .hasMessageContaining(
                        "line 2: 'workSeriesNs' has 2 times, and 'repeat' of its trial is 3; give one for each");
        Path unasked = journal(HEADER, series.replace("[5,4,4]", "[5]"));
        assertThatThrownBy(() -> JournalReader.read(unasked))
                .hasMessageContaining("line 2: 'workSeriesNs' has 1 time, and 'repeat' of its trial is 1");
    }

    /** Whoever wrote journals when work time was called kernel time need not write them anew, and may continue them. */
    @Test
    void theFormerWordsAreReadAsTodays() throws IOException {
        String header = HEADER.replace("\"command\":", "\"kernelTime\":true,\"command\":");
        String former = SAMPLE.replace("\"wallNs\"", "\"kernelNs\":7,\"wallNs\"");
        String today = SAMPLE.replace("\"block\":0", "\"block\":1").replace("\"wallNs\"", "\"workNs\":8,\"wallNs\"");
        Recording recording = read(header, former, today, END);
        assertThat(recording.header().trials().get(0).workTime()).isTrue();
        assertThat(recording.header().workloads().get(0).workTime()).isTrue();
        assertThat(recording.samples()).extracting(Sample::workNs).containsExactly(7L, 8L);

        Path both = journal(header, former.replace("\"wallNs\"", "\"workNs\":7,\"wallNs\""), END);
        assertThatThrownBy(() -> JournalReader.read(both))
                .hasMessageContaining(
                        "line 2: this cannot be used: 'kernelNs' is the former name of 'workNs', and both");
        Path wrong = journal(header, former.replace("7", "-7"), END);
        assertThatThrownBy(() -> JournalReader.read(wrong)).hasMessageContaining("line 2: 'workNs' is -7; give");
    }

    /** A run that was begun in the former words goes on in those of today, in one journal. */
    @Test
    void aRunInTheFormerWordsGoesOn() throws IOException {
        String header = HEADER.replace("\"command\":", "\"kernelTime\":true,\"command\":");
        String former = SAMPLE.replace("\"wallNs\"", "\"kernelNs\":7,\"wallNs\"");
        Path file = journal(header, former);
        String before = Files.readString(file);
        Sample sample = Examples.sample("mine/sum:rust:std@10x1", 1, false, 5_000_000);
        try (Journal journal = Journal.reopen(file)) {
            Recording past = journal.content().recording();
            journal.resume(new Recording.Resume(
                    past.header().startedAt(),
                    past.header().startedAt(),
                    1,
                    past.header().environment()));
            journal.sample(sample);
        }
        assertThat(Files.readString(file)).startsWith(before);
        assertThat(Files.readAllLines(file).get(3)).contains("\"workNs\":").doesNotContain("kernel");
        assertThat(JournalReader.read(file).samples())
                .extracting(Sample::workNs)
                .containsExactly(7L, sample.workNs());
    }

    @Test
    void aHeaderIsCheckedInDepth() throws IOException {
        Path journal = journal(HEADER.replace("[\"./sum\",\"10\"]", "[\"./sum\",10]"), SAMPLE);
        assertThatThrownBy(() -> JournalReader.read(journal))
                .hasMessageContaining("line 1: 'trials[0].command.argv[1]' is 10; give a text");
        Path neither = journal(HEADER.replace(",\"command\":{\"argv\":[\"./sum\",\"10\"]}", ""), SAMPLE);
        assertThatThrownBy(() -> JournalReader.read(neither))
                .hasMessageContaining("line 1: 'trials[0]' cannot be used: the trial mine/sum:rust:std@10x1 needs");
    }

    @Test
    void theSameProcessTwiceIsRefused() throws IOException {
        Path journal = journal(HEADER, SAMPLE, SAMPLE);
        assertThatThrownBy(() -> JournalReader.read(journal))
                .hasMessageContaining(
                        "line 3: block 0 has a timing sample of mine/sum:rust:std@10x1 already, on line 2");
    }

    @Test
    void aBlockMayTimeATrialSeveralTimes() throws IOException {
        String again = SAMPLE.replace("\"position\":0", "\"position\":1");
        assertThat(again).isNotEqualTo(SAMPLE);
        assertThat(JournalReader.read(journal(HEADER, SAMPLE, again)).samples())
                .extracting(sample -> sample.order().position())
                .containsExactly(0, 1);
    }

    @Test
    void twoRunsInOneJournalAreRefused() throws IOException {
        Path journal = journal(HEADER, SAMPLE, HEADER);
        assertThatThrownBy(() -> JournalReader.read(journal)).hasMessageContaining("line 3: there already is a header");
    }

    @Test
    void aLastLineThatIsWholeAndWrongIsNotTakenForOneThatWasCutOff() throws IOException {
        Path journal = journal(HEADER, SAMPLE.replace("1200000", "-1"));
        assertThatThrownBy(() -> JournalReader.read(journal)).hasMessageContaining("line 2: 'wallNs' is -1");
    }

    @Test
    void everyProblemIsToldButNotEndlessly() throws IOException {
        String wrong = SAMPLE.replace("1200000", "-1");
        Path two = journal(HEADER, wrong, SAMPLE.replace("1200000", "-2"), END);
        assertThatThrownBy(() -> JournalReader.read(two)).hasMessageContaining("line 2: ", "line 3: ");
        String[] lines = new String[1000];
        lines[0] = HEADER;
        Arrays.fill(lines, 1, lines.length, wrong);
        Path many = journal(lines);
        assertThatThrownBy(() -> JournalReader.read(many))
                .hasMessageContaining("line 11: ")
                .hasMessageContaining("and perhaps more")
                .hasMessageNotContaining("line 12: ");
    }

    /** One line of every kind that Assay writes, with every field that the schema has. */
    @Test
    void whatAssayWritesTheSchemaDescribesInFull() throws IOException {
        String trial = "numeric/nbody:rust:std@10x1";
        RunFolder run = RunFolder.create(folder, "run");
        try (Journal journal = run.journal()) {
            journal.header(Examples.header(List.of(Examples.trial(trial))));
            journal.sample(Examples.sample(trial, 1, false, 5_000_000));
            journal.environment(Examples.environment(SnapshotPhase.DURING));
            Instant now = Instant.parse("2026-01-02T05:00:00.123456789Z");
            journal.resume(new Recording.Resume(now, now, 1, Examples.environment(SnapshotPhase.BEFORE)));
            journal.stop(new StopReason("numeric/nbody", StopReason.Reason.PRECISE, 12, 0.0164, 0.02));
            journal.end(new Recording.End(now, false, "interrupted"));
        }
        assertThat(JournalContract.problems(run.journalFile())).isEmpty();
        String text = Files.readString(run.journalFile());
        Files.writeString(run.journalFile(), text.replace("\"survivors\":0", "\"survivor\":0"));
        assertThat(JournalContract.problems(run.journalFile())).hasSize(2).allMatch(line -> line.startsWith("line 2"));
    }
}
