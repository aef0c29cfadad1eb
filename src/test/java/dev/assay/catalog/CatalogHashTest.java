package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Sha256;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Workload;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogHashTest {
    private static final Pattern SHARED_FILE =
            Pattern.compile("#\\[path = \"\\.\\./([^\"]+)\"]|^(?:import|from) (\\w+)", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    private String hash(String root) {
        return CatalogReader.read(folder.resolve(root)).sha256();
    }

    private Fixture fixture(String root) {
        return Fixture.copyTo(folder.resolve(root));
    }

    @Test
    void isOverSortedPathsLengthsAndContents() throws IOException {
        fixture("a").write("Cargo.toml", "[package]\n").write("Cargo.lock", "version = 4\n");

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        for (String path : List.of(
                "Cargo.lock",
                "Cargo.toml",
                "claims.json",
                "numeric/add/add.c",
                "numeric/add/add.py",
                "numeric/add/workload.json",
                "text/count/count.py",
                "text/count/workload.json")) {
            byte[] content = Files.readAllBytes(folder.resolve("a").resolve(path));
            data.writeLong(path.length());
            data.write(path.getBytes(StandardCharsets.UTF_8));
            data.writeLong(content.length);
            data.write(content);
        }
        assertThat(hash("a")).isEqualTo(Sha256.hash(bytes.toByteArray()));
    }

    @Test
    void isTheSameInAnotherFolderWithOtherUnlistedFiles() {
        fixture("a");
        fixture("b").write("README.md", "unlisted").write("numeric/add/notes.txt", "unlisted");

        assertThat(hash("a")).isEqualTo(hash("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claims.json",
                "numeric/add/workload.json",
                "numeric/add/add.c",
                "text/count/count.py",
                "text/count/workload.json"
            })
    void changesWithEveryByteOfEveryFile(String file) {
        fixture("a");
        Fixture changed = fixture("b");
        changed.write(file, changed.read(file) + "\n");

        assertThat(hash("a")).isNotEqualTo(hash("b"));
    }

    @Test
    void changesWithASharedLibrarysSource() {
        String extension =
                "\"add.py\", \"extension\": {\"language\": \"c\", \"source\": \"lib.c\", \"module\": \"lib\"}";
        fixture("a").write("numeric/add/lib.c", "x").replace(Fixture.ADD, "\"add.py\"", extension);
        fixture("b").write("numeric/add/lib.c", "y").replace(Fixture.ADD, "\"add.py\"", extension);

        assertThat(hash("a")).isNotEqualTo(hash("b"));
    }

    @Test
    void changesWithAFileThatProgramsShare() {
        String shared = "\"add.py\", \"shared\": [\"sums.py\"]";
        fixture("a").write("numeric/sums.py", "x").replace(Fixture.ADD, "\"add.py\"", shared);
        fixture("b").write("numeric/sums.py", "y").replace(Fixture.ADD, "\"add.py\"", shared);

        assertThat(hash("a")).isNotEqualTo(hash("b"));
    }

    /** Otherwise an edit of the file would not change the hash. */
    @Test
    void everyFileThatOurProgramsShareIsDeclared() throws IOException {
        Path root = Path.of("workloads");
        List<String> found = new ArrayList<>();
        for (Workload workload : CatalogReader.read(root).workloads()) {
            for (Implementation program : workload.implementations()) {
                String text = Files.readString(root.resolve(workload.id()).resolve(program.source()));
                Set<String> used = SHARED_FILE
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1) == null ? match.group(2) + ".py" : match.group(1))
                        .filter(name ->
                                Files.exists(root.resolve(workload.suite()).resolve(name)))
                        .collect(Collectors.toSet());
                assertThat(program.shared())
                        .as(workload.id() + " " + program.label())
                        .containsExactlyInAnyOrderElementsOf(used);
                found.addAll(used);
            }
        }
        assertThat(found).contains("project.rs", "project.py");
    }

    @Test
    void changesWithThePinsOfTheBuilds() {
        fixture("none");
        fixture("toml").write("Cargo.toml", "x");
        fixture("lock").write("Cargo.lock", "x");
        fixture("crates").write("crates/Cargo.lock", "x");
        fixture("packages").write("requirements.txt", "x");
        fixture("group").write("requirements-tables.txt", "x");

        assertThat(Stream.of("none", "toml", "lock", "crates", "packages", "group")
                        .map(this::hash))
                .doesNotHaveDuplicates();
    }
}
