package dev.assay.toolchain.rust;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the user's own cargo configuration would do to a build, and what undoes it. Cargo reads {@code .cargo/config.toml} in the project's
 * folder and every folder above, and {@code $CARGO_HOME/config.toml}. Mirrors, registries, proxies and the like have to keep working, so the
 * files are left in force; each setting that changes what is made is set back on cargo's command line, which wins over files (The Cargo Book,
 * "Configuration"), or refused where no command line can do so, as with a profile, whose true values stand in the manifest.
 *
 * @param pins arguments of cargo that set back what the files set; empty when they set nothing of the kind
 * @param flagged whether the files give flags to the compiler
 */
record CargoSettings(List<String> pins, boolean flagged) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Tables that say where packages come from, what cargo shows and how other commands work. */
    private static final Set<String> HARMLESS = Set.of(
            "alias",
            "cache",
            "cargo-new",
            "credential-alias",
            "doc",
            "future-incompat-report",
            "http",
            "include",
            "install",
            "net",
            "registries",
            "registry",
            "resolver",
            "source",
            "term");

    private static final Set<String> HARMLESS_IN_BUILD =
            Set.of("jobs", "pipelining", "rustdoc", "rustdocflags", "target-dir", "warnings");
    private static final Set<String> HARMLESS_IN_TARGET = Set.of("ar", "runner", "rustdocflags");
    private static final Set<String> OTHER_PROFILES = Set.of("bench", "dev", "doc", "test");

    CargoSettings {
        pins = List.copyOf(pins);
    }

    /**
     * Asks cargo itself what its files set; it alone knows how they are merged and what they include. The question is not stable yet, hence
     * the variable, which is set for it alone.
     *
     * @param target the folder that products go to
     * @throws ToolchainFailure if the files set what cannot be set back, with every such setting and its file; or cannot be read
     */
    static CargoSettings of(ToolHost host, RustTools rust, Path target) {
        List<Path> files = files(host);
        if (files.isEmpty()) {
            return new CargoSettings(List.of(), false);
        }
        JsonNode tree = tree(ask(host, rust, files, "--format", "json"));
        Reading reading = new Reading(rust, target);
        reading.read(tree);
        if (!reading.refused.isEmpty()) {
            throw refusal(reading.refused, ask(host, rust, files, "--show-origin"), files);
        }
        return new CargoSettings(reading.pins, reading.flagged);
    }

    /** What {@code --config} takes: a setting and its text. */
    static String assignment(String setting, String value) {
        return setting + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String ask(ToolHost host, RustTools rust, List<Path> files, String... how) {
        List<String> argv =
                new ArrayList<>(List.of(rust.cargo().toString(), "-Z", "unstable-options", "config", "get"));
        argv.addAll(List.of(how));
        CommandResult finished = host.ask(argv, Map.of("RUSTC_BOOTSTRAP", "1"));
        if (!finished.ok()) {
            throw new ToolchainFailure("cargo cannot print its configuration (" + ToolchainErrors.lastWords(finished)
                    + "). Check " + named(files) + ", or move it away while Assay builds.");
        }
        return finished.stdout();
    }

    private static JsonNode tree(String answer) {
        try {
            return MAPPER.readTree(answer);
        } catch (JacksonException e) {
            throw new ToolchainFailure("cannot parse cargo's configuration: " + e.getOriginalMessage());
        }
    }

    /** The files that cargo reads, as far as they are there. */
    private static List<Path> files(ToolHost host) {
        List<Path> folders = new ArrayList<>();
        for (@Nullable Path folder = host.directory().toAbsolutePath(); folder != null; folder = folder.getParent()) {
            folders.add(folder.resolve(".cargo"));
        }
        String own = host.variable("CARGO_HOME");
        String home = Objects.requireNonNullElse(host.variable("HOME"), System.getProperty("user.home"));
        folders.add(own == null ? Path.of(home, ".cargo") : host.directory().resolve(own));
        return folders.stream()
                .flatMap(folder -> Stream.of(folder.resolve("config.toml"), folder.resolve("config")))
                .filter(Files::exists)
                .distinct()
                .toList();
    }

    private static ToolchainFailure refusal(Set<String> refused, String origins, List<Path> files) {
        List<String> lines = new ArrayList<>();
        for (String key : refused) {
            lines.add("\n  " + key + ", set in " + origin(key, origins, files));
        }
        return new ToolchainFailure(
                "Your cargo configuration changes how programs are built, and Assay cannot override it:"
                        + String.join("", lines)
                        + "\nRemove it while Assay builds. If the file is in your home folder, you can set another CARGO_HOME instead.");
    }

    /** Cargo says the file behind each value, as a comment. */
    private static String origin(String key, String origins, List<Path> files) {
        String mark = " # ";
        return origins.lines()
                .dropWhile(line -> !line.startsWith(key + " = "))
                .filter(line -> line.contains(mark))
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(mark) + mark.length()))
                .orElse(named(files));
    }

    private static String named(List<Path> files) {
        return String.join(" or ", files.stream().map(Path::toString).toList());
    }

    /** Goes through the settings. */
    private static final class Reading {
        private final RustTools rust;
        private final Path target;
        private final String triple;
        private final List<String> pins = new ArrayList<>();
        private final Set<String> refused = new TreeSet<>();
        private boolean flagged;

        Reading(RustTools rust, Path target) {
            this.rust = rust;
            this.target = target;
            this.triple = rust.toolchain().details().getOrDefault("host", "");
        }

        void read(JsonNode tree) {
            tree.properties().forEach(entry -> {
                switch (entry.getKey()) {
                    case "build" ->
                        entry.getValue().properties().forEach(each -> build(each.getKey(), each.getValue()));
                    case "target" ->
                        entry.getValue().properties().forEach(each -> target(each.getKey(), each.getValue()));
                    case "profile" -> profiles(entry.getValue());
                    default -> {
                        if (!HARMLESS.contains(entry.getKey())) {
                            refuse(key(entry.getKey()), entry.getValue());
                        }
                    }
                }
            });
        }

        private void build(String name, JsonNode value) {
            switch (name) {
                case "rustc" -> pin("build.rustc", rust.rustc().toString());
                case "rustc-wrapper", "rustc-workspace-wrapper" -> pin("build." + name, "");
                case "build-dir" -> pin("build.build-dir", target.toString());
                case "incremental" -> pins.addAll(List.of("--config", "build.incremental=false"));
                case "target" -> pins.addAll(List.of("--target", triple));
                case "rustflags" -> flagged = true;
                default -> {
                    if (!HARMLESS_IN_BUILD.contains(name)) {
                        refuse(key("build", name), value);
                    }
                }
            }
        }

        /** Of other targets nothing is built. What else stands there takes the place of a build script. */
        private void target(String name, JsonNode settings) {
            if (!name.equals(triple) && !name.startsWith("cfg(")) {
                return;
            }
            settings.properties().forEach(setting -> {
                switch (setting.getKey()) {
                    case "rustflags" -> flagged = true;
                    case "linker" -> pin("target." + triple + ".linker", "cc");
                    default -> {
                        if (!HARMLESS_IN_TARGET.contains(setting.getKey())) {
                            refuse(key("target", name, setting.getKey()), setting.getValue());
                        }
                    }
                }
            });
        }

        private void profiles(JsonNode profiles) {
            profiles.properties().stream()
                    .filter(profile -> !OTHER_PROFILES.contains(profile.getKey()))
                    .forEach(profile -> refuse(key("profile", profile.getKey()), profile.getValue()));
        }

        private void pin(String setting, String value) {
            String argument = assignment(setting, value);
            if (!pins.contains(argument)) {
                pins.addAll(List.of("--config", argument));
            }
        }

        private void refuse(String key, JsonNode value) {
            if (value.isObject()) {
                value.properties().forEach(each -> refuse(key + "." + key(each.getKey()), each.getValue()));
            } else {
                refused.add(key);
            }
        }

        /** A key as cargo writes it. */
        private static String key(String... names) {
            return String.join(".", Stream.of(names).map(Reading::quoted).toList());
        }

        private static String quoted(String name) {
            if (name.matches("[A-Za-z0-9_-]+")) {
                return name;
            }
            return name.contains("\"") ? "'" + name + "'" : "\"" + name + "\"";
        }
    }
}
