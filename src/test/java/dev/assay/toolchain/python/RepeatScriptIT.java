package dev.assay.toolchain.python;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.toolchain.host.BuildPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that does a program's work again and again, by a real Python. */
class RepeatScriptIT {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    /** Counts how often its parts are executed: the definitions once, the work each time. */
    private static final String COUNTING = """
            import sys
            made = []
            class Thing:
                pass
            made.append(Thing)
            turns = 0
            def main():
                global turns
                turns += 1
                print("made", len(made), "as", __name__, "by", sys.argv[1:])
                print("work_ns=%d" % turns, file=sys.stderr)
            """;

    private static final String MAIN = "if __name__ == \"__main__\":\n    ";

    @TempDir
    private Path folder;

    /** How it ended. */
    private record Ended(int code, String out, String err) {}

    private Ended repeat(Path python, List<String> options, int times, String program, String... arguments)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("program.py"), program);
        List<String> command = new ArrayList<>(List.of(python.toString()));
        command.addAll(options);
        command.add(RepeatScript.provide(new BuildPaths(folder)).toString());
        command.addAll(List.of(Integer.toString(times), script.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out, ISO_8859_1), Files.readString(err));
    }

    private Ended repeat(int times, String program, String... arguments) throws IOException, InterruptedException {
        assumeThat(PYTHON).exists();
        return repeat(PYTHON, List.of(), times, program, arguments);
    }

    @Test
    void definitionsOnceAndTheWorkAgainAndAgain() throws IOException, InterruptedException {
        Ended ended = repeat(4, COUNTING + MAIN + "sys.exit(main())\n", "10", "x");
        assertThat(ended)
                .isEqualTo(new Ended(
                        0, "made 1 as __main__ by ['10', 'x']\n", "work_ns=1\nwork_ns=2\nwork_ns=3\nwork_ns=4\n"));
    }

    @Test
    void pypyDoesTheSame() throws IOException, InterruptedException {
        Path pypy = Path.of("/usr/bin/pypy3");
        assumeThat(pypy).as("PyPy").exists();
        Ended ended = repeat(pypy, List.of(), 3, COUNTING + MAIN + "main()\n", "10");
        assertThat(ended)
                .isEqualTo(new Ended(0, "made 1 as __main__ by ['10']\n", "work_ns=1\nwork_ns=2\nwork_ns=3\n"));
    }

    /** Whatever a program does to get its bytes out. */
    @Test
    void allThatIsWrittenIsCompared() throws IOException, InterruptedException {
        Ended ended = repeat(
                3,
                "import os, sys\nprint('above')\n" + MAIN
                        + "print('a'); sys.stdout.flush(); os.write(1, b'b\\n'); sys.stdout.buffer.write(b'\\xff')\n");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("out")))
                .isEqualTo(new byte[] {'a', 'b', 'o', 'v', 'e', '\n', 'a', '\n', 'b', '\n', (byte) 0xff});
    }

    @Test
    void anotherOutputIsRefused() throws IOException, InterruptedException {
        Ended ended =
                repeat(5, "turns = []\n" + MAIN + "turns.append(1); print('odd' if len(turns) == 3 else 'even')\n");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("repeat: repetition 3 of 5 printed 'odd\\n', and the first 'even\\n'\n");
    }

    @Test
    void oneThatRaisesLaterFails() throws IOException, InterruptedException {
        Ended ended = repeat(5, "turns = []\n" + MAIN + "turns.append(1)\n    1 / (2 - len(turns))\n");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("repeat: this was repetition 2 of 5:\nTraceback")
                .endsWith("ZeroDivisionError: division by zero\n")
                .contains("program.py\", line 4, in <module>");
    }

    @Test
    void itEndsAsTheProgramWouldHave() throws IOException, InterruptedException {
        assertThat(repeat(5, "import sys\n" + MAIN + "sys.exit(2)\n")).isEqualTo(new Ended(2, "", ""));
        assertThat(repeat(5, "import sys\n" + MAIN + "sys.exit('no size')\n")).isEqualTo(new Ended(1, "", "no size\n"));
        assertThat(repeat(5, "import sys\nturns = []\n" + MAIN + "turns.append(1); sys.exit(3 if turns[1:] else 0)\n"))
                .isEqualTo(new Ended(3, "", "repeat: this was repetition 2 of 5:\n"));
    }

    @Test
    void theProgramsFolderIsOnThePathWhereItWouldBe() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("beside.py"), "SAID = 'beside'\n");
        String program = "import beside\n" + MAIN + "print(beside.SAID)\n";
        assertThat(repeat(2, program).out()).isEqualTo("beside\n");
        assertThat(repeat(PYTHON, List.of("-I"), 2, program).err())
                .endsWith("ModuleNotFoundError: No module named 'beside'\n");
    }

    @Test
    void aProgramWithoutAMainIsRefused() throws IOException, InterruptedException {
        for (String program :
                List.of("print(42)\n", "", MAIN + "pass\nelse:\n    pass\n", MAIN + "pass\nprint(42)\n")) {
            Ended ended = repeat(2, program);
            assertThat(ended.code()).as(program).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .startsWith("repeat: " + folder + "/program.py cannot be repeated: its last statement is not")
                    .contains("put its work below such a line");
        }
    }

    @Test
    void theSameScriptIsWrittenOnceAndMendedWhereItWasSpoiled() throws IOException {
        Path script = RepeatScript.provide(new BuildPaths(folder));
        String text = Files.readString(script);
        Files.writeString(script, "spoiled");
        assertThat(RepeatScript.provide(new BuildPaths(folder)))
                .isEqualTo(script)
                .hasContent(text);
    }
}
