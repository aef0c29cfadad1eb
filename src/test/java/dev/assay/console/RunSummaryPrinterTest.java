package dev.assay.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Probes;
import dev.assay.analysis.Synthetic;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.Warning;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.result.RunResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSummaryPrinterTest {
    @Test
    void hintsAboutTheMachineAreOnlyNamed() {
        RunBuilder run = new RunBuilder();
        run.machineWarnings.addAll(List.of(
                Warning.grave("battery", "the machine runs on battery", "plug it in"),
                new Warning("turbo", "turbo is on", "turn it off")));
        run.warnings.add(new Warning("shim", "a script was passed over", "start it through a shell"));
        StringWriter err = new StringWriter();
        Console console =
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false, false, false, 80);
        RunSummaryPrinter.print(console, run.build());

        assertThat(err.toString())
                .contains("warning: The machine runs on battery. Plug it in.")
                .contains("warning: A script was passed over. Start it through a shell.")
                .contains("Settings of this machine add noise (turbo,")
                .doesNotContain("Turn it off");
    }

    @Test
    void columnsNeverTouch() {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());

        RunSummaryPrinter.print(
                new Console(new PrintWriter(out), nowhere, false, false, false, 80), SampleRuns.slowerCommand());

        assertThat(out.toString())
                .contains("\n  wall time                0.0205× [0.0203, 0.0207]")
                .contains("\n  peak memory of the tree  0.129× [0.129, 0.130]");
    }

    @Test
    void howOftenACommandRanIsSaidOnceWhereItRanSeveralTimesInABlock() {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Console console = new Console(new PrintWriter(out), nowhere, false, false, false, 80);

        RunSummaryPrinter.print(console, SampleRuns.commands());
        assertThat(out.toString()).doesNotContain("runs of");

        RunSummaryPrinter.print(console, SampleRuns.commandsOfSeveralRuns());
        assertThat(out.toString()).containsOnlyOnce("\n  20 blocks, 20 runs of Baseline and 80 of Contender\n");
    }

    @Test
    void whatWasRepeatedHasASentence() {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());

        RunSummaryPrinter.print(
                new Console(new PrintWriter(out), nowhere, false, false, false, 80), SampleRuns.repeated());

        assertThat(out.toString()).contains("""
                Repeated in one process
                  numeric/nbody:pypy:steady@75000x1: 30 repetitions per process, too few to
                  detect a steady state, of which the first 2 were warm-up (20 processes: 1
                  flat, 19 with a warm-up); fresh / repeated 1.50× [1.49, 1.51]
                """);
    }

    @Test
    void probesThatCameOutOtherwiseAreNamed() {
        RunBuilder run = new RunBuilder();
        run.probes.add(Probes.result(Probes.python("safety/fine", ProbeOutcome.RAISES, null), ProbeOutcome.RAISES));
        run.probes.add(
                Probes.result(Probes.rust("safety/moved", ProbeOutcome.REJECTED, "E0382"), ProbeOutcome.COMPILES));
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());

        RunSummaryPrinter.print(new Console(new PrintWriter(out), nowhere, false, false, false, 80), run.build());

        assertThat(out.toString())
                .contains("1 of 2 as expected")
                .contains("compiles         safety/moved            expected: rejected with E0382")
                .doesNotContain("safety/fine");
    }

    /** Three pairs take 107 columns. */
    @Test
    void ratiosToARuntimeThatNotEveryMachineHasStandWhereThereIsRoom() {
        RunResult result = Synthetic.run(1)
                .trial("numeric/a:rust:std@1x1", Synthetic.Figures.ofWork(20, 2))
                .trial("numeric/a:c:std@1x1", Synthetic.Figures.ofWork(10, 1))
                .trial("numeric/a:cpp:std@1x1", Synthetic.Figures.ofWork(5, 1))
                .analyze();

        assertThat(printed(120, result))
                .containsPattern("Rust / C +Rust / C\\+\\+\n +numeric +work time +2\\.00× .* 4\\.00× ");
        assertThat(printed(80, result))
                .containsPattern("Python / Rust +Rust / C\n +numeric")
                .doesNotContain("C++");
    }

    private static String printed(int width, RunResult result) {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        RunSummaryPrinter.print(new Console(new PrintWriter(out), nowhere, false, false, false, width), result);
        return out.toString();
    }
}
