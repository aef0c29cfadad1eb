package dev.assay.toolchain.rust;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.catalog.PackageSetup;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.ProbeBuild;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.CompilerOutputHead;
import dev.assay.toolchain.host.GeneratedProject;
import dev.assay.toolchain.host.PackageBuilder;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds published crates by cargo, each in a project of its own with a lock file of its own. */
final class CratePackageBuilder implements PackageBuilder {
    private static final String BINARY = "loads";

    private static final Pattern CODE = Pattern.compile("(?m)^error\\[(E[0-9]{4})]");

    /** What the crate itself is to blame for: the compiler refuses its source, or cargo its manifest. */
    private static final Pattern REFUSED = Pattern.compile(
            "(?m)^error: (could not compile|failed to parse manifest|failed to run custom build command)");

    private static final Pattern FIRST_ERROR = Pattern.compile("(?m)^error");

    private final BuildPaths places;
    private final RustTools rust;
    private final Compilation compilation;

    CratePackageBuilder(BuildPaths places, RustTools rust, Compilation compilation) {
        this.places = places;
        this.rust = rust;
        this.compilation = compilation;
    }

    @Override
    public ProbeBuild build(PackageSetup published, Path pins, Path program, Path folder) {
        Path manifest = folder.resolve("Cargo.toml");
        Path target = folder.resolve("target");
        GeneratedProject.write(
                folder,
                Map.of(manifest, manifest(published)),
                Map.of(folder.resolve("Cargo.lock"), pins, folder.resolve("main.rs"), program));
        String tool = "rustc " + rust.toolchain().version();
        Cargo cargo = new Cargo(manifest, target, Cargo.RELEASE, "--bin", List.of(BINARY), List.of(), List.of());
        CargoSettings settings;
        try {
            settings = CargoSettings.of(compilation.host(), rust, target);
        } catch (ToolchainFailure e) {
            return ProbeBuild.notRun(String.valueOf(e.getMessage()));
        }
        CommandResult finished = compilation.attempt(
                "building the crate " + published.name() + " " + published.version(),
                cargo.argv(rust.cargo().toString(), places, settings),
                cargo.environment(rust, null));
        String command = cargo.shown(places, settings);
        if (finished.ok()) {
            Path binary = target.resolve(Cargo.RELEASE).resolve(BINARY);
            return ProbeBuild.ready(tool, "", command, List.of(binary.toString()));
        }
        return REFUSED.matcher(finished.stderr()).find()
                ? rejected(finished.stderr(), tool, command)
                : ProbeBuild.notRun("cargo could not build it (" + ToolchainErrors.lastWords(finished) + ")");
    }

    /** The crate has a name of its own in the program, whatever its library is called. */
    private static String manifest(PackageSetup published) {
        return """
            [package]
            name = "loads"
            version = "0.0.0"
            edition = "2024"

            [[bin]]
            name = "loads"
            path = "main.rs"

            [dependencies]
            published = { package = "%s", version = "=%s" }
            """.formatted(published.name(), published.version());
    }

    private static ProbeBuild rejected(String said, String tool, String command) {
        Set<String> codes = new LinkedHashSet<>();
        Matcher code = CODE.matcher(said);
        while (code.find()) {
            codes.add(code.group(1));
        }
        Matcher error = FIRST_ERROR.matcher(said);
        String message = CompilerOutputHead.cut(error.find() ? said.substring(error.start()) : said);
        return new ProbeBuild(ProbeOutcome.REJECTED, List.copyOf(codes), tool, message, null, command, List.of());
    }
}
