package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fixture.RunBuilder;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.run.TrialId;
import org.junit.jupiter.api.Test;

class AtAGlanceTest {
    private final RunBuilder run = new RunBuilder();

    private void compared(Metric metric, String workload, double ratio) {
        run.compare(
                metric,
                new TrialId(workload, Runtime.PYTHON, "std", 1000, 1),
                new TrialId(workload, Runtime.RUST, "std", 1000, 1),
                ratio,
                0.01);
    }

    /** "Python was faster" would be taken for how programs run. */
    @Test
    void whatBuildsProgramsIsNotCounted() {
        compared(Metric.WALL, "build/from-nothing", 0.2);
        compared(Metric.PEAK, "build/from-nothing", 0.1);

        assertThat(AtAGlance.of(run.build())).isEmpty();

        compared(Metric.WALL, "numeric/a", 3);
        compared(Metric.WALL, "numeric/b", 4);

        assertThat(AtAGlance.of(run.build()))
                .extracting(AtAGlance::text)
                .containsExactly("Rust was faster than Python in both workloads: 3.00× to 4.00× as fast.");
    }
}
