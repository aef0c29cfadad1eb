package dev.assay.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.catalog.CatalogReader;
import dev.assay.model.AssayException;
import dev.assay.model.Profile;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.InputSpec;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    private static final String RIGHT = "5c9a52e41b3ea5472970a90051bf61301745562e1115f27a9d208a4d4527b0c8";
    private static final String WRONG = "0".repeat(64);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("text-count-1000.txt");
    }

    private static Workload workload(@Nullable InputSpec input) {
        ExpectedOutput none = new ExpectedOutput("");
        return new Workload(
                "text/count",
                "Count",
                "",
                "",
                "",
                "words",
                Map.of(Profile.SMOKE, 1000L, Profile.QUICK, 2L, Profile.FULL, 3L),
                Map.of(Profile.SMOKE, none, Profile.QUICK, none, Profile.FULL, none),
                true,
                ThreadUse.ONE,
                input,
                List.of());
    }

    private static Workload wordsWithHash(String sha256) {
        return workload(new InputSpec("words", 7, Map.of(Profile.SMOKE, sha256)));
    }

    private Path provide(Workload workload) {
        return new InputFiles(folder).provide(workload, Profile.SMOKE);
    }

    @Test
    void makesTheFileAndNothingElse() throws IOException {
        assertThat(provide(wordsWithHash(RIGHT))).isEqualTo(file()).hasSize(5268);
        assertThat(folder).isDirectoryContaining(file()::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void makesTheFolder() {
        Path nested = folder.resolve("target/inputs");

        assertThat(new InputFiles(nested).provide(wordsWithHash(RIGHT), Profile.SMOKE))
                .isEqualTo(nested.resolve("text-count-1000.txt"))
                .isRegularFile();
    }

    @Test
    void leavesARightFileAlone() throws IOException {
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(provide(wordsWithHash(RIGHT)), longAgo);

        assertThat(Files.getLastModifiedTime(provide(wordsWithHash(RIGHT)))).isEqualTo(longAgo);
    }

    @Test
    void replacesADamagedFile() throws IOException {
        Files.writeString(file(), "half of a fi");

        assertThat(provide(wordsWithHash(RIGHT))).hasSize(5268);
    }

    @Test
    void tellsTheHashItGotAndLeavesNothing() {
        assertThatThrownBy(() -> provide(wordsWithHash(WRONG)))
                .isInstanceOf(AssayException.Malformed.class)
                .hasMessage("The input of text/count for profile 'smoke' (" + file() + ") has SHA-256 " + RIGHT
                        + ", but its workload.json says " + WRONG + "; fix input.sha256.smoke there.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tellsThatAGeneratorIsUnknown() {
        Workload workload = workload(new InputSpec("wrods", 7, Map.of(Profile.SMOKE, RIGHT)));

        assertThatThrownBy(() -> provide(workload))
                .isInstanceOf(AssayException.Malformed.class)
                .hasMessage(
                        "The workload text/count needs the input generator 'wrods', which does not exist; use one of"
                                + " access-log, integers, orders, records, source, words as input.generator in its workload.json.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAWorkloadWithoutInput() {
        assertThatThrownBy(() -> provide(workload(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the workload text/count has no input");
    }

    @Test
    void tellsThatTheFolderCannotBeWritten() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> new InputFiles(taken).provide(wordsWithHash(RIGHT), Profile.SMOKE))
                .isInstanceOf(AssayException.Storage.class)
                .hasMessage("Cannot write the input " + taken.resolve("text-count-1000.txt")
                        + " (something else exists at " + taken
                        + "). Check the permissions of its folder and the free space.");
    }

    /** Those of the full profile take ten seconds, and every run checks those that it makes. */
    @Test
    void makesWhatTheProjectsManifestsSay() {
        List<Profile> profiles =
                Boolean.getBoolean("full.inputs") ? List.of(Profile.values()) : List.of(Profile.SMOKE, Profile.QUICK);
        List<Workload> withInput = CatalogReader.read(Path.of("workloads")).workloads().stream()
                .filter(workload -> workload.input() != null)
                .toList();

        assertThat(withInput).isNotEmpty();
        InputFiles files = new InputFiles(folder);
        for (Workload workload : withInput) {
            for (Profile profile : profiles) {
                assertThat(files.provide(workload, profile)).isRegularFile();
            }
        }
    }
}
