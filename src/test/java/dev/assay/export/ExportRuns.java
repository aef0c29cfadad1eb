package dev.assay.export;

import dev.assay.fixture.HostileRun;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Command;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Map;

/** Runs to export. */
final class ExportRuns {
    private ExportRuns() {}

    /** Six blocks of two programs; one that failed, one that was skipped; a claim of every verdict. */
    static RunResult small() {
        RunBuilder run = new RunBuilder();
        run.blocks = 6;
        TrialId rust = SampleRuns.id("numeric/nbody", "rust", 100, 1);
        TrialId python = SampleRuns.id("numeric/nbody", "python", 100, 1);
        run.ok(rust, command("/bin/nbody", "100"), 2_000_000, 1_000_000.0, 2_000_000);
        run.ok(python, command("/usr/bin/python3", "nbody.py", "100"), 40e6, 30e6, 9e6);
        run.failed(SampleRuns.id("numeric/fib", "rust", 20, 1), command("/bin/fib", "20"), "it printed '1'");
        run.skipped(SampleRuns.id("numeric/fib", "c", 20, 1), "no C compiler was found");
        run.compare(Metric.WORK, python, rust, 30, 0.01);
        run.compare(Metric.PEAK, python, rust, 4.5, 0.01);
        claim(run, "as-expected", ClaimVerdict.SUPPORTED, ClaimVerdict.SUPPORTED);
        claim(run, "otherwise", ClaimVerdict.SUPPORTED, ClaimVerdict.REFUTED);
        claim(run, "undecided", ClaimVerdict.PARTLY, ClaimVerdict.INCONCLUSIVE);
        claim(run, "untested", ClaimVerdict.NOT_TESTED, ClaimVerdict.NOT_TESTED);
        return run.build();
    }

    /** Names that try to break out of every format, and two that differ in what cannot be seen, or behind the first thousand characters. */
    static RunResult hostile() {
        RunBuilder run = new RunBuilder();
        run.blocks = 6;
        run.cpuModel = HostileRun.EVIL + "\n" + "x".repeat(10_000);
        Command command = command("/bin/" + HostileRun.EVIL, "a\nb");
        TrialId baseline = named("numeric/" + HostileRun.EVIL, HostileRun.EVIL);
        for (TrialId id : List.of(
                baseline,
                named("numeric/" + HostileRun.EVIL, "two\nlines"),
                named("numeric/" + HostileRun.EVIL, "two lines"),
                named("numeric/x", "=1+1"),
                named("=cmd/x", "\u202Eright\u200F-to-left\u0000"),
                named("numeric/x", "👩‍🔬".repeat(2_000) + "a"),
                named("numeric/x", "👩‍🔬".repeat(2_000) + "b"))) {
            run.ok(id, command, 2e6, 1e6, 2e6);
            run.compare(Metric.WALL, baseline, id, 1, 0.01);
        }
        run.failed(named("numeric/x", "]]>"), command, HostileRun.EVIL + "]]>" + "y".repeat(10_000));
        run.skipped(named("numeric/x", "&\"<"), HostileRun.EVIL);
        Claim claim = new Claim(HostileRun.EVIL, "S", HostileRun.EVIL, ClaimVerdict.SUPPORTED, null, HostileRun.EVIL);
        run.claims.add(new ClaimResult(claim, ClaimVerdict.REFUTED, HostileRun.EVIL, List.of()));
        return run.build();
    }

    private static TrialId named(String workload, String variant) {
        return new TrialId(workload, Runtime.RUST, variant, 1, 1);
    }

    private static Command command(String... argv) {
        return new Command(List.of(argv), Map.of(), null, null);
    }

    private static void claim(RunBuilder run, String id, ClaimVerdict expected, ClaimVerdict verdict) {
        Claim claim = new Claim(id, "Section", "Rust is fast.", expected, null, "It is an example.");
        run.claims.add(new ClaimResult(claim, verdict, "So it came out.", List.of()));
    }
}
