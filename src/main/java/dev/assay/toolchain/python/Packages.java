package dev.assay.toolchain.python;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Sha256;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Stamp;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python packages, pinned with the hashes of their files, in virtual environments of the very interpreter that is measured: one for each file
 * that pins packages and that a program needs. Programs that need no package never see them.
 */
public final class Packages {
    private static final int KEY_DIGITS = 12;

    private static final Pattern PIP = Pattern.compile("^pip (\\d{1,4})\\.(\\d{1,4})");

    /** Since 22.3 pip installs into the environment that {@code --python} names. */
    private static final int SERVING_MAJOR = 22;

    private static final int SERVING_MINOR = 3;

    private final BuildPaths places;
    private final Compilation compilation;
    /** What failed is not tried again for the next program: it would take as long, and come to the same. */
    private final Map<Path, ToolchainFailure> failed = new HashMap<>();

    public Packages(BuildPaths places, Compilation compilation) {
        this.places = places;
        this.compilation = compilation;
    }

    /**
     * An environment that can be started.
     *
     * @param python its interpreter
     * @param command what made it
     */
    public record Provided(Path python, String command) {}

    /**
     * The environment that has these packages, and the others of the file that pins them; made unless it is there.
     *
     * @throws ToolchainFailure if it cannot be made, with the reason and what to do, in one line
     */
    public Provided provide(Toolchain interpreter, Path catalogRoot, List<String> needs) {
        PinFiles.PinFile pins = PinFiles.choose(catalogRoot, needs);
        String identity = identity(interpreter, pins);
        Path folder = folder(interpreter, identity);
        Path python = python(folder);
        boolean there = whole(folder, identity);
        boolean ownPip = there ? hasPip(python) : !servesOthers(interpreter);
        List<String> make = new ArrayList<>(List.of(interpreter.path(), "-m", "venv", "--clear"));
        if (!ownPip) {
            make.add("--without-pip");
        }
        make.add(places.shown(folder));
        List<String> pip = pip(interpreter, places.shown(python), ownPip);
        List<String> install = new ArrayList<>(pip);
        install.addAll(List.of(
                "install",
                "--require-hashes",
                "--only-binary",
                ":all:",
                "--no-deps",
                "--disable-pip-version-check",
                "--no-input",
                "-r",
                places.shown(pins.path())));
        if (!there) {
            ToolchainFailure before = failed.get(folder);
            if (before != null) {
                throw new ToolchainFailure(before.getMessage(), before.packages());
            }
            try {
                make(interpreter, make, pip, install);
                tryOut(places.shown(python), needs, pins);
            } catch (ToolchainFailure e) {
                failed.put(folder, e);
                throw e;
            }
            Stamp.write(stamp(folder), identity);
        }
        return new Provided(python, ShellWords.join(make) + " && " + ShellWords.join(install));
    }

    /**
     * Whether the environment that has these packages is there already, and whole.
     *
     * @throws ToolchainFailure if no file pins them
     */
    public boolean installed(Toolchain interpreter, Path catalogRoot, List<String> needs) {
        String identity = identity(interpreter, PinFiles.choose(catalogRoot, needs));
        return whole(folder(interpreter, identity), identity);
    }

    private static boolean whole(Path folder, String identity) {
        return Files.isExecutable(python(folder)) && Stamp.matches(stamp(folder), identity);
    }

    private static String identity(Toolchain interpreter, PinFiles.PinFile pins) {
        return String.join("\n", interpreter.path(), interpreter.version(), pins.content());
    }

    private Path folder(Toolchain interpreter, String identity) {
        String key = interpreter.runtime() + "-" + interpreter.version() + "-"
                + Sha256.hash(identity.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_DIGITS);
        return places.environments().resolve(key);
    }

    private static Path python(Path folder) {
        return folder.resolve("bin/python");
    }

    private static Path stamp(Path folder) {
        return folder.resolve("assay.stamp");
    }

    /**
     * How pip is called for an environment: the one that it has, or else that of the interpreter. To give it its own takes seconds.
     *
     * @param interpreter what the environment was made of
     * @param python the interpreter of the environment
     */
    List<String> pip(Toolchain interpreter, Path python) {
        return pip(interpreter, places.shown(python), hasPip(python));
    }

    /** The same for commands that run in any folder. */
    List<String> pipAnywhere(Toolchain interpreter, Path python) {
        return pip(interpreter, python.toAbsolutePath().toString(), hasPip(python));
    }

    private static List<String> pip(Toolchain interpreter, String python, boolean own) {
        return own ? List.of(python, "-m", "pip") : List.of(interpreter.path(), "-m", "pip", "--python", python);
    }

    private static boolean hasPip(Path python) {
        return Files.exists(python.resolveSibling("pip"));
    }

    private boolean servesOthers(Toolchain interpreter) {
        CommandResult asked = compilation.ask(List.of(interpreter.path(), "-m", "pip", "--version"));
        Matcher version = PIP.matcher(asked.stdout());
        if (!asked.ok() || !version.find()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        return major > SERVING_MAJOR || (major == SERVING_MAJOR && Integer.parseInt(version.group(2)) >= SERVING_MINOR);
    }

    private void make(Toolchain interpreter, List<String> make, List<String> pip, List<String> install) {
        if (compilation.offline()) {
            throw new ToolchainFailure(
                    "its packages are not installed yet, and --offline does not allow downloads; run once without it");
        }
        Compilation.createFolder(places.environments());
        CommandResult made = compilation.attempt("creating an environment for " + interpreter.path(), make, Map.of());
        if (!made.ok()) {
            PythonAdvice advice = PythonAdvice.of(interpreter.runtime());
            throw new ToolchainFailure(
                    interpreter.path() + " cannot create a virtual environment (" + ToolchainErrors.lastWords(made)
                            + "); " + advice.environments(),
                    advice.environmentPackages());
        }
        CommandResult installed = compilation.attempt("installing Python packages", install, pipSettings(pip));
        if (!installed.ok()) {
            throw new ToolchainFailure("pip could not install the packages (" + ToolchainErrors.lastWords(installed)
                    + "); try  " + ShellWords.join(make) + " && " + ShellWords.join(install));
        }
    }

    /**
     * The variables with which a pip does what its command says, whatever the user has configured.
     *
     * @param pip how it is called
     * @throws ToolchainFailure if pip cannot read its configuration
     */
    Map<String, String> pipSettings(List<String> pip) {
        List<String> list = new ArrayList<>(pip);
        list.addAll(List.of("config", "list", "--disable-pip-version-check"));
        CommandResult settings = compilation.ask(list);
        if (!settings.ok()) {
            throw new ToolchainFailure(
                    "pip cannot read its configuration (" + ToolchainErrors.lastWords(settings) + ")");
        }
        return PipSettings.read(settings.stdout(), compilation.kept());
    }

    /** That pip ended well does not say that the packages are where the program looks for them. */
    private void tryOut(String python, List<String> needs, PinFiles.PinFile pins) {
        List<String> argv = new ArrayList<>(List.of(
                python, "-I", "-B", "-c", PythonIntrospection.resource("packages.py"), String.join(",", needs)));
        argv.addAll(pins.packages());
        CommandResult tried = compilation.attempt("testing Python packages", argv, Map.of());
        if (!tried.ok()) {
            throw new ToolchainFailure("pip installed the packages, but they do not work ("
                    + ToolchainErrors.lastWords(tried)
                    + "); check for settings that install them elsewhere, such as in ~/.pydistutils.cfg, or choose another Python"
                    + " with -Dpython");
        }
    }
}
