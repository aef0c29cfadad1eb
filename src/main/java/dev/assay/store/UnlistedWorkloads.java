package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.Profile;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.TrialId;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The workloads of a journal that lists none: as much of their manifests as the trials themselves say. */
final class UnlistedWorkloads {
    private static final String WORKLOADS = "workloads";
    private static final String UNSAID = "Not recorded in the journal.";

    private UnlistedWorkloads() {}

    /**
     * Adds them to a header that has no list of them, not even an empty one. The user's two commands belong to none.
     *
     * @throws IllegalArgumentException if a trial's id cannot be used
     */
    static void addTo(ObjectNode header) {
        if (header.has(WORKLOADS)) {
            return;
        }
        ArrayNode workloads = header.putArray(WORKLOADS);
        Set<String> scaling = scaling(header);
        Set<String> known = new HashSet<>(Set.of(CommandPair.WORKLOAD));
        for (JsonNode trial : header.get("trials")) {
            TrialId id = TrialId.parse(trial.path("id").asString());
            if (known.add(id.workload())) {
                workloads.add(workload(id, trial, scaling.contains(id.workload())));
            }
        }
    }

    private static ObjectNode workload(TrialId id, JsonNode trial, boolean scales) {
        ObjectNode workload = ModelJson.LINES
                .createObjectNode()
                .put("id", id.workload())
                .put("title", id.workload())
                .put("task", UNSAID)
                .put("algorithm", UNSAID)
                .put("trap", UNSAID)
                .put("parameter", "size")
                .put("workTime", trial.path("workTime").asBoolean())
                .put("threads", scales ? "scaling" : "one");
        ObjectNode sizes = workload.putObject("sizes");
        ObjectNode expected = workload.putObject("expected");
        for (Profile profile : Profile.values()) {
            sizes.put(profile.toString(), id.size());
            expected.put(profile.toString(), trial.path("expected").asString(""));
        }
        return workload;
    }

    private static Set<String> scaling(ObjectNode header) {
        return header.get("trials")
                .valueStream()
                .map(trial -> TrialId.parse(trial.path("id").asString()))
                .filter(id -> id.threads() > 1)
                .map(TrialId::workload)
                .collect(Collectors.toSet());
    }
}
