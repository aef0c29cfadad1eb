package dev.assay.toolchain.rust;

import dev.assay.model.Shell;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.BuildPaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of {@code cargo build}.
 *
 * @param manifest the {@code Cargo.toml}
 * @param target where what is built goes
 * @param profile the profile, {@code release} or one that the manifest defines
 * @param kind what is built: {@code --bin} or {@code --example}
 * @param names which of them
 * @param features optional packages that they need
 * @param flags the compiler's, in place of any of the user's
 */
public record Cargo(
        Path manifest,
        Path target,
        String profile,
        String kind,
        List<String> names,
        List<String> features,
        List<String> flags) {
    public static final String RELEASE = "release";

    /** Wins over RUSTFLAGS and over flags in the user's own cargo configuration, even when it is empty; and takes paths with spaces. */
    private static final String FLAGS = "CARGO_ENCODED_RUSTFLAGS";

    private static final String SEPARATOR = "\u001f";

    public Cargo {
        names = List.copyOf(names);
        features = List.copyOf(features);
        flags = List.copyOf(flags);
    }

    /** The same for one of its names. */
    Cargo only(String name) {
        return new Cargo(manifest, target, profile, kind, List.of(name), features, flags);
    }

    /** The same in another folder. */
    Cargo into(Path folder) {
        return new Cargo(manifest, folder, profile, kind, names, features, flags);
    }

    /** Whether that is what is built, in the words of cargo's messages. */
    boolean builds(String kindOfTarget, String name) {
        return kind.equals("--" + kindOfTarget) && names.contains(name);
    }

    /** The command, with what sets back the user's own cargo configuration. */
    List<String> argv(String cargo, BuildPaths places, CargoSettings settings) {
        List<String> argv = new ArrayList<>(List.of(cargo, "build"));
        argv.addAll(profile.equals(RELEASE) ? List.of("--release") : List.of("--profile", profile));
        argv.addAll(settings.pins());
        argv.addAll(List.of("--locked", "--manifest-path", places.shown(manifest)));
        argv.addAll(List.of("--target-dir", places.shown(target)));
        if (!features.isEmpty()) {
            argv.addAll(List.of("--features", String.join(",", features)));
        }
        argv.addAll(names.stream().flatMap(name -> Stream.of(kind, name)).toList());
        return List.copyOf(argv);
    }

    /** The variables that it sees. */
    Map<String, String> environment(RustTools rust, @Nullable Path python) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("RUSTC", rust.rustc().toString());
        environment.put(FLAGS, String.join(SEPARATOR, flags));
        if (python != null) {
            environment.put("PYO3_PYTHON", python.toString());
        }
        return environment;
    }

    /** The command as a user types it in the project's root. */
    String shown(BuildPaths places, CargoSettings settings) {
        String line = ShellWords.join(argv("cargo", places, settings));
        if (flags.isEmpty()) {
            return settings.flagged() ? "RUSTFLAGS= " + line : line;
        }
        return flags.stream().noneMatch(flag -> flag.contains(" "))
                ? "RUSTFLAGS=" + Shell.quote(String.join(" ", flags)) + " " + line
                : FLAGS + "=$'" + String.join("\\x1f", flags).replace("'", "\\'") + "' " + line;
    }
}
