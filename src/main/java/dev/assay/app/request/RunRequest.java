package dev.assay.app.request;

import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a run: values of options. It never changes; {@link #with} makes another one. The command line makes it, a journal records
 * it, and {@code --resume} reads it from there.
 */
public final class RunRequest {
    /** Nothing is asked for: every option has its default. */
    public static final RunRequest DEFAULT = new RunRequest(Map.of());

    private final Map<RunOption<?>, Object> values;

    private RunRequest(Map<RunOption<?>, Object> values) {
        this.values = values;
    }

    /**
     * Reads a request.
     *
     * @param options values by the name of their option, as they are typed or as a run recorded them
     * @throws Usage if there is no such option, or a value is none
     */
    public static RunRequest parse(Map<String, String> options) {
        RunRequest request = DEFAULT;
        for (Map.Entry<String, String> option : options.entrySet()) {
            RunOption<?> known = RunOptions.ALL.stream()
                    .filter(each -> each.name().equals(option.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new Usage("There is no option --" + option.getKey() + "."));
            request = request.withParsed(known, option.getValue());
        }
        return request;
    }

    /**
     * The same request with an option as it is typed.
     *
     * @throws Usage if the value is none
     */
    private <T> RunRequest withParsed(RunOption<T> option, String text) {
        return with(option, option.parse(text));
    }

    /** The same request with another value of an option. */
    public <T> RunRequest with(RunOption<T> option, T value) {
        Map<RunOption<?>, Object> changed = new HashMap<>(values);
        changed.put(option, value);
        return new RunRequest(Map.copyOf(changed));
    }

    /** The value of an option; null when it was not given. */
    @SuppressWarnings("unchecked") // with() and withParsed() put only values of the option's type
    public <T> @Nullable T find(RunOption<T> option) {
        return (T) values.get(option);
    }

    /** The value of an option, or another one when it was not given. */
    public <T> T get(RunOption<T> option, T otherwise) {
        T value = find(option);
        return value == null ? otherwise : value;
    }

    /**
     * The value of an option that every complete request has.
     *
     * @throws IllegalStateException if it has none
     */
    public <T> T get(RunOption<T> option) {
        T value = find(option);
        if (value == null) {
            throw new IllegalStateException(option + " has no value yet");
        }
        return value;
    }

    public boolean has(RunOption<?> option) {
        return values.containsKey(option);
    }

    /** Whether one of them was given. */
    public boolean hasAny(Collection<RunOption<?>> options) {
        return options.stream().anyMatch(this::has);
    }

    /** Whether a flag was given. */
    public boolean isSet(RunOption<Boolean> flag) {
        return get(flag, false);
    }

    /** The sizes that are measured. */
    public Profile profile() {
        return get(RunOptions.PROFILE, Profile.QUICK);
    }

    /** Whether two commands are compared, instead of the catalog's programs. */
    public boolean comparesCommands() {
        return has(CommandOptions.BASELINE);
    }

    /** The value of an option as it is typed; null when it was not given. */
    private <T> @Nullable String format(RunOption<T> option) {
        T value = find(option);
        return value == null ? null : option.format(value);
    }

    /** The option as it is typed, with its dashes and its value. */
    <T> String show(RunOption<T> option) {
        return option + "=" + format(option);
    }

    /** What a run records: values by the name of their option, in the order of {@link RunOptions#ALL}. */
    public Map<String, String> recorded() {
        Map<String, String> recorded = new LinkedHashMap<>();
        for (RunOption<?> option : RunOptions.ALL) {
            String value = option.isRecorded() ? format(option) : null;
            if (value != null) {
                recorded.put(option.name(), value);
            }
        }
        return recorded;
    }

    /** What to type to do the same again. Maven's way of passing arguments knows no quote within a quote, so commands take the jar. */
    public List<String> commandLine() {
        boolean jar = comparesCommands();
        List<String> line = new ArrayList<>(
                jar ? List.of("java", "-jar", "target/assay.jar", "compare") : List.of("mvn", "exec:java"));
        recorded().forEach((name, value) -> line.add((jar ? "--" : "-D") + name + "=" + value));
        return List.copyOf(line);
    }

    /**
     * The request of an interrupted run for the call that resumes it: the run's options, with those of this call that a run does not record.
     *
     * @param resuming the request of this call
     * @throws Usage if this call asks for something else than the run
     */
    public RunRequest resumedBy(RunRequest resuming) {
        List<String> contradictions = RunOptions.ALL.stream()
                .filter(option -> option.isRecorded() && resuming.has(option))
                .filter(option -> !resuming.get(option).equals(find(option)))
                .map(option -> resuming.show(option) + " was " + (has(option) ? show(option) : "not given") + " then")
                .toList();
        if (!contradictions.isEmpty()) {
            throw new Usage("A resumed run uses its original options: " + String.join("; ", contradictions)
                    + ". Omit these options, or start a new run without --resume.");
        }
        Map<RunOption<?>, Object> together = new HashMap<>(values);
        together.putAll(resuming.values);
        return new RunRequest(Map.copyOf(together));
    }

    /** The processors of programs, as a list of numbers; {@code all} for all of them. */
    public String processors() {
        return ValueParser.formatProcessors(get(RunOptions.CPUS, List.of()));
    }

    /** The folder of all runs. */
    public Path results(Path otherwise) {
        return get(RunOptions.RESULTS, otherwise);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunRequest request && values.equals(request.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", commandLine());
    }
}
