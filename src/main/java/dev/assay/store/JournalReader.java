package dev.assay.store;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.Environment;
import dev.assay.model.Header;
import dev.assay.model.Recording;
import dev.assay.model.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a journal back. A last line that was cut off is left out: that is how a killed run ends. */
public final class JournalReader {
    private final Path file;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private @Nullable Header header;
    private Recording.@Nullable End end;

    private JournalReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a journal.
     *
     * @throws Malformed if it is not one, with the line that is wrong
     */
    public static Recording read(Path file) {
        return new JournalReader(file).recording();
    }

    private Recording recording() {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            for (int number = 1; line != null; number++) {
                String next = reader.readLine();
                line(number, line, next == null);
                line = next;
            }
        } catch (IOException e) {
            throw new Malformed("Cannot read the journal " + file + " (" + AssayException.reason(e)
                    + "). A journal is text in UTF-8 that you may read; without one there is no run.");
        }
        Header first = header;
        if (first == null) {
            throw new Malformed(file + ", line 1: a journal begins with a header line, and this one has none.");
        }
        return new Recording(first, samples, environments, end);
    }

    private void line(int number, String line, boolean last) {
        try {
            take(number, Json.LINES.readTree(line));
        } catch (JacksonException e) {
            if (!last || header == null) {
                throw new Malformed(file + ", line " + number + ": " + e.getOriginalMessage()
                        + ". A journal holds one JSON object a line, as results/README.md describes.");
            }
        }
    }

    private void take(int number, JsonNode node) {
        String kind = node.path("kind").asString("");
        switch (kind) {
            case "header" -> {
                String schema = node.path("schema").asString("");
                if (!schema.equals(Journal.SCHEMA)) {
                    throw new Malformed(file + ", line " + number + ": the journal's schema is '" + schema
                            + "', this Assay reads '" + Journal.SCHEMA + "'. Use the Assay that wrote it.");
                }
                header = Json.LINES.treeToValue(node, Header.class);
            }
            case "sample" -> samples.add(Json.LINES.treeToValue(node, Sample.class));
            case "environment" -> environments.add(Json.LINES.treeToValue(node, Environment.class));
            case "end" -> end = Json.LINES.treeToValue(node, Recording.End.class);
            default ->
                throw new Malformed(file + ", line " + number + ": the kind '" + kind
                        + "' is none of header, sample, environment, end.");
        }
    }
}
