package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinDiffCheckTest {
    /** Lines are single letters. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "abc, axc, true",
                "abc, xbc, true",
                "abc, abx, true",
                "abc, ac, true",
                "abc, abbc, true",
                "abc, abcd, true",
                "a, b, true",
                "aaa, aa, true",
                "aa, a, true",
                "abc, abc, false",
                "abc, axy, false",
                "abc, xby, false",
                "abc, abxyc, false",
                "abc, a, false",
                "abcd, acbd, false",
                "abab, baba, false",
                "aaaa, aa, false",
            })
    void countsLines(String one, String other, boolean apart) {
        assertThat(TwinDiffCheck.differInOneLine(lines(one), lines(other))).isEqualTo(apart);
        assertThat(TwinDiffCheck.differInOneLine(lines(other), lines(one))).isEqualTo(apart);
    }

    private static String lines(String letters) {
        return letters.replaceAll("(.)", "$1\n");
    }

    /** Counted here in another way: by the longest common subsequence. */
    @Test
    void everyProgramOfOursThatMustNotCompileHasATwinOneLineApartThatDoes() {
        Catalog catalog = CatalogReader.read(Path.of("workloads"));
        List<Probe> mustNot = catalog.probes().stream()
                .filter(probe -> probe.expectation().outcomes().contains(ProbeOutcome.REJECTED))
                // a weakness has no twin: the same mistake compiles in C; nor has what somebody else published
                .filter(probe -> probe.procedure().how() != Probe.How.WEAKNESS
                        && probe.procedure().how() != Probe.How.PACKAGE)
                .toList();
        assertThat(mustNot).hasSizeGreaterThan(10).allSatisfy(probe -> {
            Probe twin = catalog.probes().stream()
                    .filter(other -> other.id().equals(probe.twin()))
                    .findFirst()
                    .orElseThrow();
            assertThat(twin.procedure().how()).isEqualTo(probe.procedure().how());
            assertThat(twin.expectation().outcomes())
                    .containsExactly(
                            probe.procedure().how() == Probe.How.CHECK ? ProbeOutcome.ACCEPTED : ProbeOutcome.COMPILES);
            assertThat(twin.edition()).isEqualTo(probe.edition());
            List<String> one = probe.text().lines().toList();
            List<String> other = twin.text().lines().toList();
            int longer = Math.max(one.size(), other.size());
            assertThat(longer - common(one, other)).as(probe.id()).isEqualTo(1);
        });
    }

    private static int common(List<String> one, List<String> other) {
        int[][] length = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                length[i][j] = one.get(i - 1).equals(other.get(j - 1))
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[one.size()][other.size()];
    }
}
