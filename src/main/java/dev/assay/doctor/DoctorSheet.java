package dev.assay.doctor;

import dev.assay.console.Console;
import dev.assay.console.DefinitionList;
import dev.assay.meter.Capabilities;
import dev.assay.model.Warning;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Noise;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Sample;
import dev.assay.model.run.Toolchain;
import dev.assay.stats.Quantiles;
import dev.assay.text.NumberText;
import dev.assay.text.RatioText;
import dev.assay.toolchain.ToolchainReport;
import java.util.ArrayList;
import java.util.List;

/** A diagnosis as a person reads it. */
public final class DoctorSheet {
    /** What of a toolchain's details a reader needs here; the report of a run has all of them. */
    private static final List<String> DETAILS =
            List.of("cargo", "compiler", "build", ".pth files", "virtual environment of", "found as");

    private final DefinitionList sheet;
    private final Diagnosis diagnosis;

    private DoctorSheet(DefinitionList sheet, Diagnosis diagnosis) {
        this.sheet = sheet;
        this.diagnosis = diagnosis;
    }

    /** Prints it. */
    public static void print(Console console, Diagnosis diagnosis) {
        DoctorSheet doctor = new DoctorSheet(new DefinitionList(console), diagnosis);
        doctor.toolchains();
        doctor.machine();
        doctor.meter();
        doctor.noise();
        doctor.verdict();
    }

    private void toolchains() {
        sheet.heading("Toolchains");
        for (ToolchainReport survey : diagnosis.surveys()) {
            String title = survey.runtime().title();
            if (!survey.usable()) {
                sheet.entry(title, (survey.lacking() ? "missing. " : "missing, and optional. ") + survey.problem());
            }
            for (int i = 0; i < survey.found().size(); i++) {
                sheet.entry(i == 0 ? title : "  also", described(survey.found().get(i)));
            }
        }
    }

    private static String described(Toolchain toolchain) {
        List<String> lines = new ArrayList<>(List.of(toolchain.version() + "  " + toolchain.path()));
        for (String name : DETAILS) {
            String detail = toolchain.details().get(name);
            if (detail != null && !detail.equals("0")) {
                lines.add(name.equals("compiler") || name.equals("build") ? detail : name + ": " + detail);
            }
        }
        return String.join("\n", lines);
    }

    private void machine() {
        Environment machine = diagnosis.machine();
        sheet.heading("Machine");
        sheet.entry("processor", machine.cpuModel() + ", " + machine.arch());
        sheet.entry("memory", NumberText.bytes((double) machine.memoryBytes()));
        sheet.entry("system", machine.os());
        Double load = machine.loadAverage();
        sheet.entry("load average, 1 min", load == null ? "unknown" : NumberText.format(load));
        machine.facts().forEach((name, value) -> {
            if (!name.startsWith(Capabilities.FACT)) {
                sheet.entry(name, value);
            }
        });
    }

    private void meter() {
        sheet.heading("Meter");
        if (!diagnosis.meterProblem().isEmpty()) {
            sheet.entry("missing", diagnosis.meterProblem());
            return;
        }
        Capabilities abilities = diagnosis.abilities();
        abilities
                .states()
                .forEach((ability, state) ->
                        sheet.entry(Capabilities.title(ability), abilities.lacks(ability) ? "no: " + state : state));
    }

    private void noise() {
        NoiseCheckup checkup = diagnosis.checkup();
        if (checkup == null) {
            return;
        }
        Noise noise = checkup.result().noise();
        sheet.heading("Noise now");
        sheet.entry(
                "floor",
                "a program that does nothing: " + distribution(noise.floor().samples()));
        starts(checkup);
        Comparison canary = noise.canary();
        sheet.entry("canary", canary == null ? "not available" : canary(noise, canary));
        sheet.entry(
                "resolution",
                canary == null
                        ? "unknown"
                        : "time ratios from " + RatioText.of(noise.resolution()).value() + " can be distinguished");
    }

    private void starts(NoiseCheckup checkup) {
        if (checkup.startsMeasured()) {
            sheet.entry(
                    "Python's start",
                    NumberText.time(checkup.startNs(NoiseCheckup.WITH_SITE))
                            + "; without site packages and their .pth files "
                            + NumberText.time(checkup.startNs(NoiseCheckup.WITHOUT_SITE)));
        }
    }

    private static String distribution(List<Sample> samples) {
        double[] walls = NoiseCheckup.wallsNs(samples.stream());
        return walls.length == 0
                ? "not measured"
                : NumberText.time(Quantiles.median(walls)) + ", half of the runs from "
                        + NumberText.time(Quantiles.quantile(walls, 0.25)) + " to "
                        + NumberText.time(Quantiles.quantile(walls, 0.75)) + ", the slowest "
                        + NumberText.time(Quantiles.quantile(walls, 1)) + " (" + walls.length + " runs)";
    }

    private static String canary(Noise noise, Comparison canary) {
        RatioText ratio = canary.estimate().ratio(90);
        return (Boolean.TRUE.equals(noise.canaryPassed()) ? "passed: " : "failed: ")
                + "the same program against itself gave "
                + ratio.value()
                + (ratio.words().isEmpty() ? "" : ", 90 % interval " + ratio.words()) + " ("
                + canary.estimate().blocks() + " pairs)";
    }

    private void verdict() {
        List<Warning> grave =
                diagnosis.warnings().stream().filter(Warning::misleads).toList();
        List<Warning> hints = diagnosis.warnings().stream()
                .filter(warning -> !warning.misleads())
                .toList();
        if (!grave.isEmpty()) {
            sheet.heading("Problems");
            grave.forEach(sheet::warning);
        }
        if (!hints.isEmpty()) {
            sheet.heading("Suggestions");
            hints.forEach(sheet::warning);
        }
        sheet.heading("Verdict");
        sheet.text(sentence(grave.size()));
    }

    private String sentence(int grave) {
        if (diagnosis.incomplete()) {
            return "A full run would stop immediately: something it needs is missing (see Toolchains and Meter).";
        }
        return grave == 0
                ? "Ready to measure."
                : "Results would be unreliable: fix the "
                        + (grave == 1 ? "problem" : grave + " problems")
                        + " above, or trust only large differences.";
    }
}
