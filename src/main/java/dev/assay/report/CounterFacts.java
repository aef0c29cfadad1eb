package dev.assay.report;

import dev.assay.model.run.Counter;
import dev.assay.model.run.Sample;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What hardware counters say of a trial: medians over the processes that were counted in, and nothing where there are none. Counting costs a
 * program time, so these are mostly warm-ups.
 */
final class CounterFacts {
    private static final String INSTRUCTIONS = "instructions";
    private static final String CYCLES = "cycles";

    private CounterFacts() {}

    static List<Fact> list(List<Sample> samples) {
        List<Sample> timed = samples.stream().filter(Sample::ok).toList();
        TreeSet<String> names = new TreeSet<>();
        timed.forEach(sample -> names.addAll(sample.figures().counters().keySet()));
        List<Fact> facts = new ArrayList<>();
        for (String name : names) {
            double[] counts = timed.stream()
                    .map(sample -> estimated(sample, name))
                    .filter(Objects::nonNull)
                    .mapToDouble(count -> count)
                    .toArray();
            if (counts.length > 0) {
                facts.add(new Fact(
                        title(name), NumberText.large(median(counts)) + in(counts.length) + turns(timed, name)));
            }
        }
        double[] perCycle = timed.stream()
                .map(CounterFacts::perCycle)
                .filter(Objects::nonNull)
                .mapToDouble(ratio -> ratio)
                .toArray();
        if (perCycle.length > 0) {
            facts.add(new Fact("Instructions per cycle", NumberText.format(median(perCycle))));
        }
        return facts;
    }

    /** What the whole process would have come to, had the counter never had to take turns; null when it never ran. */
    private static @Nullable Double estimated(Sample sample, String name) {
        Counter counter = sample.figures().counters().get(name);
        if (counter == null || counter.runningNs() == 0) {
            return null;
        }
        return (double) counter.count() * counter.enabledNs() / counter.runningNs();
    }

    private static @Nullable Double perCycle(Sample sample) {
        Double instructions = estimated(sample, INSTRUCTIONS);
        Double cycles = estimated(sample, CYCLES);
        return instructions == null || cycles == null || cycles == 0 ? null : (Double) (instructions / cycles);
    }

    private static String in(int processes) {
        return processes == 1 ? " in one process" : ", the median of " + processes + " processes";
    }

    private static String turns(List<Sample> timed, String name) {
        double[] shares = timed.stream()
                .map(sample -> sample.figures().counters().get(name))
                .filter(counter -> counter != null && counter.runningNs() < counter.enabledNs())
                .mapToDouble(counter -> 100.0 * counter.runningNs() / counter.enabledNs())
                .toArray();
        return shares.length == 0
                ? ""
                : ", scaled up: it was running " + NumberText.format(median(shares)) + " % of the time";
    }

    private static String title(String name) {
        String words = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
