package dev.assay.model.run;

import dev.assay.model.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine at one moment.
 *
 * @param at when
 * @param phase before, during or after the measurement
 * @param cpuModel the processor's name
 * @param cores how many logical processors may be used
 * @param memoryBytes physical memory
 * @param os kernel and version
 * @param arch the processor's architecture
 * @param loadAverage over one minute; null where the system has none
 * @param facts further facts by name in reading order: governor, turbo, libc, container, virtual machine, ...
 * @param warnings what about it makes figures worse
 */
public record Environment(
        Instant at,
        SnapshotPhase phase,
        String cpuModel,
        int cores,
        long memoryBytes,
        String os,
        String arch,
        @Nullable Double loadAverage,
        Map<String, String> facts,
        List<Warning> warnings) {
    public Environment {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        warnings = List.copyOf(warnings);
    }

    /** The same for two snapshots of one kind of machine. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(cpuModel, cores, memoryBytes);
    }

    /** What is known of a fact; null where nothing was recorded. */
    public @Nullable String find(MachineFact fact) {
        return facts.get(fact.title());
    }

    /** The same with more facts behind those that are there. */
    public Environment with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.putAll(more);
        return new Environment(at, phase, cpuModel, cores, memoryBytes, os, arch, loadAverage, all, warnings);
    }

    /** The same with one more warning. */
    public Environment with(Warning warning) {
        List<Warning> all = new ArrayList<>(warnings);
        all.add(warning);
        return new Environment(at, phase, cpuModel, cores, memoryBytes, os, arch, loadAverage, facts, all);
    }
}
