package dev.assay.catalog;

import dev.assay.model.Runtime;
import dev.assay.model.WholeFile;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.schema.SchemaCheck;
import dev.assay.schema.SchemaViolationMessage;
import dev.assay.text.PrintableText;
import dev.assay.text.SpellingSuggestion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The probes of a catalog, one file a suite: checked against their schema, their folders, their sources, their twins and the claims. */
final class ProbeFiles {
    static final String NAME = "probes.json";

    private static final JsonPointer PROBES = JsonPointer.compile("/probes");

    private final Path root;
    private final Set<String> claims;
    private final CatalogProblems problems;
    private final SchemaCheck schema = SchemaCheck.of("probes-1.schema.json")
            .with(
                    "/$defs/probe/properties/runtime",
                    Runtime.all().stream()
                            .filter(Runtime::probed)
                            .map(Runtime::toString)
                            .toList());
    private final List<Found> found = new ArrayList<>();

    /** A probe and where it stands. */
    private record Found(JsonFile file, JsonPointer at, Probe probe) {}

    /**
     * @param root the catalog's folder
     * @param claims the ids of its claims; none when they could not be read
     * @param problems takes what is wrong
     */
    ProbeFiles(Path root, Set<String> claims, CatalogProblems problems) {
        this.root = root;
        this.claims = claims;
        this.problems = problems;
    }

    /** The probes by suite and in the order of their files; those with problems are omitted, and the problems added. */
    List<Probe> read() {
        List<Path> files;
        try {
            files = ManifestFinder.find(root, NAME);
        } catch (IOException e) {
            problems.add(root.toString(), "the folder cannot be listed (" + e + "); make it readable");
            return List.of();
        }
        for (Path file : files) {
            JsonFile.read(file, problems).ifPresent(json -> read(json, file));
        }
        checkTwins();
        return found.stream().map(Found::probe).toList();
    }

    private void read(JsonFile file, Path path) {
        int before = problems.count();
        Path folder = Objects.requireNonNull(path.getParent());
        if (!folder.equals(root) && root.equals(folder.getParent())) {
            problems.check(file, schema);
        } else {
            problems.add(file.path(), "the file belongs in the folder of a suite, such as 'safety/" + NAME + "'");
        }
        if (problems.count() > before) {
            return;
        }
        String suite = String.valueOf(folder.getFileName());
        for (int i = 0; i < file.tree().at(PROBES).size(); i++) {
            probe(file, PROBES.appendIndex(i), suite, folder);
        }
    }

    private void probe(JsonFile file, JsonPointer at, String suite, Path folder) {
        ObjectNode node = (ObjectNode) file.tree().at(at);
        String id = node.path("id").asString();
        if (!id.startsWith(suite + "/")) {
            problem(
                    file,
                    at,
                    "id",
                    "is " + PrintableText.quote(id) + " in the suite '" + suite + "'; begin it with '" + suite + "/'");
            return;
        }
        ReservedNames.id(id)
                .ifPresent(why -> problem(file, at, "id", "is " + PrintableText.quote(id) + ", and " + why));
        checkClaim(file, at, node);
        for (String field : List.of("tests", "input", "output")) {
            JsonPointer inside = at.appendProperty("mutation");
            if (file.tree().at(inside).isObject()) {
                text(
                        file,
                        inside,
                        field,
                        folder.resolve(node.path("mutation").path(field).asString()));
            }
        }
        node.putIfAbsent("how", StringNode.valueOf(Probe.How.RUN.toString()));
        text(file, at, "source", folder.resolve(node.path("source").asString()))
                .map(text -> node.put("text", text))
                .flatMap(whole -> problems.convert(file, at, Probe.class))
                .ifPresent(probe -> found.add(new Found(file, at, probe)));
    }

    private void checkClaim(JsonFile file, JsonPointer at, JsonNode node) {
        String claim = node.path("beside").asString("");
        if (!claim.isEmpty() && !claims.isEmpty() && !claims.contains(claim)) {
            problem(
                    file,
                    at,
                    "beside",
                    "is " + PrintableText.quote(claim) + ", but there is no such claim"
                            + SpellingSuggestion.clause(claim, claims, "use one from " + ClaimsFile.NAME));
        }
    }

    private Optional<String> text(JsonFile file, JsonPointer at, String field, Path source) {
        try {
            return Optional.of(utf8(WholeFile.read(source)));
        } catch (IOException e) {
            problem(
                    file,
                    at,
                    field,
                    "is " + source + ", which cannot be read as UTF-8 text; add it, or remove the probe from the list");
            return Optional.empty();
        }
    }

    private static String utf8(byte[] text) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    }

    private void checkTwins() {
        Map<String, Found> byId = new HashMap<>();
        for (Found each : found) {
            Found first = byId.putIfAbsent(each.probe.id(), each);
            if (first != null) {
                problem(
                        each.file,
                        each.at,
                        "id",
                        "is " + PrintableText.quote(each.probe.id()) + ", as on line "
                                + first.file.line(first.at.appendProperty("id"))
                                + "; give each probe its own id");
            }
        }
        found.forEach(each -> checkTwin(each, byId));
    }

    private void checkTwin(Found each, Map<String, Found> byId) {
        String id = each.probe.twin();
        if (id == null) {
            return;
        }
        Found twin = byId.get(id);
        if (twin == null) {
            problem(
                    each.file,
                    each.at,
                    "twin",
                    "is " + PrintableText.quote(id) + ", but there is no such probe"
                            + SpellingSuggestion.clause(id, byId.keySet(), "use one from this catalog"));
        } else if (each.probe.expectation().outcomes().contains(ProbeOutcome.REJECTED)
                && !twin.probe.expectation().outcomes().equals(List.of(correct(each.probe)))) {
            problem(
                    each.file,
                    each.at,
                    "twin",
                    "is " + PrintableText.quote(id) + ", which is not expected to be '" + correct(each.probe)
                            + "'; use one that is");
        } else if (!TwinDiffCheck.differInOneLine(each.probe.text(), twin.probe.text())) {
            problem(
                    each.file,
                    each.at,
                    "twin",
                    "is " + PrintableText.quote(id) + ", but " + each.probe.source() + " and " + twin.probe.source()
                            + " differ in more than one line; change, add or remove exactly one line");
        }
    }

    /** What comes of a program without the mistake. */
    private static ProbeOutcome correct(Probe probe) {
        return probe.procedure().how() == Probe.How.CHECK ? ProbeOutcome.ACCEPTED : ProbeOutcome.COMPILES;
    }

    private void problem(JsonFile file, JsonPointer probe, String field, String text) {
        JsonPointer at = probe.appendProperty(field);
        problems.add(file, at, SchemaViolationMessage.quote(at) + " " + text);
    }
}
