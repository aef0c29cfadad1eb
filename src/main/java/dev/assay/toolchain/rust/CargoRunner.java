package dev.assay.toolchain.rust;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.CommandResult;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Stamp;
import dev.assay.toolchain.host.ToolchainErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls cargo and takes what it made from where it says it put it (The Cargo Book, "External tools": JSON messages). Cargo tells by the dates
 * of files whether something is to be built again; a source that was changed and has an old date, as an unpacked archive leaves it, would
 * be passed over. So the texts that went into each product are remembered beside it, and what cargo calls fresh has to be made of the same.
 */
public final class CargoRunner {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String MESSAGE = "{\"reason\":";
    /** A space that is part of a name has a backslash before it. */
    private static final Pattern BETWEEN_NAMES = Pattern.compile("(?<!\\\\) ");

    private final BuildPaths places;
    private final RustTools rust;
    private final Compilation compilation;

    public CargoRunner(BuildPaths places, RustTools rust, Compilation compilation) {
        this.places = places;
        this.rust = rust;
        this.compilation = compilation;
    }

    /**
     * A product.
     *
     * @param file where it is
     * @param fresh whether cargo found it there already
     */
    private record Product(Path file, boolean fresh) {
        /** Cargo writes beside each product the sources of which it is made, as a rule of a makefile. */
        List<Path> inputs() {
            String name = String.valueOf(file.getFileName());
            Path rules = file.resolveSibling(name.replaceFirst("\\.(so|dylib)$", "") + ".d");
            try (Stream<String> lines = Files.lines(rules)) {
                return lines.filter(line -> line.contains(": "))
                        .map(line -> line.substring(line.indexOf(": ") + 2))
                        .flatMap(BETWEEN_NAMES::splitAsStream)
                        .map(path -> Path.of(path.replace("\\ ", " ")))
                        .distinct()
                        .toList();
            } catch (IOException e) {
                throw new AssayException.Storage(
                        "Cannot read the list of sources that cargo wrote in " + rules,
                        e,
                        AssayException.Storage.REMEDY);
            }
        }

        Path stamp() {
            return file.resolveSibling(file.getFileName() + ".inputs");
        }
    }

    /**
     * What came of a call.
     *
     * @param files what was built, by the names that were asked for
     * @param settings what of the user's configuration was set back
     */
    record Made(Map<String, Path> files, CargoSettings settings) {
        Path file(String name) {
            return Objects.requireNonNull(files.get(name));
        }
    }

    /**
     * Builds, or finds built.
     *
     * @param what is built, for messages
     * @param python the interpreter that is to load what is built; null for none
     * @return what was built, by the names that were asked for
     * @throws ToolchainFailure if it does not compile, or the user's cargo configuration does not let it be built as it should
     */
    public Map<String, Path> build(String what, Cargo cargo, @Nullable Path python) {
        return make(what, cargo, new Means(python, null)).files();
    }

    /**
     * What a build takes beside its sources.
     *
     * @param python the interpreter that is to load what is built; null for none
     * @param linker what links it in several layouts; null for cargo's own linker
     */
    record Means(@Nullable Path python, @Nullable LayoutLinker linker) {
        static final Means NONE = new Means(null, null);

        List<String> arguments() {
            return linker == null ? List.of() : linker.arguments();
        }

        boolean hasLinked(String name) {
            return linker == null || linker.hasLinked(name);
        }
    }

    /** The same with a linker of its own. */
    Made make(String what, Cargo cargo, Means means) {
        CargoSettings settings = CargoSettings.of(compilation.host(), rust, cargo.target());
        String shown = cargo.shown(places, settings);
        Map<String, Product> products = call(what, cargo, settings, means);
        if (!products.values().stream().allMatch(CargoRunner::ofTheseInputs)
                || !products.keySet().stream().allMatch(means::hasLinked)) {
            forget(products.values());
            products = call(what + " again, because its sources changed", cargo, settings, means);
        }
        Map<String, Path> files = new LinkedHashMap<>();
        for (String name : cargo.names()) {
            Product product = products.get(name);
            if (product == null) {
                throw new ToolchainFailure(
                        "cargo succeeded, but did not report where it put " + name + ".\n  " + shown);
            }
            if (!ofTheseInputs(product)) {
                throw new ToolchainFailure("cargo considers " + product.file()
                        + " up to date, but it was built from other sources. Delete " + cargo.target()
                        + " and start again.\n  " + shown);
            }
            if (!means.hasLinked(name)) {
                throw new ToolchainFailure(
                        "cargo succeeded, but did not link " + name + " in every code layout.\n  " + shown);
            }
            files.put(name, product.file());
        }
        return new Made(files, settings);
    }

    /** A product that was just made is stamped with what it was made of. */
    private static boolean ofTheseInputs(Product product) {
        List<Path> inputs = product.inputs();
        Path folder = product.file().toAbsolutePath().getRoot();
        if (!inputs.stream().allMatch(Files::isRegularFile)) {
            return false;
        }
        String content = Stamp.hash(folder, inputs);
        if (!product.fresh()) {
            Stamp.write(product.stamp(), content);
        }
        return Stamp.matches(product.stamp(), content);
    }

    /** Without its notes of what is up to date, cargo builds again. */
    private static void forget(Iterable<Product> products) {
        for (Product product : products) {
            @Nullable Path folder = product.file().getParent();
            while (folder != null && !Files.isDirectory(folder.resolve(".fingerprint"))) {
                folder = folder.getParent();
            }
            if (folder != null) {
                delete(folder.resolve(".fingerprint"));
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot delete " + folder, e, AssayException.Storage.REMEDY);
        }
    }

    private Map<String, Product> call(String what, Cargo cargo, CargoSettings settings, Means means) {
        List<String> argv = new ArrayList<>(cargo.argv(rust.cargo().toString(), places, settings));
        argv.addAll(means.arguments());
        argv.add("--message-format=json-render-diagnostics");
        List<String> messages = new ArrayList<>();
        CommandResult finished =
                compilation.attempt("building " + what, argv, cargo.environment(rust, means.python()), line -> {
                    boolean message = line.startsWith(MESSAGE);
                    if (message) {
                        messages.add(line);
                    }
                    return !message;
                });
        if (!finished.ok()) {
            throw ToolchainErrors.build(what, cargo.shown(places, settings), withoutMessages(finished));
        }
        Map<String, Product> products = new LinkedHashMap<>();
        messages.stream().map(MAPPER::readTree).forEach(message -> {
            String name = message.path("target").path("name").asString("");
            String kind = message.path("target").path("kind").path(0).asString("");
            if (message.path("reason").asString("").equals("compiler-artifact") && cargo.builds(kind, name)) {
                products.put(name, product(message));
            }
        });
        return products;
    }

    private static CommandResult withoutMessages(CommandResult finished) {
        return new CommandResult(
                finished.outcome(),
                finished.exitCode(),
                "",
                finished.stderr(),
                finished.truncated(),
                finished.problem());
    }

    /** A program is called an executable; a library is the file of its kind. */
    private static Product product(JsonNode message) {
        String executable = message.path("executable").asString("");
        String file = executable.isEmpty() ? message.path("filenames").path(0).asString("") : executable;
        return new Product(Path.of(file), message.path("fresh").asBoolean(false));
    }
}
