package dev.assay.store;

import dev.assay.json.JsonErrors;
import dev.assay.json.ModelJson;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.WholeFile;
import dev.assay.model.history.HistoryEntry;
import dev.assay.schema.FormerWords;
import dev.assay.text.PrintableText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code history.jsonl}, beside the runs of a folder: what is kept of each, a line a run, whatever becomes of its own folder. Lines are only ever
 * added. A line that cannot be used, be it cut off, foreign or of a version to come, is left where it is and said to be so; the others count.
 */
public final class HistoryFile {
    /** The file's name. */
    public static final String NAME = "history.jsonl";

    static final String SCHEMA = "assay.history/1";

    private static final String KIND = "assay.history/";
    private static final long START_BYTES = 1 << 20;

    /** A millionth is finer than any clock, and keeps lines short. */
    private static final double GRAIN = 1e6;

    private static final List<String> FIELDS = List.of(
            "run", "startedAt", "profile", "cpuModel", "cores", "memoryGib", "versions", "resolution", "figures");
    private static final List<String> FIGURE_FIELDS = List.of("trial", "metric", "log", "blocks");

    private final Path file;

    /**
     * What is in a history.
     *
     * @param nights the nights, in the order of the lines
     * @param problems a sentence for each line that could not be used
     */
    public record Content(List<HistoryEntry> nights, List<String> problems) {
        public Content {
            nights = List.copyOf(nights);
            problems = List.copyOf(problems);
        }
    }

    private HistoryFile(Path file) {
        this.file = file;
    }

    /** The history of a folder of runs, which need not be there yet. */
    public static HistoryFile in(Path results) {
        return new HistoryFile(results.resolve(NAME));
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /**
     * All that can be used of it; nothing where there is none.
     *
     * @throws Storage if it is there and cannot be read
     */
    public Content read() {
        if (!Files.exists(file)) {
            return new Content(List.of(), List.of());
        }
        try {
            WholeFile.requireRegular(file);
            return content(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Storage("Cannot read the history " + file, e, "Fix its permissions, or move it away.");
        }
    }

    /**
     * Adds a night behind the others, on the disk before this returns. What was left of a line that had been cut off stays a line of its own.
     *
     * @throws Storage if that cannot be done
     */
    public void add(HistoryEntry night) {
        try (FileChannel channel = opened();
                FileLock alone = channel.lock()) {
            long end = channel.size();
            if (end > 0 && !isOurs(channel)) {
                throw new IOException("it contains no history, so it is not Assay's; move it away");
            }
            String start = end == 0 || endsWithLine(channel, end) ? "" : "\n";
            ByteBuffer line = ByteBuffer.wrap((start + line(night) + "\n").getBytes(StandardCharsets.UTF_8));
            append(channel, end, line);
            if (!alone.isValid()) {
                throw new IOException("its lock was lost");
            }
        } catch (IOException e) {
            throw new Storage(
                    "Cannot add to the history " + file,
                    e,
                    "Free some space or fix its permissions; 'history' then adds the runs that are missing.");
        }
    }

    private FileChannel opened() throws IOException {
        if (Files.exists(file)) {
            // who opens a fifo waits for somebody else
            WholeFile.requireRegular(file);
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Whether one of the first lines says so; a file of somebody else's is not to be added to. */
    private static boolean isOurs(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(channel.size(), START_BYTES));
        while (start.hasRemaining() && channel.read(start, start.position()) > 0) {
            // on with the next piece
        }
        return new String(start.array(), 0, start.position(), StandardCharsets.UTF_8).contains(KIND);
    }

    private static boolean endsWithLine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.read(last, end - 1) == 1 && last.get(0) == '\n';
    }

    /** On a full disk a piece may have found room: it goes again. */
    private static void append(FileChannel channel, long end, ByteBuffer line) throws IOException {
        try {
            channel.position(end);
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    static String line(HistoryEntry night) {
        ObjectNode line = ModelJson.LINES.createObjectNode().put("schema", SCHEMA);
        line.setAll((ObjectNode) ModelJson.LINES.valueToTree(night));
        line.put("fingerprint", night.machine().toString());
        List<Map<String, @Nullable Object>> figures = new ArrayList<>();
        night.figures().forEach(figure -> {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("trial", figure.trial());
            fields.put("metric", figure.metric());
            fields.put("log", rounded(figure.log()));
            fields.put("low", rounded(figure.low()));
            fields.put("high", rounded(figure.high()));
            fields.put("blocks", figure.blocks());
            if (figure.program() != null) {
                fields.put("program", figure.program());
            }
            figures.add(fields);
        });
        line.set("figures", ModelJson.LINES.<JsonNode>valueToTree(figures));
        return ModelJson.LINES.writeValueAsString(line);
    }

    private static @Nullable Double rounded(@Nullable Double log) {
        return log == null ? null : Math.rint(log * GRAIN) / GRAIN;
    }

    /**
     * Where a line is.
     *
     * @param number its number, from 1
     * @param from where it begins
     * @param to where it ends
     */
    private record Place(int number, int from, int to) {}

    /** What a line says: a night, or why it cannot be used. */
    private record Line(
            @Nullable HistoryEntry night, @Nullable String problem) {}

    private static Content content(byte[] bytes) {
        List<Place> places = places(bytes);
        HistoryLine usual = new HistoryLine();
        List<Line> lines =
                places.parallelStream().map(place -> line(bytes, place, usual)).toList();
        List<HistoryEntry> nights = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            HistoryEntry night = lines.get(i).night();
            if (night == null) {
                Place place = places.get(i);
                problems.add("line " + place.number() + (place.to() == bytes.length ? ", the last, " : " ")
                        + lines.get(i).problem());
            } else {
                nights.add(night);
            }
        }
        return new Content(nights, problems);
    }

    private static List<Place> places(byte[] bytes) {
        List<Place> places = new ArrayList<>();
        int number = 0;
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            number++;
            if (!isBlank(bytes, from, to)) {
                places.add(new Place(number, from, to));
            }
            from = to + 1;
        }
        return places;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static Line line(byte[] bytes, Place place, HistoryLine usual) {
        HistoryEntry night = usual.read(bytes, place.from(), place.to() - place.from());
        return night == null ? unusual(bytes, place) : new Line(night, null);
    }

    private static Line unusual(byte[] bytes, Place place) {
        JsonNode node;
        try {
            node = ModelJson.LINES.readTree(bytes, place.from(), place.to() - place.from());
            FormerWords.renew(node);
        } catch (JacksonException e) {
            return new Line(null, "is incomplete or not JSON");
        } catch (IllegalArgumentException e) {
            return new Line(null, "is damaged: " + e.getMessage());
        }
        String problem = problem(node);
        if (problem != null) {
            return new Line(null, problem);
        }
        try {
            return new Line(ModelJson.LINES.treeToValue(node, HistoryEntry.class), null);
        } catch (JacksonException e) {
            return new Line(null, "is damaged: " + shown(JsonErrors.sentence(e)));
        }
    }

    /** Why something is no night that can be read; null when it may be one. */
    private static @Nullable String problem(JsonNode node) {
        if (!isOfToday(node)) {
            String schema = schema(node);
            return schema.startsWith(KIND)
                    ? "is of another version of Assay ('" + shown(schema) + "', this one reads " + SCHEMA + ")"
                    : "is not from Assay: it is not marked as " + SCHEMA;
        }
        String missing = missing(node);
        return missing == null ? null : "is damaged: '" + missing + "' is missing";
    }

    private static String schema(JsonNode node) {
        return node.path("schema").asString("");
    }

    /** Whether a line is of this version. */
    static boolean isOfToday(JsonNode node) {
        return schema(node).equals(SCHEMA);
    }

    /** A field that a night cannot do without; null when all are there. */
    static @Nullable String missing(JsonNode night) {
        for (String field : FIELDS) {
            if (!night.hasNonNull(field)) {
                return field;
            }
        }
        for (JsonNode figure : night.path("figures")) {
            for (String field : FIGURE_FIELDS) {
                if (!figure.hasNonNull(field)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** What a file says may be long, and nothing that a terminal should see. */
    private static String shown(String text) {
        return PrintableText.start(text, 160);
    }
}
