package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.fixture.Nights;
import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.run.TrialId;
import dev.assay.store.HistoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over time, by real runs and by histories that were made up. */
class HistoryIT {
    private static final String C = "good/fine:c:std@1x1";
    private static final double USUAL = -12;

    @TempDir
    private Path folder;

    private Path results;
    private AssayCall assay;
    private FixtureHome home;

    @BeforeEach
    void home() throws IOException {
        home = new FixtureHome(folder.resolve("home"))
                .pair("good/fine", "print(42)\n", "#include <stdio.h>\nint main(void) { puts(\"42\"); return 0; }\n");
        results = Files.createDirectories(folder.resolve("results"));
        assay = new AssayCall(folder, home.root());
    }

    private HistoryFile file() {
        return HistoryFile.in(results);
    }

    private String report() throws IOException {
        return Files.readString(results.resolve("latest/report.html"));
    }

    private Ended smoke() throws IOException, InterruptedException {
        return assay.run("--profile=smoke", "--results=" + results);
    }

    private Ended history() throws IOException, InterruptedException {
        return assay.run("history", "--results=" + results, "--fail-on=regression");
    }

    /** What was printed, however a terminal's width has broken it. */
    private static String said(Ended ended) {
        return ended.out().replaceAll("\\s+", " ");
    }

    /** Nights of the fixture's C program, over the canary: the machine is another one than this. */
    private static Nights night(Nights night, double shift) {
        return night.profile(Profile.QUICK)
                .reference(TrialId.parse("noise/canary:rust:a@300000x1"))
                .figure(C, Metric.WALL, USUAL + shift, Nights.HALF);
    }

    /** Twelve nights as usual and one with a jump. */
    private void jump() {
        for (int day = 0; day < 12; day++) {
            file().add(night(Nights.night(day), 0.002 * (day % 3)).build());
        }
        file().add(night(Nights.night(12), 0.2).build());
    }

    @Test
    void everyRunAddsItselfAndTheSecondReportShowsTheFirst() throws IOException, InterruptedException {
        assertThat(smoke().code()).isZero();
        assertThat(report()).contains("No history yet").doesNotContain("<svg class=\"trend\"");
        assertThat(smoke().code()).isZero();
        List<HistoryEntry> nights = file().read().nights();
        assertThat(nights).hasSize(2).allSatisfy(night -> {
            assertThat(night.profile()).isEqualTo(Profile.SMOKE);
            assertThat(night.figures()).hasSize(4);
            assertThat(night.reference()).hasToString("noise/canary:rust:a@300000x1");
            assertThat(night.versions()).containsKeys("kernel", "python", "c", "assay", "reference");
        });
        assertThat(nights.get(0).machine()).isEqualTo(nights.get(1).machine());
        byte[] page = Files.readAllBytes(results.resolve("latest/report.html"));
        assertThat(report()).contains("<section id=\"trends\"", "<svg class=\"trend\"", C);
        // the run is there already: nothing is added, and the report becomes the same
        Ended again = assay.run("report", results.resolve("latest").toString());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readAllBytes(results.resolve("latest/report.html"))).isEqualTo(page);
        assertThat(file().read().nights()).hasSize(2);
    }

    @Test
    void aHistoryThatIsLostIsMadeAgainOfTheRuns() throws IOException, InterruptedException {
        assertThat(smoke().code()).isZero();
        List<HistoryEntry> nights = file().read().nights();
        Files.delete(file().path());
        Ended ended = history();
        assertThat(ended.code()).as("smoke runs tell nothing: " + ended.err()).isEqualTo(5);
        assertThat(ended.err())
                .contains("Added to the history: " + nights.get(0).run());
        assertThat(ended.out()).contains("Nothing can be said yet");
        assertThat(file().read().nights()).isEqualTo(nights);
    }

    @Test
    void withoutRunsThereIsNoHistory() throws IOException, InterruptedException {
        Ended ended = history();
        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.out()).contains("No history in " + results + " yet");
        assertThat(ended.err()).contains("--fail-on had nothing to judge: there is no history");
        assertThat(new AssayProcess(folder, home.root())
                        .run("history", "--results=" + results)
                        .code())
                .as("without a gate nothing is missing")
                .isZero();
    }

    /** Nights whose dates are wrong neither are the newest nor hide those that are right. */
    @Test
    void theSameProgramInASlowerSessionMeetsNoGateAndAChangedOneDoes() throws IOException, InterruptedException {
        file().add(night(Nights.night(-20_513).program("aaaaaaaaaaaa"), 1).build());
        file().add(night(Nights.night(300_000).program("aaaaaaaaaaaa"), 1).build());
        for (int day = 0; day < 12; day++) {
            file().add(night(Nights.night(day).program("aaaaaaaaaaaa"), 0.002 * (day % 3))
                    .build());
        }
        file().add(night(Nights.night(12).program("aaaaaaaaaaaa"), 0.2).build());
        file().add(night(Nights.confirming(12).program("aaaaaaaaaaaa"), 0.2).build());
        Ended same = history();
        assertThat(same.code()).as(same.out()).isZero();
        assertThat(said(same)).contains("The program is unchanged, so the machine caused this");
        file().add(night(Nights.night(13).program("bbbbbbbbbbbb"), 0.2).build());
        file().add(night(Nights.confirming(13).program("bbbbbbbbbbbb"), 0.2).build());
        Ended changed = history();
        assertThat(changed.code()).as(changed.out() + changed.err()).isEqualTo(1);
        assertThat(changed.err()).contains("1 night is in the future", "1 night is older than Assay");
        assertThat(said(changed)).contains("Confirmed by again-13");
    }

    @Test
    void aJumpIsSuspectedThenConfirmedAndOnlyThenTheGateIsMet() throws IOException, InterruptedException {
        jump();
        Ended suspected = history();
        assertThat(suspected.code()).as(suspected.err()).isZero();
        assertThat(said(suspected))
                .contains("Worse than usual", "Time of C in good/fine: 1.22", "Not yet checked by a fresh run");
        file().add(night(Nights.confirming(12), 0.19).build());
        Ended confirmed = history();
        assertThat(confirmed.code()).as(confirmed.err()).isEqualTo(1);
        assertThat(said(confirmed)).contains("Confirmed by again-12", "1 regressed");
        assertThat(assay.run("history", "--results=" + results).code()).isZero();
    }

    @Test
    void whatAFreshRunDoesNotSeeIsClearedAndLogged() throws IOException, InterruptedException {
        jump();
        file().add(night(Nights.confirming(12), 0).build());
        Ended cleared = history();
        assertThat(cleared.code()).as(cleared.err()).isZero();
        assertThat(said(cleared)).contains("Cleared: again-12 did not reproduce it", "1 suspected and cleared");
    }

    /** However noisy this machine is, C takes more than the made-up 1/160,000 of the canary's time on it. */
    @Test
    void confirmMeasuresAgainWhatIsSuspectedAndNothingElse() throws IOException, InterruptedException {
        jump();
        Ended confirmed = assay.run("--confirm=latest", "--blocks=6", "--results=" + results);
        assertThat(confirmed.code()).as(confirmed.err()).isZero();
        assertThat(said(confirmed)).contains("1 regressed");
        HistoryEntry again = file().read().nights().get(13);
        assertThat(again.confirms()).isEqualTo("night-12");
        assertThat(again.profile()).isEqualTo(Profile.QUICK);
        assertThat(history().code()).isEqualTo(1);
        Ended nothing = assay.run("--confirm=latest", "--results=" + results);
        assertThat(nothing.code()).as(nothing.err()).isZero();
        assertThat(said(nothing)).contains("Nothing is suspected in night-12");
        assertThat(file().read().nights()).hasSize(14);
    }

    @Test
    void whatCannotBeConfirmedIsRefused() throws IOException, InterruptedException {
        jump();
        Ended unknown = assay.run("--confirm=night-99", "--results=" + results);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--confirm=night-99 is not in the history of " + results);
        Ended root = assay.run("--confirm=/", "--results=" + results);
        assertThat(root.code()).isEqualTo(2);
        assertThat(root.err()).contains("--confirm=/ is not in the history of " + results);
        Ended both = assay.run("--confirm=latest", "--workload=fine", "--results=" + results);
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--confirm chooses the workloads itself");
        Ended word = assay.run("history", "--results=" + results, "--fail-on=refuted");
        assertThat(word.code()).isEqualTo(2);
        assertThat(word.err()).contains("--fail-on=refuted does not apply to a history");
    }

    @Test
    void aHostileHistorySpoilsNoRun() throws IOException, InterruptedException {
        Files.writeString(
                file().path(),
                "\u0000\u0001nonsense\n{\"schema\":\"assay.history/9\"}\n{\"schema\":\"assay.history/1\",\"run\":\"../../x\"}\n"
                        + "{\"schema\":\"assay.history/1\",\"run\":\"<script>",
                StandardOpenOption.CREATE);
        Ended ended = smoke();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains(
                        "line 1 is incomplete or not JSON",
                        "line 2 is of another version of Assay ('assay.history/9'",
                        "line 3 is damaged: 'startedAt' is missing",
                        "line 4, the last, is incomplete or not JSON");
        assertThat(file().read().nights()).hasSize(1);
        assertThat(Files.readAllLines(file().path())).hasSize(5);
    }

    @Test
    void aHistoryThatIsNotAFileSpoilsNoRunEither() throws IOException, InterruptedException {
        Files.createDirectory(file().path());
        Ended ended = smoke();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("warning: the report has no history", "warning: this run was not added to the history");
        Ended command = history();
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).contains("Cannot read the history");
    }
}
