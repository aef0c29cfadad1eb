package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programs that mount a folder of the user's in their own, or leave what nobody can delete: whoever cleans up must not reach through. Only
 * root may mount; elsewhere the tests are not run and say so.
 */
class MountIT {
    private static final String GOOD = """
            #include <stdio.h>
            int main(void) { puts("42"); return 0; }
            """;

    /** Does one thing, and says 42 if it could. */
    private static final String PROGRAM = """
            #include <fcntl.h>
            #include <linux/fs.h>
            #include <stdio.h>
            #include <sys/ioctl.h>
            #include <sys/mount.h>
            #include <sys/stat.h>
            #include <unistd.h>
            static int bind(const char *where) {
                return mount("PRECIOUS", where, 0, MS_BIND, 0);
            }
            static int file(const char *name) {
                return close(open(name, O_CREAT | O_WRONLY, 0600));
            }
            static int immutable(const char *name) {
                int flags = FS_IMMUTABLE_FL, fd = open(name, O_RDONLY);
                return ioctl(fd, FS_IOC_SETFLAGS, &flags);
            }
            int main(void) {
                char here[4096];
                if (!getcwd(here, sizeof here)) return 3;
                if (DEED) { perror(here); return 2; }
                puts("42");
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    private Path precious = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        precious = Files.createDirectories(folder.resolve("my precious"));
        Files.writeString(
                Files.createDirectories(precious.resolve("photos/of the sea")).resolve("one"), "irreplaceable");
        Files.writeString(precious.resolve("letter"), "irreplaceable");
        Files.setPosixFilePermissions(precious, PosixFilePermissions.fromString("r-xr-x---"));
    }

    /** Nothing of a test must stay mounted below its folder, which is deleted in the end. */
    @AfterEach
    void unmount() throws IOException, InterruptedException {
        List<String> points = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/self/mountinfo"))) {
            String point = line.split(" ", -1)[4];
            if (point.startsWith(folder + "/")) {
                points.add(point.replace("\\040", " "));
            }
        }
        Collections.reverse(points);
        for (String point : points) {
            assertThat(new ProcessBuilder("umount", "-l", point).start().waitFor())
                    .isZero();
        }
        chattr("-R", "-i", folder.toString());
    }

    /** By a shell, which says by its code that there is no such program: a bare system may come without. */
    private static int chattr(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec chattr \"$@\"", "sh"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start().waitFor();
    }

    private void untouched() throws IOException {
        assertThat(precious.resolve("photos/of the sea/one")).hasContent("irreplaceable");
        assertThat(precious.resolve("letter")).hasContent("irreplaceable");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(precious)))
                .isEqualTo("r-xr-x---");
    }

    private String program(String deed) {
        return PROGRAM.replace("PRECIOUS", precious.toString()).replace("DEED", deed);
    }

    /** The user's root may not be what it seems: in a container it often may not mount. */
    private void assumeThatMountsWork() throws IOException, InterruptedException {
        Path point = Files.createDirectories(folder.resolve("point"));
        int code = new ProcessBuilder("mount", "--bind", precious.toString(), point.toString())
                .start()
                .waitFor();
        assumeThat(code)
                .as("this test mounts folders, which only root may do, and not in every container")
                .isZero();
        assertThat(new ProcessBuilder("umount", point.toString()).start().waitFor())
                .isZero();
    }

    private Ended failing(FixtureHome home, int faulty) throws IOException, InterruptedException {
        home.workload("some/good", "c", "program.c", GOOD);
        Ended ended = new AssayProcess(folder, home.root()).run("--profile=smoke", "--runtimes=c");
        untouched();
        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve("results/latest/run.json")));
        assertThat(run.path("trials").valueStream()).hasSize(faulty + 1).allSatisfy(trial -> {
            boolean good = trial.path("workload").asString().equals("some/good");
            assertThat(trial.path("status").asString()).as(trial.toString()).isEqualTo(good ? "ok" : "failed");
        });
        return ended;
    }

    @Test
    void cleaningUpNeverReachesThroughAMount() throws IOException, InterruptedException {
        assumeThatMountsWork();
        FixtureHome home = new FixtureHome(folder.resolve("home"));
        String[] deeds = {
            "mkdir(\"mnt\", 0700) || bind(\"mnt\")",
            "bind(here)",
            "chdir(\"..\") || !getcwd(here, sizeof here) || bind(here)",
            "mkdir(\"a\", 0700) || mkdir(\"a/b\", 0) || mkdir(\"a/b/to-be-deleted-0\", 0) || bind(\"a/b/to-be-deleted-0\")",
            "mkdir(\"../beside me\", 0700) || bind(\"../beside me\")",
            "mkdir(\"m\", 0700) || mount(\"none\", \"m\", \"tmpfs\", 0, \"size=64k\") || file(\"m/mine\")",
            "file(\"f\") || mount(\"PRECIOUS/letter\", \"f\", 0, MS_BIND, 0)",
        };
        for (int i = 0; i < deeds.length; i++) {
            home.workload(
                    "mounts/deed-" + i, "c", "program.c", program(deeds[i].replace("PRECIOUS", precious.toString())));
        }

        Ended ended = failing(home, deeds.length);

        assertThat(ended.err().replaceAll("\\s+", " "))
                .contains(
                        "mounts/deed-0:c:std@1x1 left a file behind: ",
                        "/cwd/mnt cannot be deleted (something is mounted there: ")
                .contains("/my precious)", "/my precious/letter)")
                .doesNotContain("Exception");
        Ended next = new AssayProcess(folder, home.root()).run("--profile=smoke", "--workload=some/good");
        assertThat(next.code()).as(next.err()).isZero();
        assertThat(next.err().replaceAll("\\s+", " "))
                .contains("warning: left behind by a program of an earlier run: ", "something is mounted there");
        untouched();
    }

    @Test
    void whatCannotBeDeletedCostsItsProgramAlone() throws IOException, InterruptedException {
        Path trial = Files.writeString(folder.resolve("trial"), "");
        assumeThat(chattr("+i", trial.toString()))
                .as("this test makes files immutable, which only root may do, and not every file system knows")
                .isZero();
        FixtureHome home = new FixtureHome(folder.resolve("home"))
                .workload("keeps/file", "c", "program.c", program("file(\"mine\") || immutable(\"mine\")"))
                .workload(
                        "keeps/folder",
                        "c",
                        "program.c",
                        program("mkdir(\"a\", 0700) || mkdir(\"a/b\", 0700) || file(\"a/b/c\") || immutable(\"a\")"))
                .workload("keeps/own", "c", "program.c", program("file(\"mine\") || immutable(here)"));
        Ended ended = failing(home, 3);
        assertThat(ended.err().replaceAll("\\s+", " "))
                .contains(
                        "keeps/file:c:std@1x1 left a file behind: ",
                        "/mine cannot be deleted (Operation not permitted)")
                .doesNotContain("Free some space");
    }
}
