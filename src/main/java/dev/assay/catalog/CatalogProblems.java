package dev.assay.catalog;

import dev.assay.json.JsonErrors;
import dev.assay.json.ModelJson;
import dev.assay.model.AssayException;
import dev.assay.schema.SchemaCheck;
import dev.assay.schema.SchemaViolationMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;

/** What is wrong in the files of a catalog, collected so that the user sees all of it at once. */
final class CatalogProblems {
    private static final int LONGEST = 20;

    private final List<Problem> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();

    private record Place(String file, JsonPointer pointer) {}

    private record Problem(String file, int line, int column, String text) {
        @Override
        public String toString() {
            String place = line == 0 ? "" : column == 0 ? ":" + line : ":" + line + ":" + column;
            return file + place + ": " + text;
        }
    }

    /** Something is wrong with a file as a whole. */
    void add(String file, String text) {
        found.add(new Problem(file, 0, 0, text));
    }

    /** Something is wrong at a line and column. */
    void add(String file, int line, int column, String text) {
        found.add(new Problem(file, line, column, text));
    }

    /** Something is wrong with a value. */
    void add(JsonFile file, JsonPointer place, String text) {
        found.add(new Problem(file.path(), file.line(place), 0, text));
        places.add(new Place(file.path(), place));
    }

    /** Adds a problem for everything in the file that the schema does not allow. */
    void check(JsonFile file, SchemaCheck schema) {
        schema.findings(file.tree()).forEach(finding -> add(file, finding.place(), finding.sentence()));
    }

    /** Whether something is known to be wrong with that very value. */
    boolean has(JsonFile file, JsonPointer place) {
        return places.contains(new Place(file.path(), place));
    }

    /** Makes a record from a value; empty if the record itself refuses, which is then a problem of that value. */
    <T> Optional<T> convert(JsonFile file, JsonPointer place, Class<T> type) {
        try {
            return Optional.of(ModelJson.LINES.treeToValue(file.tree().at(place), type));
        } catch (JacksonException e) {
            add(file, place, SchemaViolationMessage.quote(place) + " cannot be used: " + JsonErrors.reason(e));
            return Optional.empty();
        }
    }

    int count() {
        return found.size();
    }

    /** Ends the reading if anything is wrong, with a heading and one line for each problem by file and line, 20 lines at most. */
    void throwIfAny(Path root) {
        if (found.isEmpty()) {
            return;
        }
        List<String> lines = found.stream()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column))
                .map(Problem::toString)
                .toList();
        StringBuilder message = new StringBuilder("The catalog in ")
                .append(root)
                .append(lines.size() == 1 ? " has a problem:" : " has " + lines.size() + " problems:");
        int shown = lines.size() < LONGEST ? lines.size() : LONGEST - 2;
        lines.subList(0, shown).forEach(line -> message.append("\n  ").append(line));
        if (shown < lines.size()) {
            message.append("\n  and ").append(lines.size() - shown).append(" more; fix these first");
        }
        throw new AssayException.Malformed(message.toString());
    }
}
