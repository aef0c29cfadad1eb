package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.toolchain.c.CBuilder;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Stamp;
import dev.assay.toolchain.rust.Cargo;
import dev.assay.toolchain.rust.CargoRunner;
import dev.assay.toolchain.rust.RustTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Builds the meter, the program that does nothing, the canary and the client of services, or takes what is already built from the sources as they are. */
final class MeterBuilder {
    /** What {@code .cargo/config.toml} of the sources says: a static program, with fewer pages to touch. In the user's place, whatever those are. */
    private static final List<String> FLAGS =
            System.getProperty("os.name").equals("Linux") ? List.of("-C", "target-feature=+crt-static") : List.of();

    private final BuildPaths places;
    private final Compilation compilation;

    MeterBuilder(BuildPaths places, Compilation compilation) {
        this.places = places;
        this.compilation = compilation;
    }

    Path meter() {
        return places.meterTarget().resolve("release/meter");
    }

    Path noop() {
        return places.meterTarget().resolve("release/noop");
    }

    Path canary() {
        return places.meterTarget().resolve("release/canary");
    }

    Path load() {
        return places.meterTarget().resolve("release/load");
    }

    /** Whether all were built from the present sources. Where the sources are not delivered, what is there counts. */
    boolean upToDate() {
        return present()
                && (!Files.isDirectory(places.meterSources())
                        || Stamp.firstLine(stamp()).equals(sourceHash()));
    }

    /** Builds with cargo unless all are there, from these sources and by this compiler. */
    void build(RustTools rust) {
        if (!Files.isDirectory(places.meterSources())) {
            if (present()) {
                return;
            }
            throw new ToolchainFailure("The meter is missing: found neither its sources in " + places.meterSources()
                    + " nor the program " + meter() + ". Set -Dassay.home=DIR to the folder that has them.");
        }
        String content =
                String.join("\n", sourceHash(), "rustc " + rust.toolchain().version(), String.join(" ", FLAGS), "");
        if (present() && Stamp.matches(stamp(), content)) {
            return;
        }
        Compilation.createFolder(places.meterTarget());
        Cargo cargo = new Cargo(
                places.meterSources().resolve("Cargo.toml"),
                places.meterTarget(),
                Cargo.RELEASE,
                "--bin",
                List.of("meter", "noop", "canary", "load"),
                List.of(),
                FLAGS);
        Map<String, Path> made = new CargoRunner(places, rust, compilation).build("the meter", cargo, null);
        take(Objects.requireNonNull(made.get("meter")), meter());
        take(Objects.requireNonNull(made.get("noop")), noop());
        take(Objects.requireNonNull(made.get("canary")), canary());
        take(Objects.requireNonNull(made.get("load")), load());
        Stamp.write(stamp(), content);
    }

    /** Cargo may have been told to build for a target by name, and then has a folder for it. */
    private static void take(Path from, Path to) {
        if (from.equals(to)) {
            return;
        }
        Path fresh = to.resolveSibling(to.getFileName() + ".new");
        Compilation.createFolder(Objects.requireNonNull(to.getParent()));
        try {
            Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot copy " + from + " to " + fresh, e, AssayException.Storage.REMEDY);
        }
        CBuilder.replace(fresh, to);
    }

    private boolean present() {
        return Stream.of(meter(), noop(), canary(), load()).allMatch(Files::isExecutable);
    }

    private Path stamp() {
        return places.meterTarget().resolve("meter.stamp");
    }

    private String sourceHash() {
        Path sources = places.meterSources();
        List<Path> files = Stream.of("Cargo.toml", "Cargo.lock", "build.rs", ".cargo/config.toml")
                .map(sources::resolve)
                .filter(Files::exists)
                .toList();
        List<Path> all = new ArrayList<>(files);
        all.addAll(Stamp.filesUnder(sources.resolve("src")));
        return Stamp.hash(sources, all);
    }
}
