package dev.assay.toolchain.python;

import dev.assay.toolchain.host.ToolVersion;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A Python interpreter as it describes itself.
 *
 * @param path the executable behind shims and links; of a virtual environment its own link, for through that it finds its packages
 * @param version such as {@code 3.11.7}
 * @param implementation such as {@code cpython}
 * @param virtualBase the interpreter under a virtual environment; empty for none
 * @param build how it was built
 * @param pthFiles files that its {@code site} module reads at every start
 * @param lockOff whether its threads run at the same time, as it was started
 * @param pypyVersion PyPy's own version; empty for another Python
 * @param include the folder that its C headers belong in
 * @param extensionSuffix how the file of an extension module ends
 * @param noise a line that it prints unasked at every start; empty for none
 */
public record Interpreter(
        Path path,
        String version,
        String implementation,
        String virtualBase,
        PythonBuild build,
        List<String> pthFiles,
        boolean lockOff,
        String pypyVersion,
        String include,
        String extensionSuffix,
        String noise) {

    /** From the answer of {@code interpreter.py}. */
    static Interpreter of(Map<String, String> facts, String noise) {
        Path path = Path.of(facts.getOrDefault("executable", ""));
        boolean virtual = facts.getOrDefault("venv", "").equals("yes");
        String virtualBase = virtual ? facts.getOrDefault("base", "") : "";
        return new Interpreter(
                path,
                facts.getOrDefault("version", "") + facts.getOrDefault("suffix", ""),
                facts.getOrDefault("implementation", ""),
                virtualBase,
                new PythonBuild(
                        facts.getOrDefault("compiler", ""),
                        facts.getOrDefault("config", ""),
                        facts.getOrDefault("freethreaded", "").equals("yes"),
                        facts.getOrDefault("debug", "").equals("yes"),
                        (virtualBase.isEmpty() ? path : Path.of(virtualBase)).startsWith("/usr/bin")),
                Arrays.stream(facts.getOrDefault("pth", "").split(File.pathSeparator, -1))
                        .filter(file -> !file.isEmpty())
                        .toList(),
                facts.getOrDefault("gil", "").equals("off"),
                facts.getOrDefault("pypy", ""),
                facts.getOrDefault("include", ""),
                facts.getOrDefault("extension", ".so"),
                noise);
    }

    /** Whether it is CPython, of an age that runs the programs. */
    boolean usable() {
        return cpython() && runsThePrograms();
    }

    /** Whether its language is as new as the programs are. */
    boolean runsThePrograms() {
        return ToolVersion.parse(version)
                .filter(found -> found.compareTo(PythonFinder.OLDEST) >= 0)
                .isPresent();
    }

    boolean cpython() {
        return implementation.equals("cpython");
    }
}
