package dev.assay.catalog;

import dev.assay.model.catalog.Implementation;
import dev.assay.schema.SchemaViolationMessage;
import dev.assay.text.PrintableText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say of a program in a manifest: that its files are there, and which fields go with which runtime. */
final class ProgramCheck {
    private static final String SOURCE = "source";
    private static final Set<String> PYTHONS = Set.of("python", "pypy", "python-ft");

    /** Fields that only some runtimes' programs can have, each with how those are called. */
    private static final Map<String, Owners> OWNED = Map.of(
            "build", new Owners(Set.of("c", "cpp"), "C and C++ programs and Python programs with a C extension"),
            "needs", new Owners(Set.of("rust", "python", "pypy", "python-ft"), "Rust and Python programs"),
            "options", new Owners(PYTHONS, "Python programs"),
            "compiler", new Owners(Set.of("c", "cpp"), "C and C++ programs"),
            "profile", new Owners(Set.of("rust"), "Rust programs"),
            "extension", new Owners(PYTHONS, "Python programs"),
            "repeat", new Owners(PYTHONS, "Python programs"),
            "shared", new Owners(Set.of("rust", "python", "pypy", "python-ft"), "Rust and Python programs"));

    private record Owners(Set<String> runtimes, String called) {}

    private final JsonFile json;
    private final Path folder;
    private final CatalogProblems problems;

    /** With a manifest and the folder that holds it. */
    ProgramCheck(JsonFile json, Path folder, CatalogProblems problems) {
        this.json = json;
        this.folder = folder;
        this.problems = problems;
    }

    /** Adds what is wrong with the program that the manifest has there. */
    void check(JsonPointer at) {
        source(at.appendProperty(SOURCE));
        JsonPointer shared = at.appendProperty("shared");
        for (int i = 0; i < json.tree().at(shared).size(); i++) {
            file(folder.resolveSibling(""), shared.appendIndex(i));
        }
        JsonNode program = json.tree().at(at);
        String runtime = program.path("runtime").asString("");
        if (problems.has(json, at.appendProperty("runtime"))) {
            return;
        }
        for (String field : program.propertyNames()) {
            Owners owners = OWNED.get(field);
            if (owners != null && !owners.runtimes.contains(runtime) && !buildsAnExtension(program, field)) {
                JsonPointer place = at.appendProperty(field);
                problems.add(
                        json,
                        place,
                        SchemaViolationMessage.quote(place) + " applies only to " + owners.called
                                + ", but this program is in " + PrintableText.quote(runtime) + "; remove it");
            }
        }
        extension(at.appendProperty("extension"));
        JsonPointer repeat = at.appendProperty("repeat");
        if (program.has("repeat") && !problems.has(json, repeat)) {
            repeat(program, repeat);
        }
    }

    /** The primary program is what a user waits for, and does its work once; what cannot be timed alone, or has threads of its own, too. */
    private void repeat(JsonNode program, JsonPointer place) {
        if (program.path("variant").asString("").equals(Implementation.PRIMARY)) {
            refuse(place, "'std' does its work once, as for a user; give this program a variant, such as 'steady'");
        }
        if (!json.tree().path("workTime").asBoolean(true)) {
            refuse(place, "'workTime' is false, so its repetitions cannot be timed; remove it");
        }
        if (json.tree().path("threads").asString("").equals("scaling")) {
            refuse(place, "'threads' is 'scaling', and only programs of one thread can be repeated; remove it");
        }
    }

    private void refuse(JsonPointer place, String why) {
        problems.add(json, place, SchemaViolationMessage.quote(place) + " is there, and " + why);
    }

    private static boolean buildsAnExtension(JsonNode program, String field) {
        return field.equals("build")
                && program.path("extension").path("language").asString("").equals("c");
    }

    private void extension(JsonPointer at) {
        JsonNode extension = json.tree().at(at);
        if (!extension.isObject()) {
            return;
        }
        source(at.appendProperty(SOURCE));
        if (extension.has("needs") && !extension.path("language").asString("").equals("rust")) {
            JsonPointer place = at.appendProperty("needs");
            problems.add(
                    json,
                    place,
                    SchemaViolationMessage.quote(place) + " applies only to extensions in Rust; remove it");
        }
    }

    private void source(JsonPointer at) {
        file(folder, at);
    }

    private void file(Path folder, JsonPointer at) {
        if (problems.has(json, at) || !json.tree().at(at).isString()) {
            return;
        }
        Path file = folder.resolve(json.tree().at(at).asString());
        if (!Files.isRegularFile(file)) {
            problems.add(
                    json,
                    at,
                    SchemaViolationMessage.quote(at) + " is " + file
                            + ", but there is no such file; add it, or remove the program from the list");
        }
    }
}
