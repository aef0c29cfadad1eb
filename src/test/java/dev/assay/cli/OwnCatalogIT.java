package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.Sha256;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Trial;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs of a user's, outside the project: the example of {@code workloads/README.md} with real compilers. */
class OwnCatalogIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private FixtureHome home;
    private Path where;

    /** Of Assay's own workloads only the one that watches over the noise is there. */
    @BeforeEach
    void makeAHome() throws IOException {
        home = new FixtureHome(folder.resolve("home"));
        home.copyOf("numeric/nbody");
        where = Files.createDirectories(folder.resolve("where"));
    }

    private OwnCatalog example() throws IOException {
        return OwnCatalog.writtenTo(where.resolve("meine Übungen"));
    }

    private Ended assay(String... arguments) {
        return new AssayCall(where, home.root()).run(arguments);
    }

    /** Names the example's folder. */
    private String catalogOption() {
        return "--catalog=" + where.resolve("meine Übungen");
    }

    private Path latest() {
        return where.resolve("results/latest");
    }

    private JsonNode run() throws IOException {
        return JSON.readTree(Files.readString(latest().resolve("run.json")));
    }

    @Test
    void aFolderOfOnesOwnTakesThePlaceOfAssaysWorkloads() throws IOException, InterruptedException {
        OwnCatalog catalog = example();
        Map<String, String> before = catalog.content();

        Ended ended = new AssayProcess(where, home.root())
                .run("run", "--catalog=meine Übungen", "--profile=smoke", "--color=never");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("digits     work time").doesNotContain("Claims");
        assertThat(ended.err()).contains("Measuring 2 trials of 1 workload");
        RunHeader header = JournalReader.read(latest().resolve("journal.jsonl")).header();
        assertThat(header.options())
                .containsEntry("catalog", where.resolve("meine Übungen").toString());
        assertThat(header.trials()).extracting(trial -> trial.id().label()).containsExactly("rust:std", "python:std");
        assertThat(header.subject().canary()).hasSize(2).allSatisfy(OwnCatalogIT::isAssaysOwn);
        JsonNode run = run();
        assertThat(run.path("claims")).isEmpty();
        assertThat(run.path("noise")
                        .path("canary")
                        .path("comparison")
                        .path("blocks")
                        .asInt())
                .isEqualTo(4);
        assertThat(RunSchema.problems(latest().resolve("run.json"))).isEmpty();
        assertThat(Files.readString(latest().resolve("report.html")))
                .contains("Sum of digits", "sum_of_digits(limit: u64)")
                .doesNotContain("What the article claims");
        assertThat(catalog.content()).isEqualTo(before);
        assertThat(home.root().resolve("target/catalogs")).isDirectoryContaining("glob:**/meine__bungen-*");
        assertThat(home.root().resolve("target/workloads/rust/release/digits-sum"))
                .doesNotExist();
    }

    private static void isAssaysOwn(Trial trial) {
        assertThat(trial.command(null).argv().get(0)).endsWith("target/meter/release/canary");
    }

    @Test
    void itsClaimsAndProbesDecide() throws IOException, InterruptedException {
        OwnCatalog catalog = example()
                .writeShown("claims.json")
                .write("digits/zero.py", "print(1 // 0)\n")
                .write("digits/probes.json", """
                        {"schema": "assay.probes/1",
                         "probes": [{"id": "digits/zero", "title": "T", "shows": "S", "runtime": "python", "source": "zero.py",
                                     "expected": ["raises"], "code": "ZeroDivisionError"}]}
                        """);
        Path link = Files.createSymbolicLink(where.resolve("link"), catalog.root());

        Ended ended = assay("run", "--catalog=" + link, "--blocks=12", "--seed=3", "--color=never");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Supported        tools.ten-times").contains("1 of 1 as expected");
        assertThat(run().path("claims").path(0).path("verdict").asString()).isEqualTo("supported");

        String first = Files.readString(latest().resolve("run.json"));
        Files.delete(link);
        Ended lost = assay("report", "latest");
        assertThat(lost.code()).isEqualTo(2);
        assertThat(lost.err())
                .contains(link + " does not exist")
                .contains("if it was moved, give its new path with --catalog=DIR");
        Ended again = assay("report", "latest", catalogOption());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readString(latest().resolve("run.json"))).isEqualTo(first);
        Ended exported = assay("export", "latest", "--format=junit", catalogOption());
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(Files.readString(latest().resolve("exports/junit.xml"))).contains("tools.ten-times");
        theRulesAreThoseFromBefore(catalog.root().resolve("claims.json"));

        Files.createSymbolicLink(link, catalog.root());
        Ended repeated = assay("run", "--catalog=" + link, "--blocks=4", "--profile=smoke", "--against=latest");
        assertThat(repeated.code()).as(repeated.err()).isZero();
        assertThat(repeated.out()).contains("Two runs");
    }

    private void theRulesAreThoseFromBefore(Path claims) throws IOException, InterruptedException {
        RunHeader header = JournalReader.read(latest().resolve("journal.jsonl")).header();
        assertThat(header.hashes().claimsSha256()).isEqualTo(Sha256.hash(Files.readAllBytes(claims)));
        String words = "judged by different rules than when this run was measured";
        assertThat(Files.readString(latest().resolve("summary.md"))).doesNotContain(words);
        String rules = Files.readString(claims);

        Files.writeString(claims, rules.replace("10", "9"));
        Ended younger = assay("report", "latest", catalogOption());

        assertThat(younger.code()).as(younger.err()).isZero();
        assertThat(Files.readString(latest().resolve("summary.md")))
                .containsOnlyOnce(words)
                .contains("and claims.json was changed after the run began");
        Files.writeString(claims, rules);
    }

    @Test
    void aRunOfItGoesOn() throws IOException, InterruptedException {
        example();
        Ended ended = assay("run", catalogOption(), "--profile=smoke");
        assertThat(ended.code()).as(ended.err()).isZero();
        String begun = latest().toRealPath().toString();
        Path journal = Path.of(begun, "journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() - 3));

        Ended otherwise = assay("run", "--resume=" + begun, "--catalog=somewhere");
        assertThat(otherwise.code()).isEqualTo(2);
        assertThat(otherwise.err()).contains("somewhere was --catalog=");
        Ended resumed = assay("run", "--resume=" + begun, catalogOption());

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(Files.readAllLines(journal)).hasSizeGreaterThan(lines.size() - 3);
        assertThat(run().path("partial").asBoolean(true)).isFalse();
    }

    /** A catalog, and a run of it, of the time when work time was called kernel time: both are continued as they are. */
    @Test
    void theFormerWordsAreReadAndNotWritten() throws IOException, InterruptedException {
        OwnCatalog catalog = example()
                .writeShown("claims.json")
                .replace("claims.json", "\"metric\": \"work\"", "\"metric\": \"kernel\"")
                .replace("claims.json", "work time", "kernel time")
                .replace("digits/sum/workload.json", "\"workTime\"", "\"kernelTime\"")
                .replace("digits/sum/sum.rs", "work_ns=", "kernel_ns=")
                .replace("digits/sum/sum.py", "work_ns=", "kernel_ns=");
        Ended ended = assay("run", catalogOption(), "--blocks=12", "--seed=3", "--color=never");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Supported        tools.ten-times", "digits     work time");
        Path journal = latest().toRealPath().resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("{\"kind\":\"sample\""))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"workNs\":") && !line.contains("kernel"));

        List<String> former = lines.subList(0, lines.size() - 3).stream()
                .map(line -> line.replace("\"workTime\":", "\"kernelTime\":")
                        .replace("\"workNs\":", "\"kernelNs\":")
                        .replace("\"workSeriesNs\":", "\"kernelSeriesNs\":"))
                .toList();
        Files.write(journal, former);
        Ended resumed = assay("run", "--resume=" + latest().toRealPath(), "--color=never");

        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("Supported        tools.ten-times");
        assertThat(Files.readAllLines(journal)).startsWith(former.toArray(String[]::new));
        assertThat(run().path("partial").asBoolean(true)).isFalse();
        assertThat(Files.readString(latest().resolve("summary.md"))).doesNotContain("judged by different rules");
        theRulesAreThoseFromBefore(catalog.root().resolve("claims.json"));

        catalog.replace("claims.json", "\"metric\": \"kernel\"", "\"metric\": \"work\"")
                .replace("claims.json", "kernel time", "work time");
        Ended again = assay("report", "latest", catalogOption());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readString(latest().resolve("summary.md"))).doesNotContain("judged by different rules");
    }

    @Test
    void itIsListedAndVerified() throws IOException, InterruptedException {
        example();

        Ended listed = assay("list", catalogOption(), "--color=never");
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("suite digits", "Sum of digits").doesNotContain("nbody", "claims");

        Ended verified = new AssayProcess(where, home.root())
                .jvm("-Dcatalog=meine Übungen")
                .run("verify", "--sizes=2");
        assertThat(verified.code()).as(verified.err()).isZero();
        assertThat(verified.err()).contains("digits/sum: 2 programs at 12 sizes");
    }

    @Test
    void programsThatDifferAreFoundInItToo() throws IOException, InterruptedException {
        example().replace("digits/sum/sum.py", "range(limit)", "range(limit + 1)");

        Ended ended = assay("verify", catalogOption(), "--sizes=0", "--color=never");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.out()).contains("digits/sum at numbers = 1:");
    }

    @Test
    void whatIsWrongWithItIsSaidBeforeAnythingIsMeasured() throws IOException, InterruptedException {
        refused("--catalog=", "--catalog= is empty. Give a folder");
        refused(
                "--catalog=" + where.resolve("nowhere"),
                where.resolve("nowhere") + " does not exist. Give the folder that contains");
        Files.writeString(where.resolve("file"), "");
        refused("--catalog=" + where.resolve("file"), where.resolve("file") + " is not a folder");
        Path empty = Files.createDirectory(where.resolve("empty"));
        refused("--catalog=" + empty, "The catalog in " + empty + " has a problem", "add 'suite/name/workload.json'");
        OwnCatalog catalog = example();
        String option = "--catalog=" + catalog.root();
        refused(option + "/digits", "'id' is 'digits/sum' but the folder is 'sum'");
        refusedWithout(
                catalog, "Cargo.lock", "cargo generate-lockfile --manifest-path '" + catalog.root() + "/Cargo.toml'");
        refusedWithout(catalog, "Cargo.toml", "[[bin]]\nname = \"digits-sum\"\npath = \"digits/sum/sum.rs\"");
        refusedWithout(catalog, "digits/sum/sum.py", "/digits/sum/sum.py, but there is no such file");
        catalog.replace("digits/sum/workload.json", "\"workTime\": true", "\"workTime\": 1");
        refused(option, "digits/sum/workload.json:11: 'workTime'");
        catalog.write("digits/sum/workload.json", "{");
        refused(option, "digits/sum/workload.json:", "not JSON");
        catalog.writeShown("digits/sum/workload.json").write("claims.json", "{}");
        refused(option, "claims.json");
    }

    private void refusedWithout(OwnCatalog catalog, String file, String words)
            throws IOException, InterruptedException {
        Path path = catalog.root().resolve(file);
        String content = Files.readString(path);
        Files.delete(path);
        refused("--catalog=" + catalog.root(), words);
        Files.writeString(path, content);
    }

    private void refused(String option, String... words) {
        Ended ended = assay("run", option, "--profile=smoke");
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(words).doesNotContain("Measuring", "Exception");
        assertThat(where.resolve("results")).doesNotExist();
    }
}
