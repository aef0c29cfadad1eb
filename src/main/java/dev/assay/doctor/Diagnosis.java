package dev.assay.doctor;

import dev.assay.meter.Capabilities;
import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.toolchain.ToolchainReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor found.
 *
 * @param surveys the toolchains of every runtime that is measured
 * @param machine the machine, and what the meter says that it can do on it
 * @param meterProblem why there is no meter, and what to do; empty when there is one
 * @param checkup how the machine measures; null without a meter
 */
public record Diagnosis(
        List<ToolchainReport> surveys,
        Environment machine,
        String meterProblem,
        @Nullable NoiseCheckup checkup) {
    public Diagnosis {
        surveys = List.copyOf(surveys);
    }

    Capabilities abilities() {
        return Capabilities.of(machine.facts());
    }

    /** All that makes figures worse, each code once, the gravest first. */
    List<Warning> warnings() {
        List<Warning> all = new ArrayList<>();
        if (checkup != null) {
            all.addAll(checkup.result().warnings());
            checkup.slowStart().ifPresent(all::add);
        }
        all.addAll(machine.warnings());
        surveys.stream()
                .filter(ToolchainReport::usable)
                .forEach(survey -> all.addAll(survey.found().get(0).warnings()));
        all.addAll(new MeterAdvice(abilities(), machine).warnings());
        Map<String, Warning> byCode = new LinkedHashMap<>();
        all.forEach(warning -> byCode.putIfAbsent(warning.code(), warning));
        return byCode.values().stream()
                .sorted(Comparator.comparing(Warning::severity))
                .toList();
    }

    /** Whether a run would end for want of a compiler, an interpreter or the meter. */
    public boolean incomplete() {
        return !meterProblem.isEmpty() || surveys.stream().anyMatch(ToolchainReport::lacking);
    }

    /** Whether something is wrong that would mislead whoever reads a run's figures. */
    public boolean misleads() {
        return warnings().stream().anyMatch(Warning::misleads);
    }
}
