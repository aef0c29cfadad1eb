package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of the catalog's own programs, as they are and with one constant changed. */
class VerifyIT {
    @TempDir
    private Path folder;

    private FixtureHome home;

    @BeforeEach
    void makeAHome() throws IOException {
        home = new FixtureHome(folder.resolve("home"));
    }

    /** The trio, and C++ where there is a program in it. */
    private static final String WITH_CPP = "--variants=cpp:*";

    private Ended verifyWith(String variants, String... arguments) throws IOException, InterruptedException {
        String[] whole = new String[arguments.length + 4];
        whole[0] = "verify";
        whole[1] = "--seed=5";
        whole[2] = "--color=never";
        whole[3] = variants;
        System.arraycopy(arguments, 0, whole, 4, arguments.length);
        return new AssayCall(Files.createDirectories(folder.resolve("where")), home.root()).run(whole);
    }

    private Ended verify(String... arguments) throws IOException, InterruptedException {
        return verifyWith("--variants=none", arguments);
    }

    @ParameterizedTest
    @CsvSource({"text/word-count, 4", "threading/cpu-bound, 4", "errors/parse-few, 5"})
    void theProgramsOfAWorkloadAreEqual(String id, int programs) throws IOException, InterruptedException {
        home.copyOf(id);
        Ended ended = verifyWith(WITH_CPP, "--sizes=3");
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).contains("processes of 1 workload agree.");
        assertThat(ended.err()).contains(id + ": " + programs + " programs at 13 sizes up to ");
    }

    @ParameterizedTest
    @CsvSource({
        "numeric/collatz, collatz.py, 'range(1, limit + 1)', 'range(1, limit)', python:std",
        "numeric/lcg, lcg.rs, 1_664_525, 1_664_527, rust:std",
        "numeric/sieve, sieve.c, number * number <= limit, number * number < limit, c:std",
        "text/word-count, word-count.cpp, 31 * hash, 37 * hash, cpp:std",
    })
    void aChangedConstantIsFound(String id, String file, String constant, String other, String label)
            throws IOException, InterruptedException {
        Path program = home.copyOf(id).resolve(file);
        String source = Files.readString(program);
        assertThat(source).contains(constant);
        Files.writeString(program, source.replace(constant, other));

        String variants = label.startsWith("cpp") ? WITH_CPP : "--variants=none";
        Ended ended = verifyWith(variants, "--sizes=3", "--timeout=5s");

        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(3);
        assertThat(ended.out()).contains("  " + label + " ").contains("of these cases differ");
    }

    @Test
    void whatFailsEverywhereIsFoundToo() throws IOException, InterruptedException {
        home.pair(
                "some/pair",
                "import sys\nsys.exit('no' if sys.argv[1] != '0' else 0)\n",
                "int main(int argc, char **argv) { return argc == 2 && argv[1][0] != '0'; }\n");

        Ended ended = verify("--sizes=0");

        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(3);
        assertThat(ended.out())
                .contains("some/pair at n = 1:\n  python:std, c:std exited with code 1 and printed nothing")
                .doesNotContain("n = 0:");
    }

    @Test
    void aSizeOfZeroMayBeRefusedByAllOnly() throws IOException, InterruptedException {
        home.pair(
                "some/pair",
                "import sys\nsys.exit(2 if sys.argv[1] == '0' else 0)\n",
                "int main(void) { return 0; }\n");

        Ended ended = verify("--sizes=0");

        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(3);
        assertThat(ended.out())
                .contains(
                        "some/pair at n = 0:\n  python:std exited with code 2 and printed nothing\n  c:std printed nothing");
    }

    @Test
    void aNumberOfSizesThatIsNoneIsRefused() throws IOException, InterruptedException {
        for (String sizes : List.of("-1", "1,2")) {
            Ended ended = verify("--sizes=" + sizes);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).contains("--sizes=" + sizes + " is not a number of sizes: give one from 0 to ");
        }
    }
}
