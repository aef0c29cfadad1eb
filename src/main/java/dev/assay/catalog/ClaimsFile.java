package dev.assay.catalog;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Rulebook;
import dev.assay.schema.SchemaCheck;
import dev.assay.schema.SchemaViolationMessage;
import dev.assay.text.PrintableText;
import dev.assay.text.SpellingSuggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The claims of a catalog: checked against their schema and each other. */
final class ClaimsFile {
    static final String NAME = "claims.json";

    private static final JsonPointer ARTICLE = JsonPointer.compile("/article");
    private static final JsonPointer CLAIMS = JsonPointer.compile("/claims");
    private static final JsonPointer CONTRADICTIONS = JsonPointer.compile("/article/contradictions");

    private final JsonFile file;
    private final CatalogProblems problems;

    private ClaimsFile(JsonFile file, CatalogProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The claims in a catalog's folder; empty if there are problems, which are added. */
    static Optional<Rulebook> read(Path root, CatalogProblems problems) {
        Path path = root.resolve(NAME);
        if (!Files.exists(path)) {
            problems.add(path.toString(), "the file is missing; add it with the article and its claims");
            return Optional.empty();
        }
        return JsonFile.read(path, problems).flatMap(file -> new ClaimsFile(file, problems).rules(changedAt(path)));
    }

    private static @Nullable Instant changedAt(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            // it was read a moment ago; then nobody knows how old it is
            return null;
        }
    }

    private Optional<Rulebook> rules(@Nullable Instant changedAt) {
        int before = problems.count();
        problems.check(file, SchemaCheck.of("claims-1.schema.json"));
        checkClaims();
        if (problems.count() > before) {
            return Optional.empty();
        }
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < file.tree().at(CLAIMS).size(); i++) {
            problems.convert(file, CLAIMS.appendIndex(i), Claim.class).ifPresent(claims::add);
        }
        return problems.convert(file, ARTICLE, Article.class)
                .map(article -> new Rulebook(article, claims, file.sha256(), file.formerSha256(), changedAt));
    }

    private void checkClaims() {
        Map<String, Integer> lines = new HashMap<>();
        JsonNode claims = file.tree().at(CLAIMS);
        for (int i = 0; i < claims.size() && claims.isArray(); i++) {
            JsonPointer at = CLAIMS.appendIndex(i);
            if (claims.path(i).isObject()) {
                checkId(at.appendProperty("id"), lines);
                checkEvidence(at);
                checkSides(at);
            }
        }
        checkContradictions(lines.keySet());
    }

    private void checkContradictions(Set<String> ids) {
        JsonNode contradictions = file.tree().at(CONTRADICTIONS);
        for (int i = 0; i < contradictions.size() && contradictions.isArray(); i++) {
            JsonPointer claims = CONTRADICTIONS.appendIndex(i).appendProperty("claims");
            for (int j = 0; j < file.tree().at(claims).size(); j++) {
                JsonPointer at = claims.appendIndex(j);
                String id = file.tree().at(at).asString("");
                if (!problems.has(file, at) && !ids.contains(id)) {
                    problems.add(
                            file,
                            at,
                            SchemaViolationMessage.quote(at) + " is " + PrintableText.quote(id)
                                    + ", but there is no such claim"
                                    + SpellingSuggestion.clause(id, ids, "use one from this file"));
                }
            }
        }
    }

    private void checkId(JsonPointer at, Map<String, Integer> lines) {
        JsonNode id = file.tree().at(at);
        if (id.isString()) {
            Integer first = lines.putIfAbsent(id.asString(), file.line(at));
            if (first != null) {
                problems.add(
                        file,
                        at,
                        SchemaViolationMessage.quote(at) + " is " + PrintableText.quote(id.asString()) + ", as on line "
                                + first + "; give each claim its own id");
            }
        }
    }

    private void checkEvidence(JsonPointer at) {
        JsonNode claim = file.tree().at(at);
        boolean rule = claim.has("rule");
        if (rule == claim.has("untestable")) {
            problems.add(
                    file,
                    at,
                    SchemaViolationMessage.quote(at) + " has " + (rule ? "both" : "neither") + " 'rule' "
                            + (rule ? "and" : "nor") + " 'untestable'; give one of them");
        }
    }

    /** Looks for sides wherever conditions may be nested. */
    private void checkSides(JsonPointer at) {
        JsonNode node = file.tree().at(at);
        for (String name : node.propertyNames()) {
            checkSides(at.appendProperty(name));
        }
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            checkSides(at.appendIndex(i));
            if ("sides".equals(at.last() == null ? "" : at.last().getMatchingProperty())) {
                checkSide(at.appendIndex(i));
            }
        }
    }

    private void checkSide(JsonPointer at) {
        String side = file.tree().at(at).asString("");
        if (problems.has(file, at)) {
            return;
        }
        try {
            ComparisonSide.parse(side);
        } catch (IllegalArgumentException e) {
            List<String> known = Runtime.all().stream().map(Runtime::toString).toList();
            String runtime = side.substring(0, Math.max(0, side.indexOf(':')));
            problems.add(
                    file,
                    at,
                    SchemaViolationMessage.quote(at) + " is " + PrintableText.quote(side) + " but " + e.getMessage()
                            + SpellingSuggestion.clause(runtime, known, "known are " + String.join(", ", known)));
        }
    }
}
