package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException;
import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.InputSpec;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.Rule;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogReaderTest {
    @TempDir
    private Path root;

    @Test
    void readsAWorkload() {
        Catalog catalog = CatalogReader.read(Fixture.copyTo(root).root());

        assertThat(catalog.root()).isEqualTo(root);
        assertThat(catalog.workloads()).extracting(Workload::id).containsExactly("numeric/add", "text/count");
        assertThat(catalog.workload("numeric/add"))
                .contains(new Workload(
                        "numeric/add",
                        "Sum",
                        "The sum of the numbers below n.",
                        "A loop.",
                        "The sum is printed, so that the loop stays.",
                        "numbers",
                        Map.of(Profile.SMOKE, 10L, Profile.QUICK, 100L, Profile.FULL, 1000L),
                        Map.of(
                                Profile.SMOKE, new ExpectedOutput("45\n"),
                                Profile.QUICK, new ExpectedOutput("4950\n"),
                                Profile.FULL, new ExpectedOutput("499500\n")),
                        true,
                        ThreadUse.ONE,
                        null,
                        List.of(
                                new Implementation(
                                        Runtime.PYTHON,
                                        "std",
                                        "add.py",
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        1),
                                new Implementation(
                                        Runtime.C,
                                        "std",
                                        "add.c",
                                        List.of("-pthread"),
                                        List.of(),
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        1))));
    }

    @Test
    void readsWhatAVariantNeeds() {
        Fixture fixture = Fixture.copyTo(root)
                .write("numeric/add/lib.rs", "")
                .replace(Fixture.ADD, "\"build\": [\"-pthread\"]\n    }", """
                        "build": ["-pthread"], "compiler": "clang"},
                        {"runtime": "python-ft", "variant": "isolated", "source": "add.py", "options": ["-I", "-S"], "needs": ["numpy"],
                         "extension": {"language": "rust", "source": "lib.rs", "module": "_add", "needs": ["pyo3"]}},
                        {"runtime": "rust", "variant": "tuned", "source": "lib.rs", "profile": "tuned"}""");

        Workload add =
                CatalogReader.read(fixture.root()).workload("numeric/add").orElseThrow();
        assertThat(add.implementations().subList(1, 4))
                .containsExactly(
                        new Implementation(
                                Runtime.C,
                                "std",
                                "add.c",
                                List.of("-pthread"),
                                List.of(),
                                List.of(),
                                Implementation.Compiler.CLANG,
                                null,
                                null,
                                1),
                        new Implementation(
                                Runtime.PYTHON_FT,
                                "isolated",
                                "add.py",
                                List.of(),
                                List.of("numpy"),
                                List.of("-I", "-S"),
                                null,
                                null,
                                new Implementation.Extension(Runtime.RUST, "lib.rs", "_add", List.of("pyo3")),
                                1),
                        new Implementation(
                                Runtime.RUST,
                                "tuned",
                                "lib.rs",
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                Implementation.CargoProfile.TUNED,
                                null,
                                1));
    }

    @Test
    void readsAnInput() {
        Workload count = CatalogReader.read(Fixture.copyTo(root).root())
                .workload("text/count")
                .orElseThrow();

        assertThat(count.threads()).isEqualTo(ThreadUse.SCALING);
        assertThat(count.workTime()).isFalse();
        assertThat(count.input())
                .isEqualTo(new InputSpec(
                        "words",
                        42,
                        Map.of(
                                Profile.SMOKE, "1".repeat(64),
                                Profile.QUICK, "2".repeat(64),
                                Profile.FULL, "3".repeat(64))));
    }

    @Test
    void readsWholeNumbersHoweverTheyAreWritten() {
        Fixture fixture = Fixture.copyTo(root)
                .replace(Fixture.ADD, "\"quick\": 100,", "\"quick\": 1e2,")
                .replace(Fixture.ADD, "1000", "1000000000000000000");

        assertThat(CatalogReader.read(fixture.root())
                        .workload("numeric/add")
                        .orElseThrow()
                        .sizes())
                .isEqualTo(Map.of(Profile.SMOKE, 10L, Profile.QUICK, 100L, Profile.FULL, 1_000_000_000_000_000_000L));
    }

    @Test
    void readsClaims() {
        Catalog catalog = CatalogReader.read(Fixture.copyTo(root).root());

        ComparisonSide python = ComparisonSide.primary(Runtime.PYTHON);
        Condition.Measure measure = new Condition.Measure(
                new Condition.Quantity(
                        Metric.WORK,
                        List.of("numeric/add"),
                        List.of(python, new ComparisonSide(Runtime.C, "std", ComparisonSide.CORES)),
                        Condition.Estimator.RATIO),
                95,
                Condition.Bound.LOW,
                Condition.Op.ABOVE,
                1.25,
                new Condition.Quantity(Metric.WALL, List.of("text"), List.of(python), Condition.Estimator.SUITE),
                true);
        Condition any = new Condition.Any(List.of(new Condition.Probe("adds", ProbeOutcome.REJECTED, "E0382")));
        Rule rule = new Rule(
                "More than 1.25 times.",
                new Condition.All(List.of(measure, any)),
                List.of(new Rule.Guard(
                        new Condition.Probe("scales", ProbeOutcome.COMPILES, null), "the host does not scale")),
                List.of(new Rule.Partly(new Condition.Probe("slow", ProbeOutcome.LEVEL, null), "it is slow")),
                ClaimVerdict.PARTLY,
                "C adds no faster, as the table shows.");
        assertThat(catalog.claims())
                .containsExactly(
                        new Claim("speed.adding", "Adding", "C adds faster.", ClaimVerdict.SUPPORTED, rule, null),
                        new Claim(
                                "popularity",
                                "Use",
                                "Many like it.",
                                ClaimVerdict.NOT_TESTED,
                                null,
                                "No program can count friends."));
        assertThat(catalog.article())
                .isEqualTo(
                        new Article("On adding", "Example", "https://example.org/adding", "2025-09-01", "2026-03-26"));
    }

    @Test
    void readsTheProjectsOwnCatalog() {
        Catalog catalog = CatalogReader.read(Path.of("workloads"));

        assertThat(catalog.suites()).contains("startup", "numeric");
        assertThat(catalog.claims()).isNotEmpty();
        // Rust has no database in its standard library, so this workload's program in Rust is a variant
        String withoutRust = "web/rows";
        assertThat(catalog.workloads()).extracting(Workload::id).contains(withoutRust);
        assertThat(catalog.workloads())
                .allSatisfy(workload -> assertThat(workload.implementations())
                        .filteredOn(program -> program.primary()
                                || (workload.id().equals(withoutRust) && program.runtime() == Runtime.RUST))
                        .extracting(Implementation::runtime)
                        .contains(Runtime.RUST, Runtime.PYTHON));
    }

    @Test
    void tellsAllProblemsOfAllFilesByFileAndLine() {
        Fixture fixture = Fixture.copyTo(root)
                .replace(Fixture.COUNT, "\"Word count\"", "7")
                .replace(Fixture.COUNT, "count.py", "gone.py")
                .replace(Fixture.ADD, "\"threads\"", "\"thread\"")
                .replace(Fixture.ADD, "\"Sum\"", "true")
                .replace(Fixture.CLAIMS, "\"popularity\"", "\"speed.adding\"");

        assertThat(fixture.failure())
                .containsExactly(
                        "The catalog in ROOT has 5 problems:",
                        "  ROOT/claims.json:41: 'claims[1].id' is 'speed.adding', as on line 12; give each claim its own id",
                        "  ROOT/numeric/add/workload.json:4: 'title' is true or false; give a name for readers",
                        "  ROOT/numeric/add/workload.json:20: 'thread' is not a field of the workload; did you mean 'threads'?",
                        "  ROOT/text/count/workload.json:4: 'title' is 7; give a name for readers",
                        "  ROOT/text/count/workload.json:27: 'implementations[0].source' is ROOT/text/count/gone.py, but there is no"
                                + " such file; add it, or remove the program from the list");
    }

    @Test
    void stopsAfterTwentyLines() {
        Fixture fixture = Fixture.copyTo(root).write(Fixture.ADD, "{}").write(Fixture.COUNT, "{}");

        assertThat(fixture.failure())
                .hasSize(20)
                .startsWith("The catalog in ROOT has 24 problems:")
                .endsWith("  and 6 more; fix these first");
    }

    @Test
    void tellsBothFoldersOfADuplicateId() {
        Fixture fixture = Fixture.copyTo(root);
        fixture.write("text/again/workload.json", fixture.read(Fixture.COUNT))
                .write("text/again/count.py", "print(0)\n");

        assertThat(fixture.problem())
                .isEqualTo("ROOT/text/again/workload.json:3: 'id' is 'text/count' but the folder is 'text/again', and"
                        + " ROOT/text/count/workload.json has that id too; give both the same 'suite/name'");
    }

    @Test
    void tellsThatAFolderIsMissing() {
        assertThatThrownBy(() -> CatalogReader.read(root.resolve("nowhere")))
                .isInstanceOf(AssayException.Malformed.class)
                .hasMessage("The catalog " + root.resolve("nowhere")
                        + " is not a folder; give the one that contains claims.json and the folders of the suites.");
    }

    @Test
    void tellsThatAFolderHasNoWorkloads() {
        Fixture fixture = Fixture.copyTo(root).delete(Fixture.ADD).delete(Fixture.COUNT);

        assertThat(fixture.problem())
                .isEqualTo("ROOT: there is no workload.json in this folder; add 'suite/name/workload.json'");
    }

    @Test
    void passesOverHiddenFoldersAndBuildOutput() {
        Fixture fixture =
                Fixture.copyTo(root).write(".git/workload.json", "x").write("target/numeric/add/workload.json", "x");

        assertThat(CatalogReader.read(fixture.root()).workloads()).hasSize(2);
    }

    @Test
    void endsWhereALinkLeadsBackToTheRoot() throws IOException {
        Fixture fixture = Fixture.copyTo(root);
        Files.createSymbolicLink(root.resolve("text/loop"), root);

        assertThat(CatalogReader.read(fixture.root()).workloads()).hasSize(2);
    }
}
