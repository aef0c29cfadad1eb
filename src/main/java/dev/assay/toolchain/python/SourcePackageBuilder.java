package dev.assay.toolchain.python;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.catalog.PackageSetup;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.ProbeBuild;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.CompilerOutputHead;
import dev.assay.toolchain.host.GeneratedProject;
import dev.assay.toolchain.host.PackageBuilder;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds published source packages by pip, each into a folder of its own. The program that imports it sees that folder and the standard library,
 * and nothing else that is installed.
 */
final class SourcePackageBuilder implements PackageBuilder {
    /** What builds source packages; a file of the catalog pins them. */
    static final List<String> TOOLS = List.of("setuptools", "setuptools-scm", "wheel");

    /** What the package is to blame for: it does not say what it is, or does not build. */
    private static final Pattern REFUSED = Pattern.compile(
            "subprocess-exited-with-error|metadata-generation-failed|Failed to build|Failed building wheel|did not run successfully");

    /** Of what was raised in the package's own script the last line says most. */
    private static final Pattern RAISED = Pattern.compile("(?m)^\\s*([A-Za-z_.]*(?:Error|Exception|Exit)\\b.*)$");

    private final BuildPaths places;
    private final Compilation compilation;
    private final Packages packages;
    private final Toolchain interpreter;
    private final Path python;

    /**
     * @param packages whose pip is called
     * @param interpreter what the environment was made of
     * @param python the interpreter of an environment that has {@link #TOOLS}
     */
    SourcePackageBuilder(
            BuildPaths places, Compilation compilation, Packages packages, Toolchain interpreter, Path python) {
        this.places = places;
        this.compilation = compilation;
        this.packages = packages;
        this.interpreter = interpreter;
        this.python = python;
    }

    @Override
    public ProbeBuild build(PackageSetup published, Path pins, Path program, Path folder) {
        if (compilation.offline()) {
            return ProbeBuild.notRun("--offline does not allow downloads, and pip keeps no source packages");
        }
        GeneratedProject.write(folder, Map.of(), Map.of());
        List<String> pip = packages.pip(interpreter, python);
        List<String> install = new ArrayList<>(pip);
        install.addAll(List.of(
                "install",
                "--require-hashes",
                "--no-deps",
                "--only-binary",
                ":all:",
                "--no-binary",
                published.name(),
                "--no-build-isolation",
                "--disable-pip-version-check",
                "--no-input",
                "--target",
                places.shown(folder),
                "-r",
                places.shown(pins)));
        CommandResult finished;
        try {
            finished = compilation.attempt(
                    "building the package " + published.name() + " " + published.version(),
                    install,
                    packages.pipSettings(pip));
        } catch (ToolchainFailure e) {
            return ProbeBuild.notRun(String.valueOf(e.getMessage()));
        }
        String command = ShellWords.join(install);
        String tool = interpreter.runtime().title() + " " + interpreter.version();
        if (finished.ok()) {
            List<String> argv = List.of(python.toString(), "-I", "-S", "-B", program.toString(), folder.toString());
            return ProbeBuild.ready(tool, "", command, argv);
        }
        String said = finished.stderr() + "\n" + finished.stdout();
        return REFUSED.matcher(said).find()
                ? new ProbeBuild(
                        ProbeOutcome.REJECTED, List.of(), tool, message(said, finished), null, command, List.of())
                : ProbeBuild.notRun("pip could not install it (" + ToolchainErrors.lastWords(finished) + ")");
    }

    private static String message(String said, CommandResult finished) {
        Matcher raised = RAISED.matcher(said);
        String last = "";
        while (raised.find()) {
            last = raised.group(1);
        }
        return CompilerOutputHead.cut(last.isEmpty() ? finished.stderr() : last);
    }
}
