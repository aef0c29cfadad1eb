package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.RUST;
import static dev.assay.stats.References.logRatios;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.stats.Outliers.Kind;
import org.junit.jupiter.api.Test;

class OutliersTest {

    /** NumPy: quantile(d, [.25, .75]), whose default is type 7, and 1.5 and 3 times their distance. */
    @Test
    void rustToCHasOneSevereOutlier() {
        double[] logs = logRatios(RUST, C);
        Outliers outliers = Outliers.of(logs);
        assertThat(outliers.inner().low()).isCloseTo(0.046554216051544556, within(1e-12));
        assertThat(outliers.inner().high()).isCloseTo(0.07195838280440181, within(1e-12));
        assertThat(outliers.outer().low()).isCloseTo(0.03702765351922309, within(1e-12));
        assertThat(outliers.outer().high()).isCloseTo(0.08148494533672329, within(1e-12));
        assertThat(outliers.count(Kind.SEVERE, logs)).isOne();
        assertThat(outliers.kind(logs[4])).isEqualTo(Kind.SEVERE);
        assertThat(outliers.count(Kind.MILD, logs)).isZero();
        assertThat(outliers.count(Kind.NONE, logs)).isEqualTo(11);
    }

    @Test
    void fencesThemselvesAreInside() {
        // quartiles 1 and 2
        Outliers outliers = Outliers.of(0, 1, 1.5, 2, 3);
        assertThat(outliers.kind(3.5)).isEqualTo(Kind.NONE);
        assertThat(outliers.kind(3.6)).isEqualTo(Kind.MILD);
        assertThat(outliers.kind(5)).isEqualTo(Kind.MILD);
        assertThat(outliers.kind(5.1)).isEqualTo(Kind.SEVERE);
        assertThat(outliers.kind(-.6)).isEqualTo(Kind.MILD);
        assertThat(outliers.kind(-2.1)).isEqualTo(Kind.SEVERE);
    }

    @Test
    void whereMostAreEqualEveryOtherLiesOutside() {
        double[] pages = {100, 100, 100, 101, 100, 100, 99, 100};
        assertThat(Outliers.of(pages).count(Kind.SEVERE, pages)).isEqualTo(2);
    }

    @Test
    void equalAndFewValues() {
        assertThat(Outliers.of(5, 5, 5).kind(5)).isEqualTo(Kind.NONE);
        assertThat(Outliers.of(5).kind(5)).isEqualTo(Kind.NONE);
        double[] two = {1, 9};
        assertThat(Outliers.of(two).count(Kind.NONE, two)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(Outliers::of);
    }
}
