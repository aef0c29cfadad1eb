package dev.assay.toolchain.rust;

import dev.assay.model.Runtime;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.DebianPackages;
import dev.assay.toolchain.host.KeyValueOutput;
import dev.assay.toolchain.host.SearchPath;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolVersion;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds cargo and rustc, and the real ones behind rustup's proxies. */
public final class RustFinder {
    /** The first with edition 2024. */
    static final ToolVersion OLDEST = new ToolVersion(1, 85);

    private static final ToolchainErrors.Tool TOOL = new ToolchainErrors.Tool(
            "Rust (cargo and rustc " + OLDEST + " or newer)",
            "The Rust programs and the meter need it.",
            List.of(
                    "Debian 13, Ubuntu 25.10 and newer:  sudo apt install rustc cargo",
                    "Debian 12:                          sudo apt install rustc-web cargo-web",
                    "elsewhere:                          https://rustup.rs"),
            DebianPackages.rust(),
            "Assay looks on the PATH and in ~/.cargo/bin, where rustup puts it.");

    private final ToolHost host;

    public RustFinder(ToolHost host) {
        this.host = host;
    }

    /**
     * The Rust on the PATH, or where rustup puts it.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if it is missing, too old or does not work
     */
    public RustTools find() {
        Path cargo = onPath("cargo");
        Path rustc = onPath("rustc");
        Map<String, String> facts = KeyValueOutput.parse(ask(rustc, "-vV"), ":");
        String version = facts.getOrDefault("release", "");
        if (ToolVersion.parse(version)
                .filter(found -> found.compareTo(OLDEST) >= 0)
                .isEmpty()) {
            throw ToolchainErrors.unfit(
                    TOOL,
                    "rustc " + version + " at " + rustc
                            + " is too old: the programs are written in edition 2024, which needs " + OLDEST + ".");
        }
        Path sysroot = Path.of(ask(rustc, "--print", "sysroot").strip());
        Path realRustc = inside(sysroot, "rustc").orElse(ToolHost.real(rustc));
        Path realCargo = inside(sysroot, "cargo").orElse(cargo);
        String cargoVersion = ask(realCargo, "-V").strip();
        Toolchain toolchain = new Toolchain(
                Runtime.RUST, realRustc.toString(), version, details(facts, rustc, realRustc, cargoVersion), List.of());
        return new RustTools(toolchain, realCargo, realRustc);
    }

    private Map<String, String> details(Map<String, String> facts, Path rustc, Path realRustc, String cargoVersion) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("cargo", cargoVersion.replaceFirst("^cargo ", ""));
        details.put("commit", facts.getOrDefault("commit-date", "unknown"));
        details.put("host", facts.getOrDefault("host", "unknown"));
        details.put("LLVM", facts.getOrDefault("LLVM version", "unknown"));
        if (!ToolHost.real(rustc).equals(ToolHost.real(realRustc))) {
            details.put("found as", rustc.toString());
        }
        for (String variable : List.of("RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS")) {
            if (host.variable(variable) != null) {
                details.put(variable + " (ignored)", "set");
            }
        }
        return Collections.unmodifiableMap(details);
    }

    private Path onPath(String name) {
        SearchPath searched = searchPath();
        return searched.find(name).orElseThrow(() -> ToolchainErrors.missing(TOOL, name, searched));
    }

    /** The PATH, and behind it the folder of rustup: cron's PATH lacks it, and so does that of a shell which was open before. */
    private SearchPath searchPath() {
        List<Path> folders = new ArrayList<>(host.searchPath().folders());
        String cargoHome = host.variable("CARGO_HOME");
        String home = host.variable("HOME");
        if (cargoHome != null) {
            folders.add(Path.of(cargoHome, "bin"));
        } else if (home != null) {
            folders.add(Path.of(home, ".cargo/bin"));
        }
        return new SearchPath(folders);
    }

    private static Optional<Path> inside(Path sysroot, String name) {
        Path tool = sysroot.resolve("bin").resolve(name);
        return Files.isExecutable(tool) ? Optional.of(tool) : Optional.empty();
    }

    private String ask(Path tool, String... arguments) {
        List<String> argv = new ArrayList<>(List.of(tool.toString()));
        argv.addAll(List.of(arguments));
        CommandResult finished = host.ask(argv);
        if (!finished.ok()) {
            throw ToolchainErrors.failing(TOOL, argv, finished);
        }
        return finished.stdout();
    }
}
