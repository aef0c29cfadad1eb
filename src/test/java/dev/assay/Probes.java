package dev.assay;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.GrowthSetup;
import dev.assay.model.catalog.LanguageGuard;
import dev.assay.model.catalog.MutationSetup;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.WeaknessSetup;
import dev.assay.model.run.MutantResult;
import dev.assay.model.run.MutantResult.FoundBy;
import dev.assay.model.run.ProbeResult;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Probes and their results for tests. */
public final class Probes {
    private Probes() {}

    /** A probe in Rust that is built and run. */
    public static Probe rust(String id, ProbeOutcome expected, @Nullable String code) {
        String twin = expected == ProbeOutcome.REJECTED ? id + "-twin" : null;
        return probe(id, Runtime.RUST, Probe.How.RUN, List.of(), 0, expected, code, twin);
    }

    /** A Python program that is run. */
    public static Probe python(String id, ProbeOutcome expected, @Nullable String code) {
        return probe(id, Runtime.PYTHON, Probe.How.RUN, List.of(), 0, expected, code, null);
    }

    /** A Python program whose memory is followed at 10, 20 and 40 things of 1000 bytes. */
    public static Probe memory(String id, ProbeOutcome expected) {
        return probe(id, Runtime.PYTHON, Probe.How.MEMORY, List.of(10L, 20L, 40L), 0, expected, null, null);
    }

    /** A C program that races five times. */
    public static Probe race(String id, ProbeOutcome expected) {
        return probe(id, Runtime.C, Probe.How.RACE, List.of(), 5, expected, null, null);
    }

    private static Probe probe(
            String id,
            Runtime runtime,
            Probe.How how,
            List<Long> counts,
            int runs,
            ProbeOutcome expected,
            @Nullable String code,
            @Nullable String twin) {
        return new Probe(
                id,
                "Title of " + id,
                "It shows something.",
                runtime,
                "source",
                runtime == Runtime.RUST ? "2024" : null,
                new Probe.Procedure(
                        how, List.of(), List.of(), counts, counts.isEmpty() ? 0 : 1000, runs, null, null, null, null),
                new Probe.Expectation(List.of(expected), code),
                twin,
                null,
                "the program\n");
    }

    /** The result of a program with a weakness. */
    public static ProbeResult weakness(String name, LanguageGuard guard, ProbeOutcome outcome) {
        Runtime runtime = switch (guard) {
            case RUST, RUST_UNSAFE -> Runtime.RUST;
            case PYTHON -> Runtime.PYTHON;
            case C, C_SANITIZED -> Runtime.C;
        };
        Probe probe = new Probe(
                "cwe/" + name + "-" + guard,
                "Title of " + name,
                "It shows something.",
                runtime,
                "source",
                runtime == Runtime.RUST ? "2024" : null,
                new Probe.Procedure(
                        Probe.How.WEAKNESS,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        null,
                        null,
                        new WeaknessSetup(name, "Class " + name, "CWE-1", guard, null),
                        null),
                new Probe.Expectation(List.of(ProbeOutcome.SILENT), null),
                null,
                null,
                "the program\n");
        return outcome.missed() ? missed(probe, outcome, "no reason") : result(probe, outcome);
    }

    /** A program that makes a data structure, and its peaks at 1000, 2000 and so on. */
    public static ProbeResult growth(String structure, Runtime runtime, String variant, long... peaks) {
        List<ProbeResult.PeakAt> read = IntStream.range(0, peaks.length)
                .mapToObj(i -> new ProbeResult.PeakAt(1000L * (i + 1), peaks[i]))
                .toList();
        Probe probe = new Probe(
                "growth/" + structure + "-" + runtime + "-" + variant,
                "Title of " + structure,
                "It shows something.",
                runtime,
                "source",
                runtime == Runtime.RUST ? "2024" : null,
                new Probe.Procedure(
                        Probe.How.GROWTH,
                        List.of(),
                        List.of(),
                        read.stream().map(ProbeResult.PeakAt::count).toList(),
                        0,
                        0,
                        null,
                        new GrowthSetup(structure, variant),
                        null,
                        null),
                new Probe.Expectation(List.of(ProbeOutcome.MEASURED), null),
                null,
                null,
                "the program\n");
        return new ProbeResult(probe, ProbeOutcome.MEASURED, List.of(), "tool 1.0", "", null, List.of(), read, 0, 0);
    }

    /** The result of a program with these mistakes. */
    public static ProbeResult mutants(String program, Runtime runtime, List<MutantResult> mutants) {
        Probe probe = new Probe(
                "mutation/" + program + "-" + runtime,
                "Title of " + program,
                "It shows something.",
                runtime,
                "source",
                runtime == Runtime.RUST ? "2024" : null,
                new Probe.Procedure(
                        Probe.How.MUTANTS,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        0,
                        new MutationSetup(program, "tests", "input", "output", List.of()),
                        null,
                        null,
                        null),
                new Probe.Expectation(List.of(ProbeOutcome.COUNTED), null),
                null,
                null,
                "the program\n");
        return new ProbeResult(
                probe, ProbeOutcome.COUNTED, List.of(), "tool 1.0", "", null, List.of(), List.of(), 0, 0, mutants);
    }

    /** A mistake and who found it. */
    public static MutantResult mutant(String function, String rule, FoundBy... found) {
        return new MutantResult(rule, function, 3, "left + right", "left - right", List.of(found), List.of(), null);
    }

    /** What came of a probe that came to something. */
    public static ProbeResult result(Probe probe, ProbeOutcome outcome, String... codes) {
        return new ProbeResult(
                probe, outcome, List.of(codes), "tool 1.0", "a message", null, List.of("tool source"), List.of(), 0, 0);
    }

    /** What came of a probe that came to nothing. */
    public static ProbeResult missed(Probe probe, ProbeOutcome outcome, String reason) {
        return new ProbeResult(probe, outcome, List.of(), "", "", reason, List.of(), List.of(), 0, 0);
    }
}
