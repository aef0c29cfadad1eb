package dev.assay.catalog;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Workload;
import dev.assay.schema.SchemaCheck;
import dev.assay.schema.SchemaViolationMessage;
import dev.assay.text.PrintableText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** The manifests of a catalog: checked against their schema, their folders, their sources and each other. */
final class WorkloadFiles {
    static final String NAME = "workload.json";

    private static final JsonPointer ID = JsonPointer.compile("/id");
    private static final JsonPointer SERVICE = JsonPointer.compile("/service");
    private static final JsonPointer IMPLEMENTATIONS = JsonPointer.compile("/implementations");

    private final Path root;
    private final CatalogProblems problems;
    private final SchemaCheck schema = SchemaCheck.of("workload-1.schema.json")
            .with(
                    "/$defs/implementation/properties/runtime",
                    Runtime.measured().stream().map(Runtime::toString).toList());

    /**
     * A manifest.
     *
     * @param folder its folder, relative to the root
     * @param json its content
     */
    private record Manifest(Path folder, JsonFile json) {
        JsonNode find(JsonPointer place) {
            return json.tree().at(place);
        }

        /** The folder as an id is written, on every system. */
        String expectedId() {
            List<String> names = new ArrayList<>();
            folder.forEach(name -> names.add(name.toString()));
            return String.join("/", names);
        }
    }

    WorkloadFiles(Path root, CatalogProblems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** The workloads in the order of their ids; those with problems are omitted, and the problems added. */
    List<Workload> read() {
        List<Manifest> manifests = manifests();
        List<Workload> workloads = new ArrayList<>();
        for (Manifest manifest : manifests) {
            int before = problems.count();
            problems.check(manifest.json, schema);
            checkId(manifest, manifests);
            checkImplementations(manifest);
            new ServiceCheck(manifest.json, problems).check();
            if (problems.count() == before) {
                manifest.find(IMPLEMENTATIONS)
                        .forEach(program -> ((ObjectNode) program).putIfAbsent("repeat", IntNode.valueOf(1)));
                ((ObjectNode) manifest.json.tree()).putIfAbsent("onRequest", BooleanNode.FALSE);
                if (manifest.find(SERVICE) instanceof ObjectNode service) {
                    service.putIfAbsent("idle", IntNode.valueOf(0));
                }
                problems.convert(manifest.json, JsonPointer.empty(), Workload.class)
                        .ifPresent(workloads::add);
            }
        }
        workloads.sort(Comparator.comparing(Workload::id));
        return workloads;
    }

    private List<Manifest> manifests() {
        List<Path> files;
        try {
            files = ManifestFinder.find(root, NAME);
        } catch (IOException e) {
            problems.add(root.toString(), "the folder cannot be listed (" + e + "); make it readable");
            return List.of();
        }
        if (files.isEmpty()) {
            problems.add(root.toString(), "there is no " + NAME + " in this folder; add 'suite/name/" + NAME + "'");
        }
        List<Manifest> manifests = new ArrayList<>();
        for (Path file : files) {
            Path folder = root.relativize(file.getParent() == null ? root : file.getParent());
            JsonFile.read(file, problems).ifPresent(json -> manifests.add(new Manifest(folder, json)));
        }
        return manifests;
    }

    private void checkId(Manifest manifest, List<Manifest> all) {
        String id = manifest.find(ID).asString("");
        if (problems.has(manifest.json, ID) || !manifest.find(ID).isString()) {
            return;
        }
        ReservedNames.id(id)
                .ifPresent(
                        why -> problems.add(manifest.json, ID, "'id' is " + PrintableText.quote(id) + ", and " + why));
        if (id.equals(manifest.expectedId())) {
            return;
        }
        String alsoThere = all.stream()
                .filter(other -> !other.json.path().equals(manifest.json.path())
                        && other.find(ID).asString("").equals(id))
                .findFirst()
                .map(other -> ", and " + other.json.path() + " has that id too")
                .orElse("");
        problems.add(
                manifest.json,
                ID,
                "'id' is " + PrintableText.quote(id) + " but the folder is "
                        + PrintableText.quote(manifest.expectedId()) + alsoThere
                        + "; give both the same 'suite/name'");
    }

    private void checkVariant(Manifest manifest, JsonPointer at) {
        String variant = manifest.find(at).asString("");
        ReservedNames.variant(variant)
                .ifPresent(why -> problems.add(
                        manifest.json,
                        at,
                        SchemaViolationMessage.quote(at) + " is " + PrintableText.quote(variant) + ", and " + why));
    }

    private void checkImplementations(Manifest manifest) {
        ProgramCheck check = new ProgramCheck(manifest.json, root.resolve(manifest.folder), problems);
        Set<String> labels = new HashSet<>();
        JsonNode implementations = manifest.find(IMPLEMENTATIONS);
        for (int i = 0; i < implementations.size() && implementations.isArray(); i++) {
            JsonPointer at = IMPLEMENTATIONS.appendIndex(i);
            check.check(at);
            checkVariant(manifest, at.appendProperty("variant"));
            String label = manifest.find(at.appendProperty("runtime")).asString("?") + ":"
                    + manifest.find(at.appendProperty("variant")).asString("?");
            if (!labels.add(label) && !label.contains("?")) {
                problems.add(
                        manifest.json,
                        at,
                        SchemaViolationMessage.quote(at) + " is " + PrintableText.quote(label)
                                + " a second time; give it another variant");
            }
        }
    }
}
