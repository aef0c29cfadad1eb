package dev.assay.model.run;

import dev.assay.model.catalog.LanguageGuard;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.WeaknessSetup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class of weaknesses and its outcome in each language.
 *
 * @param suite the suite of its programs
 * @param name its name
 * @param title its name for readers
 * @param cwe its number in the Common Weakness Enumeration
 * @param results the results of its programs
 */
public record WeaknessRow(
        String suite, String name, String title, String cwe, Map<LanguageGuard, ProbeResult> results) {
    public WeaknessRow {
        results = results.isEmpty() ? Map.of() : new EnumMap<>(results);
    }

    /** The classes among the results of some probes, in their order. */
    public static List<WeaknessRow> of(List<ProbeResult> probes) {
        Map<String, List<ProbeResult>> byName = new LinkedHashMap<>();
        for (ProbeResult probe : probes) {
            WeaknessSetup weakness = probe.probe().procedure().weakness();
            if (weakness != null) {
                byName.computeIfAbsent(probe.probe().suite() + "/" + weakness.name(), name -> new ArrayList<>())
                        .add(probe);
            }
        }
        return byName.values().stream().map(WeaknessRow::row).toList();
    }

    private static WeaknessRow row(List<ProbeResult> probes) {
        Map<LanguageGuard, ProbeResult> results = new EnumMap<>(LanguageGuard.class);
        WeaknessSetup first = null;
        for (ProbeResult probe : probes) {
            WeaknessSetup weakness = probe.probe().procedure().weakness();
            if (weakness != null) {
                results.put(weakness.guard(), probe);
                first = first == null ? weakness : first;
            }
        }
        String suite = probes.get(0).probe().suite();
        return first == null
                ? new WeaknessRow(suite, "", "", "", results)
                : new WeaknessRow(suite, first.name(), first.title(), first.cwe(), results);
    }

    /** The outcome with a guard; null where there is no such program, or it came to none. */
    public @Nullable ProbeOutcome outcome(LanguageGuard guard) {
        ProbeResult result = results.get(guard);
        return result == null || result.outcome().missed() ? null : result.outcome();
    }
}
