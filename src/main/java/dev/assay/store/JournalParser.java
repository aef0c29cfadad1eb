package dev.assay.store;

import dev.assay.json.JsonErrors;
import dev.assay.json.ModelJson;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.run.Environment;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.TrialId;
import dev.assay.schema.FormerWords;
import dev.assay.schema.JsonSyntaxMessage;
import dev.assay.text.Plurals;
import dev.assay.text.PrintableText;
import dev.assay.text.SpellingSuggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the lines of a journal together: each against the schema, and against the lines before it. */
final class JournalParser {
    /** The rest of a file that is wrong so often is wrong in the same way. */
    private static final int MOST_PROBLEMS = 10;

    private final Path file;
    private final JournalSchema schema = new JournalSchema();
    private final List<String> problems = new ArrayList<>();
    private final List<ProbeResult> probes = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<StopReason> stops = new ArrayList<>();
    private final List<Recording.Resume> resumes = new ArrayList<>();
    private final Map<TrialId, Integer> repeats = new HashMap<>();
    private final Map<String, TrialId> trials = new HashMap<>();
    private final SampleLine sampleLine = new SampleLine(trials);
    private final Map<Place, Integer> places = new HashMap<>();
    private @Nullable RunHeader header;
    private Recording.@Nullable End end;

    /** A process has the place in its run that no other has. A block may time a trial several times, and follows it once. */
    private record Place(TrialId trial, SamplingMode mode, int block, int position) {
        static Place of(Sample sample) {
            int position = sample.mode() == SamplingMode.TIMING ? sample.order().position() : 0;
            return new Place(sample.trial(), sample.mode(), sample.block(), position);
        }
    }

    JournalParser(Path file) {
        this.file = file;
    }

    /** Whether the header was read, or there was something that should have been one. */
    boolean begun() {
        return header != null || !problems.isEmpty();
    }

    /** A line that is not JSON. */
    void unreadable(int number, JacksonException cause) {
        add(number, "not JSON: " + JsonSyntaxMessage.format(cause) + "; each line must be a JSON object");
    }

    /** The sample of a line in the usual form; null if it must be taken as JSON. Once there is a header, several threads may read lines. */
    @Nullable
    Sample readSample(byte[] line) {
        return sampleLine.read(line, line.length);
    }

    /** A line that is JSON. */
    void take(int number, JsonNode node) {
        if (!(node instanceof ObjectNode line)) {
            add(number, "not an object; each line must be a JSON object");
            return;
        }
        if (!renewed(number, line)) {
            return;
        }
        String kind = line.path("kind").asString("");
        if (!schema.kinds().contains(kind)) {
            add(
                    number,
                    (line.has("kind") ? "'kind' is " + PrintableText.quote(kind) : "'kind' is missing")
                            + SpellingSuggestion.clause(
                                    kind, schema.kinds(), "use one of " + String.join(", ", schema.kinds())));
            return;
        }
        if (!isInPlace(number, kind, line)) {
            return;
        }
        List<String> found = schema.problems(kind, line);
        if (found.isEmpty()) {
            convert(number, kind, line);
        } else {
            found.forEach(problem -> add(number, problem));
        }
    }

    private boolean renewed(int number, ObjectNode line) {
        try {
            FormerWords.renew(line);
            return true;
        } catch (IllegalArgumentException e) {
            add(number, "this cannot be used: " + e.getMessage());
            return false;
        }
    }

    /** The header comes first and once. */
    private boolean isInPlace(int number, String kind, ObjectNode line) {
        boolean first = !begun();
        if (!kind.equals("header")) {
            if (first) {
                throw noHeader("line " + number + " has the kind " + PrintableText.quote(kind));
            }
            return true;
        }
        if (!first) {
            add(number, "there already is a header; a journal has one run");
            return false;
        }
        String version = line.path("schema").asString("");
        if (!version.equals(Journal.SCHEMA)) {
            throw new Malformed(file + ", line " + number + ": the journal's schema is " + PrintableText.quote(version)
                    + ", this Assay reads '" + Journal.SCHEMA + "'. Use the version of Assay that wrote it.");
        }
        return true;
    }

    private void convert(int number, String kind, ObjectNode line) {
        try {
            schema.complete(kind, line);
            switch (kind) {
                case "header" -> header(number, line);
                case "probe" -> probe(ModelJson.LINES.treeToValue(line, ProbeResult.class));
                case "sample" -> sample(number, ModelJson.LINES.treeToValue(line, Sample.class));
                case "environment" -> environments.add(ModelJson.LINES.treeToValue(line, Environment.class));
                case "stop" -> stops.add(ModelJson.LINES.treeToValue(line, StopReason.class));
                case "resume" -> {
                    resumes.add(ModelJson.LINES.treeToValue(line, Recording.Resume.class));
                    // an end before this was none
                    end = null;
                }
                case "end" -> end = ModelJson.LINES.treeToValue(line, Recording.End.class);
                default -> throw new IllegalStateException("the schema has a kind that nobody reads: " + kind);
            }
        } catch (JacksonException e) {
            add(number, JsonErrors.sentence(e));
        } catch (IllegalArgumentException e) {
            add(number, "this cannot be used: " + e.getMessage());
        }
    }

    private void header(int number, ObjectNode line) {
        UnlistedWorkloads.addTo(line);
        RunHeader read = ModelJson.LINES.treeToValue(line, RunHeader.class);
        read.subject().allTrials().stream()
                .filter(trial -> repeats.put(trial.id(), trial.repeat()) != null)
                .forEach(trial -> add(number, "the trial " + trial.id() + " appears twice; give each its own variant"));
        repeats.keySet().forEach(id -> trials.put(id.toString(), id));
        header = read;
    }

    /** What was not run may have been tried again when the run went on. */
    private void probe(ProbeResult result) {
        probes.removeIf(before -> before.probe().id().equals(result.probe().id()));
        probes.add(result);
    }

    /** A line that is a sample. */
    void sample(int number, Sample sample) {
        int repeat = repeats.getOrDefault(sample.trial(), 0);
        if (repeat == 0 && header != null) {
            add(number, "'trial' is '" + sample.trial() + "', which is not in the header; list it under 'trials'");
            return;
        }
        int times = sample.reported().workSeriesNs().size();
        // a process that failed did not do all of it
        if (times > 0 && (repeat == 1 || times > repeat || (times < repeat && sample.ok())) && header != null) {
            add(
                    number,
                    "'workSeriesNs' has " + Plurals.count(times, "time")
                            + ", and 'repeat' of its trial is " + repeat
                            + "; give one for each repetition, and none if the work is done once");
        }
        Integer before = places.putIfAbsent(Place.of(sample), number);
        if (before == null) {
            samples.add(sample);
        } else {
            add(
                    number,
                    "block " + sample.block() + " has a " + sample.mode() + " sample of " + sample.trial()
                            + " already, on line " + before
                            + "; use another block, or for several timed runs of a block another 'position' each");
        }
    }

    private void add(int number, String problem) {
        if (problems.size() == MOST_PROBLEMS) {
            problems.add("and perhaps more; fix these first");
            throw malformed();
        }
        problems.add("line " + number + ": " + problem);
    }

    /**
     * All of it.
     *
     * @throws Malformed if something is wrong, with every problem
     */
    Recording recording() {
        if (!problems.isEmpty()) {
            throw malformed();
        }
        RunHeader first = header;
        if (first == null) {
            throw noHeader("it is empty");
        }
        return new Recording(first, probes, samples, environments, resumes, stops, end);
    }

    private Malformed malformed() {
        return new Malformed("The journal " + file + " cannot be used:\n  " + String.join("\n  ", problems)
                + "\nresults/README.md describes the format.");
    }

    Malformed noHeader(String why) {
        return new Malformed("The journal " + file + " does not begin with a header line (" + why
                + "). If a run was interrupted here, nothing had been measured: start a new run.");
    }
}
