package dev.assay.app;

import dev.assay.model.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for, as a run records it.
 *
 * @param profile at which sizes
 * @param extent how much is measured
 * @param seed where all choices come from
 * @param options every option by name with the value that held, drawn and default ones too
 * @param commandLine what to type to do the same again
 */
public record RunRequest(
        Profile profile, SampleSize extent, long seed, Map<String, String> options, List<String> commandLine) {
    /** The option that says on which processors programs run. */
    public static final String CPUS = "cpus";

    /** Its value for every processor. */
    public static final String ALL_CPUS = "all";

    public RunRequest {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        commandLine = List.copyOf(commandLine);
    }

    /** Where programs run, in words. */
    String processors() {
        String chosen = options.getOrDefault(CPUS, ALL_CPUS);
        return chosen.equals(ALL_CPUS) ? "all" : chosen;
    }

    /** To be typed again as {@code mvn exec:java -Dname=value...}, which is {@code run}. */
    public static RunRequest byMaven(Profile profile, SampleSize extent, long seed, Map<String, String> options) {
        return new RunRequest(profile, extent, seed, options, line(List.of("mvn", "exec:java"), "-D", options));
    }

    /** To be typed again with the jar: Maven's own way of passing arguments on knows no quote within a quote. */
    public static RunRequest byJar(
            String command, Profile profile, SampleSize extent, long seed, Map<String, String> options) {
        return new RunRequest(
                profile,
                extent,
                seed,
                options,
                line(List.of("java", "-jar", "target/assay.jar", command), "--", options));
    }

    private static List<String> line(List<String> start, String dashes, Map<String, String> options) {
        List<String> line = new ArrayList<>(start);
        options.forEach((name, value) -> line.add(dashes + name + "=" + value));
        return line;
    }
}
