package dev.assay.toolchain.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.FakeTools;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustFinderIT {
    @TempDir
    Path folder;

    @Test
    void findsTheRustOfThisMachine() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("RUSTFLAGS", "-C target-cpu=native");
        RustTools rust = new RustFinder(new ToolHost(new CommandRunner(), environment, folder)).find();

        assertThat(ToolVersion.parse(rust.toolchain().version()).orElseThrow())
                .isGreaterThanOrEqualTo(RustFinder.OLDEST);
        assertThat(rust.rustc()).isExecutable().hasFileName("rustc");
        assertThat(rust.toolchain().path()).isEqualTo(rust.rustc().toString());
        assertThat(rust.toolchain().details())
                .containsEntry("RUSTFLAGS (ignored)", "set")
                .containsKeys("cargo", "host", "LLVM");
    }

    @Test
    void looksBehindAProxy() throws IOException {
        Path sysroot = folder.resolve("tool chain");
        FakeTools.script(sysroot.resolve("bin/rustc"), "exit 0");
        FakeTools.script(sysroot.resolve("bin/cargo"), "echo 'cargo 1.99.0 (abc 2026-01-01)'");
        FakeTools tools = new FakeTools(folder)
                .tool("cargo", "echo proxy; exit 9")
                .tool("rustc", rustc("1.99.0-nightly", sysroot));
        RustTools rust = new RustFinder(tools.host()).find();

        assertThat(rust.rustc()).isEqualTo(sysroot.resolve("bin/rustc"));
        assertThat(rust.cargo()).isEqualTo(sysroot.resolve("bin/cargo"));
        assertThat(rust.toolchain().version()).isEqualTo("1.99.0-nightly");
        assertThat(rust.toolchain().details())
                .containsEntry("cargo", "1.99.0 (abc 2026-01-01)")
                .containsEntry("found as", tools.bin().resolve("rustc").toString());
    }

    @Test
    void namesRustupWhenRustIsTooOld() throws IOException {
        FakeTools tools =
                new FakeTools(folder).tool("cargo", "echo cargo 1.63.0").tool("rustc", rustc("1.63.0", folder));

        assertThatThrownBy(() -> new RustFinder(tools.host()).find())
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("rustc 1.63.0 at " + tools.bin().resolve("rustc") + " is too old")
                .hasMessageContaining("1.85")
                .hasMessageContaining("https://rustup.rs");
    }

    @Test
    void saysWhatIsMissingAndWhereItLooked() throws IOException {
        FakeTools tools = new FakeTools(folder);

        assertThatThrownBy(() -> new RustFinder(tools.host()).find())
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("was not found: no cargo in " + tools.bin())
                .hasMessageContaining("The Rust programs and the meter need it.")
                .hasMessageContaining("sudo apt install rustc cargo\n")
                .hasMessageContaining("sudo apt install rustc-web cargo-web\n")
                .hasMessageNotContaining("-Druntimes");
    }

    @Test
    void looksWhereRustupPutsItBehindThePath() throws IOException {
        Path home = folder.resolve("home");
        FakeTools.script(home.resolve(".cargo/bin/rustc"), rustc("1.99.0", folder));
        FakeTools.script(home.resolve(".cargo/bin/cargo"), "echo 'cargo 1.99.0 (abc 2026-01-01)'");
        FakeTools tools = new FakeTools(folder).variable("HOME", home.toString());
        assertThat(new RustFinder(tools.host()).find().cargo()).isEqualTo(home.resolve(".cargo/bin/cargo"));

        Path own = folder.resolve("cargo home");
        FakeTools.script(own.resolve("bin/rustc"), rustc("1.98.0", folder));
        FakeTools.script(own.resolve("bin/cargo"), "echo 'cargo 1.98.0 (abc 2026-01-01)'");
        tools.variable("CARGO_HOME", own.toString());
        assertThat(new RustFinder(tools.host()).find().toolchain().version()).isEqualTo("1.98.0");

        tools.tool("rustc", rustc("1.97.0", folder)).tool("cargo", "echo 'cargo 1.97.0 (abc 2026-01-01)'");
        assertThat(new RustFinder(tools.host()).find().toolchain().version()).isEqualTo("1.97.0");
    }

    @Test
    void showsWhatAFailingProxySays() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("cargo", "exit 0")
                .tool("rustc", "echo 'error: no default toolchain is configured' >&2; exit 1");

        assertThatThrownBy(() -> new RustFinder(tools.host()).find())
                .isInstanceOf(ToolchainFailure.class)
                .hasMessageContaining("exited with code 1")
                .hasMessageContaining("| error: no default toolchain is configured");
    }

    @Test
    void doesNotShowTheToolsWhatWouldChangeTheirAnswers() throws IOException {
        FakeTools tools = new FakeTools(folder)
                .tool("cargo", "exit 0")
                .tool("rustc", "echo \"seen: $RUSTFLAGS$RUST_BACKTRACE$PYTHONPATH\" >&2; exit 1")
                .variable("RUSTFLAGS", "one")
                .variable("RUST_BACKTRACE", "two")
                .variable("PYTHONPATH", "three");

        assertThatThrownBy(() -> new RustFinder(tools.host()).find())
                .hasMessageEndingWith("Assay looks on the PATH and in ~/.cargo/bin, where rustup puts it.")
                .hasMessageContaining("| seen: \n");
    }

    private static String rustc(String version, Path sysroot) {
        return "case \"$1\" in -vV) echo 'rustc " + version
                + "'; echo 'host: x86_64-unknown-linux-gnu'; echo 'release: " + version + "';; --print) echo '"
                + sysroot + "';; *) exit 1;; esac";
    }
}
