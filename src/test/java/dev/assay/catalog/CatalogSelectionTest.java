package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Probes;
import dev.assay.model.AssayException;
import dev.assay.model.Profile;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogSelectionTest {
    private static final Catalog CATALOG = catalog(
            "memory/binary-trees", "numeric/matmul", "numeric/nbody", "startup/empty", "startup/hello", "text/hello");

    private static Catalog catalog(String... ids) {
        List<Workload> workloads =
                Stream.of(ids).map(CatalogSelectionTest::workload).toList();
        return new Catalog(Path.of("workloads"), workloads, new Article("", "", "", "", ""), List.of(), "");
    }

    private static Workload workload(String id) {
        ExpectedOutput none = new ExpectedOutput("");
        return new Workload(
                id,
                id,
                "",
                "",
                "",
                "n",
                Map.of(Profile.SMOKE, 1L, Profile.QUICK, 2L, Profile.FULL, 3L),
                Map.of(Profile.SMOKE, none, Profile.QUICK, none, Profile.FULL, none),
                true,
                ThreadUse.ONE,
                null,
                List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all              | *                     | memory/binary-trees numeric/matmul numeric/nbody startup/empty startup/hello text/hello",
                "numeric          | *                     | numeric/matmul numeric/nbody",
                "text,memory      | *                     | memory/binary-trees text/hello",
                "' text , memory' | *                     | memory/binary-trees text/hello",
                "numeric,all      | nbody                 | numeric/nbody",
                "all              | numeric/*             | numeric/matmul numeric/nbody",
                "all              | nbody                 | numeric/nbody",
                "all              | hello                 | startup/hello text/hello",
                "text             | hello                 | text/hello",
                "all              | hello,startup/*,hello | startup/empty startup/hello text/hello",
                "all              | n*                    | numeric/nbody",
                "all              | *-*                   | memory/binary-trees",
                "all              | ?body                 | numeric/nbody",
                "all              | */hello               | startup/hello text/hello",
                "all              | text/hello,nbody      | numeric/nbody text/hello",
            })
    void picks(String suites, String globs, String ids) {
        assertThat(CatalogSelection.of(CATALOG, suites, globs).workloads())
                .extracting(Workload::id)
                .containsExactly(ids.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "numerc   | *         | There is no suite 'numerc'; did you mean 'numeric'? There are: memory, numeric, startup, text, all.",
                "text,gpu | *         | There is no suite 'gpu'. There are: memory, numeric, startup, text, all.",
                "Text     | *         | There is no suite 'Text'; did you mean 'text'? There are: memory, numeric, startup, text, all.",
                "numeric  | nbdoy     | Nothing in the suite numeric matches 'nbdoy'; did you mean 'nbody'? There are:"
                        + " numeric/matmul, numeric/nbody.",
                "numeric  | hello     | Nothing in the suite numeric matches 'hello'. There are: numeric/matmul, numeric/nbody.",
                "text,memory | text/helo | Nothing in the suites text, memory matches 'text/helo'; did you mean 'text/hello'?"
                        + " There are: memory/binary-trees, text/hello.",
                "numeric  | nbody,x*  | Nothing in the suite numeric matches 'x*'. There are: numeric/matmul, numeric/nbody.",
                "numeric  | .*        | Nothing in the suite numeric matches '.*'. There are: numeric/matmul, numeric/nbody.",
                "numeric  | [nm]*     | Nothing in the suite numeric matches '[nm]*'. There are: numeric/matmul, numeric/nbody.",
                "numeric  | \\Qnbody  | Nothing in the suite numeric matches '\\Qnbody'; did you mean 'nbody'? There are:"
                        + " numeric/matmul, numeric/nbody.",
                "numeric  | \"\"      | The option 'workload' contains an empty name: ''; separate names with commas.",
                "text,,memory | *     | The option 'suite' contains an empty name: 'text,,memory'; separate names with commas.",
                "text,    | *         | The option 'suite' contains an empty name: 'text,'; separate names with commas.",
            })
    void tells(String suites, String globs, String message) {
        assertThatThrownBy(() -> CatalogSelection.of(CATALOG, suites, globs))
                .isInstanceOf(AssayException.Usage.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "all, *, false",
        "mutation, *, true",
        "'errors,mutation', *, true",
        "all, mutation/*, true",
        "all, bank-*, true"
    })
    void whatTakesMinutesIsTriedOnlyIfItIsNamed(String suites, String globs, boolean tried) {
        Catalog ours = CatalogReader.read(Path.of("workloads"));

        CatalogSelection selection = CatalogSelection.of(ours, suites, globs).withoutUnnamed(suites, globs);

        assertThat(selection.probes().stream()
                        .anyMatch(probe -> probe.procedure().how() == Probe.How.MUTANTS))
                .isEqualTo(tried);
    }

    @ParameterizedTest
    @CsvSource({
        "all, *, numeric/nbody",
        "all, lo?g, numeric/long",
        "numeric, *, numeric/nbody numeric/long",
        "all, 'long,nbody', numeric/nbody numeric/long"
    })
    void aWorkloadOnRequestIsMeasuredOnlyIfItIsNamed(String suites, String globs, String expected) {
        Workload plain = workload("numeric/nbody");
        Workload longer = new Workload(
                "numeric/long",
                plain.description(),
                plain.sizes(),
                plain.expected(),
                plain.workTime(),
                plain.threads(),
                null,
                List.of(),
                null,
                true);
        Catalog catalog = new Catalog(
                Path.of("workloads"), List.of(plain, longer), new Article("", "", "", "", ""), List.of(), "");

        CatalogSelection selection = CatalogSelection.of(catalog, suites, globs).withoutUnnamed(suites, globs);

        assertThat(selection.workloads()).extracting(Workload::id).containsExactly(expected.split(" "));
    }

    private static final Catalog WITH_PROBES = new Catalog(
            Path.of("workloads"),
            CATALOG.workloads(),
            List.of(
                    Probes.python("numeric/overflow", ProbeOutcome.RAISES, null),
                    Probes.python("safety/leak", ProbeOutcome.RAISES, null),
                    Probes.python("safety/hello", ProbeOutcome.RAISES, null)),
            Rulebook.NONE,
            "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "safety  | *        | '' | safety/leak safety/hello",
                "numeric | *        | numeric/matmul numeric/nbody | numeric/overflow",
                "all     | hello    | startup/hello text/hello | safety/hello",
                "all     | nbody    | numeric/nbody | ''",
                "all     | safety/* | '' | safety/leak safety/hello",
            })
    void picksProbesLikeWorkloads(String suites, String globs, String workloads, String probes) {
        CatalogSelection selection = CatalogSelection.of(WITH_PROBES, suites, globs);

        assertThat(String.join(
                        " ", selection.workloads().stream().map(Workload::id).toList()))
                .isEqualTo(workloads);
        assertThat(String.join(" ", selection.probes().stream().map(Probe::id).toList()))
                .isEqualTo(probes);
    }

    @Test
    void namesTheProbesThatThereAre() {
        assertThatThrownBy(() -> CatalogSelection.of(WITH_PROBES, "safety", "laek"))
                .hasMessage(
                        "Nothing in the suite safety matches 'laek'; did you mean 'leak'? There are: safety/leak, safety/hello.");
    }
}
