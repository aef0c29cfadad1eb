package dev.assay.history;

import dev.assay.model.history.HistoryEntry;
import dev.assay.model.history.HistoryPoint;
import dev.assay.model.run.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs over time, in the order of their starts, and what each says of the figures before it. */
public final class History {
    private static final Comparator<HistoryEntry> BY_START =
            Comparator.comparing(HistoryEntry::startedAt).thenComparing(HistoryEntry::run);

    private final List<HistoryEntry> nights;
    private final Map<HistoryPoint.Key, List<Entry>> series = new HashMap<>();

    /**
     * A figure and its night.
     *
     * @param night when
     * @param figure what
     */
    public record Entry(HistoryEntry night, HistoryPoint figure) {}

    private History(List<HistoryEntry> nights) {
        this.nights = nights;
        for (HistoryEntry night : nights) {
            for (HistoryPoint figure : night.figures()) {
                series.computeIfAbsent(figure.key(), key -> new ArrayList<>()).add(new Entry(night, figure));
            }
        }
    }

    /** The history of some nights in any order; of two of one run the later in the list holds. */
    public static History of(List<HistoryEntry> nights) {
        Map<String, HistoryEntry> byRun = new LinkedHashMap<>();
        nights.forEach(night -> byRun.put(night.run(), night));
        return new History(byRun.values().stream().sorted(BY_START).toList());
    }

    /** What had been there once a night was over: those before it, and itself. */
    public History until(HistoryEntry last) {
        List<HistoryEntry> former = new ArrayList<>(nights.stream()
                .filter(night -> !night.run().equals(last.run()) && BY_START.compare(night, last) < 0)
                .toList());
        former.add(last);
        return new History(List.copyOf(former));
    }

    /** The nights, the newest last, with those that looked again at another. */
    public List<HistoryEntry> nights() {
        return nights;
    }

    /** The newest; empty when there is none. */
    public Optional<HistoryEntry> newest() {
        return nights.isEmpty() ? Optional.empty() : Optional.of(nights.get(nights.size() - 1));
    }

    /** The night of that run. */
    public Optional<HistoryEntry> night(String run) {
        return nights.stream().filter(night -> night.run().equals(run)).findFirst();
    }

    /** A figure over the nights, the newest last. */
    public List<Entry> series(HistoryPoint.Key key) {
        return series.getOrDefault(key, List.of());
    }

    /** The night that a run belongs to: the one it confirms, where that is known, else its own. */
    public HistoryEntry subject(HistoryEntry run) {
        String confirmed = run.confirms();
        return confirmed == null ? run : night(confirmed).orElse(run);
    }

    /** A night with all its figures. */
    public RegressionReport review(HistoryEntry night) {
        return new RegressionDetector(this).review(night);
    }

    /** A figure of a run compared with what was usual before the night that the run belongs to. */
    MetricChange screen(HistoryEntry run, HistoryPoint figure) {
        return former(run, figure.key()).screen(run, figure);
    }

    /**
     * The figures that tell what is usual, the latest first.
     *
     * @param matching those of the same kind of machine
     * @param others those of other machines
     */
    private record Former(List<HistoryPoint> matching, Map<Fingerprint, List<HistoryPoint>> others) {
        MetricChange screen(HistoryEntry run, HistoryPoint figure) {
            Optional<ReferenceWindow> baseline = ReferenceWindow.of(matching, others.values());
            List<HistoryPoint> usual = matching.size() >= ReferenceWindow.FEWEST_OWN
                    ? matching
                    : Stream.concat(matching.stream(), others.values().stream().flatMap(List::stream))
                            .toList();
            long same = usual.stream().filter(figure::isOfSameProgram).count();
            return MetricChange.of(figure, run, baseline.orElse(null), 2 * same > usual.size());
        }
    }

    private Former former(HistoryEntry run, HistoryPoint.Key key) {
        HistoryEntry subject = subject(run);
        List<Entry> entries = series(key);
        List<HistoryPoint> matching = new ArrayList<>();
        Map<Fingerprint, List<HistoryPoint>> others = new LinkedHashMap<>();
        int foreign = 0;
        for (int i = entries.size() - 1; i >= 0 && matching.size() < ReferenceWindow.NIGHTS; i--) {
            Entry entry = entries.get(i);
            if (!isFormer(entry, key, subject, run)) {
                continue;
            }
            if (isAlike(entry.night(), run)) {
                matching.add(entry.figure());
            } else if (foreign++ < ReferenceWindow.NIGHTS) {
                others.computeIfAbsent(entry.night().machine(), machine -> new ArrayList<>())
                        .add(entry.figure());
            }
        }
        return new Former(matching, others);
    }

    /** Whether a figure of a run may be compared with one: it is of a night before, and no run that looked again at another. */
    private static boolean isFormer(Entry entry, HistoryPoint.Key key, HistoryEntry before, HistoryEntry run) {
        HistoryEntry night = entry.night();
        return night.confirms() == null
                && night.profile() == run.profile()
                && (!key.metric().timed() || Objects.equals(night.reference(), run.reference()))
                && BY_START.compare(night, before) < 0;
    }

    private static boolean isAlike(HistoryEntry one, HistoryEntry other) {
        return one.machine().equals(other.machine());
    }

    /** The figures of the nights before one, and of its kind of machine, the latest first. */
    public List<Entry> before(HistoryEntry night, HistoryPoint.Key key) {
        List<Entry> former = new ArrayList<>(series(key).stream()
                .filter(entry -> isFormer(entry, key, night, night) && isAlike(entry.night(), night))
                .toList());
        Collections.reverse(former);
        return former;
    }

    /** The runs after one that looked at a figure again: those that were to confirm it, and behind them the other nights. */
    List<Entry> after(HistoryEntry night, HistoryPoint.Key key) {
        return series(key).stream()
                .filter(entry -> BY_START.compare(entry.night(), night) > 0)
                .filter(entry -> entry.night().confirms() == null
                        || night.run().equals(entry.night().confirms()))
                .sorted(Comparator.comparing((Entry entry) -> entry.night().confirms() == null)
                        .thenComparing(Entry::night, BY_START))
                .toList();
    }
}
