package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the meter and the program that does nothing, or takes what is already built from the sources as they are. */
final class MeterBuilder {
    private final Places places;
    private final Compilation compilation;

    MeterBuilder(Places places, Compilation compilation) {
        this.places = places;
        this.compilation = compilation;
    }

    Path meter() {
        return places.meterTarget().resolve("release/meter");
    }

    Path noop() {
        return places.meterTarget().resolve("release/noop");
    }

    /** Whether both were built from the present sources. Where the sources are not delivered, what is there counts. */
    boolean upToDate() {
        return present()
                && (!Files.isDirectory(places.meterSources())
                        || Stamp.firstLine(stamp()).equals(sourceHash()));
    }

    /** Builds with cargo unless both are there, from these sources and by this compiler. */
    void build(RustTools rust) {
        if (!Files.isDirectory(places.meterSources())) {
            if (present()) {
                return;
            }
            throw new ToolchainFailure("The meter is missing: neither its sources in " + places.meterSources()
                    + " nor the program " + meter() + " is there. -Dassay.home=DIR names the folder that has them.");
        }
        String content = sourceHash() + "\nrustc " + rust.toolchain().version() + "\n";
        if (present() && Stamp.matches(stamp(), content)) {
            return;
        }
        Compilation.createFolder(places.meterTarget());
        compilation.run(
                "the meter",
                command(rust.cargo().toString()),
                Arguments.join(command("cargo")),
                Map.of("RUSTC", rust.rustc().toString()));
        Stamp.write(stamp(), content);
    }

    private boolean present() {
        return Files.isExecutable(meter()) && Files.isExecutable(noop());
    }

    private Path stamp() {
        return places.meterTarget().resolve("meter.stamp");
    }

    /** The file given by {@code --config} makes the meter static; cargo would look for it only from the current folder upwards. */
    private List<String> command(String cargo) {
        List<String> argv = new ArrayList<>(List.of(cargo, "build", "--release", "--locked"));
        Path sources = places.meterSources();
        Optional.of(sources.resolve(".cargo/config.toml"))
                .filter(Files::exists)
                .ifPresent(config -> argv.addAll(List.of("--config", places.shown(config))));
        argv.addAll(List.of("--manifest-path", places.shown(sources.resolve("Cargo.toml"))));
        argv.addAll(List.of("--target-dir", places.shown(places.meterTarget())));
        return argv;
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
