package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.ProgramFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantSelectionTest {
    @TempDir
    private Path root;

    /** One workload with variants, of which a rule names one, and another to which that rule does not apply. */
    private Catalog catalog() {
        String variants = """
                "add.py"},
                {"runtime": "python", "variant": "numpy", "source": "add.py", "needs": ["numpy"]},
                {"runtime": "python", "variant": "gc-off", "source": "add.py"},
                {"runtime": "pypy", "variant": "std", "source": "add.py\"""";
        Fixture fixture = Fixture.copyTo(root)
                .replace(Fixture.ADD, "\"add.py\"", variants)
                .replace(Fixture.COUNT, "\"count.py\"", variants.replace("add.py", "count.py"));
        return CatalogReader.read(fixture.replace(Fixture.CLAIMS, "\"c:std@cores\"", "\"python:numpy\"")
                .root());
    }

    private List<String> taken(String option) {
        Catalog catalog = catalog();
        TreeSet<String> taken = new TreeSet<>();
        catalog.workloads()
                .forEach(workload -> workload.implementations()
                        .forEach(program -> taken.add(ProgramFilter.name(workload, program))));
        taken.removeAll(VariantSelection.leftOut(catalog, option).keySet());
        List<String> variants = new ArrayList<>(taken);
        assertThat(variants.remove("numeric/add:python:std")).isTrue();
        assertThat(variants.remove("numeric/add:c:std")).isTrue();
        assertThat(variants.remove("text/count:python:std")).isTrue();
        return variants;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none |",
                "claims | numeric/add:python:numpy",
                "numpy | numeric/add:python:numpy text/count:python:numpy",
                "python:* | numeric/add:python:gc-off numeric/add:python:numpy text/count:python:gc-off text/count:python:numpy",
                "pypy:std | numeric/add:pypy:std text/count:pypy:std",
                "claims, pypy:* | numeric/add:pypy:std numeric/add:python:numpy text/count:pypy:std",
                "all | numeric/add:pypy:std numeric/add:python:gc-off numeric/add:python:numpy text/count:pypy:std"
                        + " text/count:python:gc-off text/count:python:numpy",
            })
    void takesThePrimaryProgramsAndWhatIsAskedFor(String option, String variants) {
        assertThat(String.join(" ", taken(option))).isEqualTo(variants == null ? "" : variants);
    }

    @Test
    void saysWhyAProgramIsOmitted() {
        Catalog catalog = catalog();
        assertThat(VariantSelection.leftOut(catalog, "claims"))
                .containsEntry("numeric/add:pypy:std", "not measured by default (--variants=all)");
        assertThat(VariantSelection.leftOut(catalog, "numpy"))
                .containsEntry("numeric/add:pypy:std", "not selected (--variants=numpy)");
    }

    @Test
    void refusesWhatMatchesNothing() {
        Catalog catalog = catalog();
        assertThatThrownBy(() -> VariantSelection.leftOut(catalog, "nunpy"))
                .isInstanceOf(AssayException.Usage.class)
                .hasMessage("No variant matches 'nunpy'; did you mean 'numpy'?");
        assertThatThrownBy(() -> VariantSelection.leftOut(catalog, "claims,,all"))
                .isInstanceOf(AssayException.Usage.class)
                .hasMessageContaining("The option 'variants' contains an empty name");
    }

    @Test
    void withoutClaimsEveryVariantIsMeasured() throws IOException {
        catalog();
        Files.delete(root.resolve(Fixture.CLAIMS));
        Catalog catalog = CatalogReader.readUsers(root);
        assertThat(catalog.claims()).isEmpty();
        assertThat(VariantSelection.leftOut(catalog, VariantSelection.CLAIMS)).isEmpty();
        assertThat(VariantSelection.leftOut(catalog, VariantSelection.NONE)).hasSize(6);
    }
}
