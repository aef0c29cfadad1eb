package dev.assay.model.catalog;

import dev.assay.model.Runtime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Two runtimes whose primary programs are compared in every workload that both have. Tables, charts, means and sentences about them follow
 * from the list of the pairs.
 *
 * @param baseline whose cost stands above the line
 * @param contender whose cost stands below it
 * @param subject the one of both that titles name first
 */
public record RuntimePair(Runtime baseline, Runtime contender, Runtime subject) {
    static final List<RuntimePair> HEADLINES = new CopyOnWriteArrayList<>(List.of(
            new RuntimePair(Runtime.PYTHON, Runtime.RUST, Runtime.RUST),
            new RuntimePair(Runtime.RUST, Runtime.C, Runtime.RUST),
            new RuntimePair(Runtime.RUST, Runtime.CPP, Runtime.RUST)));

    /** The pairs that headline figures are about, in the order of the report. */
    public static List<RuntimePair> headlines() {
        return List.copyOf(HEADLINES);
    }

    /** The pair in titles, such as {@code Rust against Python}. */
    public String title() {
        return subject.title() + " against " + (subject.equals(baseline) ? contender : baseline).title();
    }

    /** Whether one of both is interpreted and the other is not; then their memory differs as much as their speed. */
    public boolean mixed() {
        return baseline.compiled() != contender.compiled();
    }

    /** Whether one of both is only where its tools are found. */
    public boolean optional() {
        return baseline.optional() || contender.optional();
    }

    /** Whether two sides are the primary programs of the pair, whatever the threads. */
    public boolean primary(ComparisonSide above, ComparisonSide below) {
        return above.primary() && below.primary() && above.runtime() == baseline && below.runtime() == contender;
    }
}
