package dev.assay.chart;

import dev.assay.model.Comparison;
import dev.assay.model.Interval;
import dev.assay.model.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Speed-up over the number of threads, for every workload whose programs take one. */
final class SpeedUpFigures {
    private static final double PAD = 1.12;

    private SpeedUpFigures() {}

    static List<Figure> of(RunResult result) {
        Map<String, List<Comparison>> byWorkload = new LinkedHashMap<>();
        for (Comparison each : Pairs.speedUps(result)) {
            if (Forest.drawable(each)) {
                byWorkload
                        .computeIfAbsent(each.workload(), unused -> new ArrayList<>())
                        .add(each);
            }
        }
        return byWorkload.entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Figure figure(String workload, List<Comparison> comparisons) {
        Axis x = threads(comparisons);
        double most = comparisons.stream()
                .mapToInt(each -> each.contender().threads())
                .max()
                .orElse(2);
        Axis y = speedUp(comparisons, most);
        return new Figure(
                "speedup-" + workload.replace('/', '-'),
                "Speed-up over threads: " + Words.shorten(workload, 60),
                "The same total work divided among more threads. On the dashed line T threads are T times as fast as one; a flat line gains nothing.",
                x,
                y,
                series(comparisons),
                List.of(new Guide(1, 1, most, most, "ideal")),
                null,
                false,
                "");
    }

    private static Axis threads(List<Comparison> comparisons) {
        TreeSet<Integer> counts = new TreeSet<>(List.of(1));
        comparisons.forEach(each -> counts.add(each.contender().threads()));
        List<Tick> ticks = counts.stream()
                .map(count -> new Tick(count, String.valueOf(count)))
                .toList();
        return Axis.of("threads", Scale.LOG2, 1 / PAD, counts.last() * PAD, ticks);
    }

    private static Axis speedUp(List<Comparison> comparisons, double most) {
        double low = 1;
        double high = most;
        for (Comparison each : comparisons) {
            Interval interval = each.estimate().at95();
            double value = each.estimate().value();
            low = Math.min(low, interval == null ? value : Math.min(value, interval.low()));
            high = Math.max(high, interval == null ? value : Math.max(value, interval.high()));
        }
        double bottom = low / PAD;
        double top = high * PAD;
        return Axis.of("speed-up", Scale.LOG2, bottom, top, Ticks.doublings(bottom, top, Numbers::tickRatio));
    }

    private static List<Series> series(List<Comparison> comparisons) {
        Map<String, List<Comparison>> byName = new LinkedHashMap<>();
        for (Comparison each : comparisons) {
            byName.computeIfAbsent(Words.name(each.contender()), unused -> new ArrayList<>())
                    .add(each);
        }
        return byName.entrySet().stream()
                .map(entry -> new Series(
                        entry.getKey(),
                        Words.ink(entry.getValue().get(0).contender()),
                        true,
                        points(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static List<Point> points(String name, List<Comparison> comparisons) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(1, 1, null, name + ", 1 thread: 1× by definition"));
        comparisons.stream()
                .sorted(Comparator.comparingInt(each -> each.contender().threads()))
                .forEach(each -> points.add(point(name, each)));
        return points;
    }

    private static Point point(String name, Comparison each) {
        Interval interval = each.estimate().at95();
        int threads = each.contender().threads();
        double value = each.estimate().value();
        String label = name + ", " + threads + " threads: " + Numbers.ratio(value)
                + (interval == null ? "" : " (" + Numbers.ratios(interval) + ")");
        return new Point(threads, value, interval, label);
    }
}
