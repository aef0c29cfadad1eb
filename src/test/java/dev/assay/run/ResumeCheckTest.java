package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.Runtime;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.Environment;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResumeCheckTest {
    private static final Trial TRIAL = Examples.trial("numeric/a:rust:std@10x1");
    private static final Toolchain RUSTC = new Toolchain(Runtime.RUST, "/bin/rustc", "1.90.0", Map.of(), List.of());

    /** What may be changed in a header. */
    private static final class Draft {
        private String version = "0.1.0";
        private long seed = 42;
        private Map<String, String> options = Map.of("suite", "all");
        private String catalogue = "ab".repeat(32);
        private List<Trial> trials = List.of(TRIAL);
        private List<Toolchain> toolchains = List.of(RUSTC);
        private Map<String, String> programs = Map.of("/bin/program", "cd".repeat(32));
        private Environment environment = Examples.environment(SnapshotPhase.BEFORE);

        RunHeader header(Instant at) {
            RunHeader example = Examples.header(trials);
            return new RunHeader(
                    "id of " + at,
                    at,
                    version,
                    new SamplingPlan(example.profile(), seed, 4, 1, 1, null, 1),
                    options,
                    List.of("typed", at.toString()),
                    new CatalogHashes(catalogue, null),
                    example.subject(),
                    toolchains,
                    programs,
                    environment,
                    List.of());
        }
    }

    private final Draft now = new Draft();

    private List<String> differences() {
        return ResumeCheck.between(new Draft().header(Instant.EPOCH), now.header(Instant.EPOCH.plusSeconds(60)));
    }

    @Test
    void aRunOfLaterIsTheSameRun() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void everyDifferenceIsNamed() {
        Environment here = Examples.environment(SnapshotPhase.BEFORE);
        now.version = "0.2.0";
        now.options = Map.of("suite", "numeric", "blocks", "4");
        now.catalogue = "ef".repeat(32);
        now.toolchains = List.of(new Toolchain(Runtime.RUST, "/bin/rustc", "1.91.0", Map.of(), List.of()));
        now.programs = Map.of("/bin/program", "01".repeat(32));
        now.environment = new Environment(
                here.at(),
                here.phase(),
                "Another CPU",
                8,
                here.memoryBytes(),
                here.os(),
                here.arch(),
                here.loadAverage(),
                here.facts(),
                here.warnings());
        assertThat(differences())
                .containsExactly(
                        "the version of Assay was 0.1.0 and is now 0.2.0",
                        "the machine was Some CPU, 2 logical processors, 8 GiB and is now Another CPU,"
                                + " 8 logical processors, 8 GiB",
                        "the option blocks was not given and is now 4",
                        "the option suite was all and is now numeric",
                        "the catalog changed: a manifest, a program or claims.json (SHA-256 abababababab then, efefefefefef now)",
                        "the toolchain of rust was 1.90.0 at /bin/rustc and is now 1.91.0 at /bin/rustc",
                        "the program /bin/program is another build (SHA-256 cdcdcdcdcdcd then, 010101010101 now)");
    }

    @Test
    void anotherPlanIsNamed() {
        now.seed = 43;
        now.trials = List.of(Examples.trial("numeric/b:rust:std@10x1"));
        assertThat(differences())
                .containsExactly(
                        "the seed was 42 and is now 43",
                        "the trial numeric/a:rust:std@10x1 is no longer planned",
                        "the trial numeric/b:rust:std@10x1 was not planned originally");
    }

    @Test
    void otherProgramsAreNamedEvenWhereNoBuildDiffers() {
        now.programs = Map.of("/bin/program", "cd".repeat(32), "/bin/more", "cd".repeat(32));
        assertThat(differences()).singleElement().asString().contains("different programs are started", "/bin/more");
    }

    @Test
    void aProgramThatMayNotBeReadIsNotTakenForTheSame() {
        Draft unread = new Draft();
        unread.programs = Map.of("/bin/program", "unreadable");
        assertThat(ResumeCheck.between(unread.header(Instant.EPOCH), unread.header(Instant.EPOCH)))
                .singleElement()
                .asString()
                .contains("/bin/program", "is not readable");
    }

    @Test
    void aJournalOfOldThatNamesNoBuildsCannotBeTrusted() {
        Draft old = new Draft();
        old.programs = Map.of();
        assertThat(ResumeCheck.between(old.header(Instant.EPOCH), now.header(Instant.EPOCH)))
                .singleElement()
                .isEqualTo("its journal does not record which builds were measured");
    }
}
