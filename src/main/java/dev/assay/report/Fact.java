package dev.assay.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A name and what is known under it.
 *
 * @param name the name
 * @param value the value
 */
record Fact(String name, String value) {
    /** Facts in the map's own order. */
    static List<Fact> of(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> new Fact(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Facts by name, for maps without an order of their own. */
    static List<Fact> sorted(Map<String, String> map) {
        return of(map).stream().sorted(Comparator.comparing(Fact::name)).toList();
    }
}
