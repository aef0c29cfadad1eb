package dev.assay.model.run;

import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A compiler or interpreter that was found.
 *
 * @param runtime whose programs it serves
 * @param path the real executable, behind any shim
 * @param version its version, such as {@code 1.95.0}
 * @param details further facts in reading order, such as build flags
 * @param warnings what about it makes figures worse
 */
public record Toolchain(
        Runtime runtime, String path, String version, Map<String, String> details, List<Warning> warnings) {
    public Toolchain {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        warnings = List.copyOf(warnings);
    }
}
