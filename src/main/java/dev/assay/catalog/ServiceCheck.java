package dev.assay.catalog;

import dev.assay.schema.SchemaViolationMessage;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say of a manifest whose programs are servers: which of its fields do not go with that. */
final class ServiceCheck {
    private static final JsonPointer SERVICE = JsonPointer.compile("/service");

    private final JsonFile json;
    private final CatalogProblems problems;

    ServiceCheck(JsonFile json, CatalogProblems problems) {
        this.json = json;
        this.problems = problems;
    }

    /** Adds what is wrong; nothing for a manifest of programs that do their work and end. */
    void check() {
        JsonNode manifest = json.tree();
        JsonNode service = manifest.at(SERVICE);
        if (!service.isObject()) {
            return;
        }
        if (service.has("share") == service.has("rate")) {
            problems.add(
                    json, SERVICE, "'service' needs either 'share' or 'rate', the load of its open loop; give one");
        }
        if (!manifest.path("workTime").asBoolean(true)) {
            refuse("/workTime", "is false, but the client of a service times it; make it true");
        }
        if (manifest.path("threads").asString("").equals("scaling")) {
            refuse("/threads", "is 'scaling', but a service has one processor; make it 'one'");
        }
        if (manifest.has("input")) {
            refuse("/input", "is there, but a service reads requests; remove it");
        }
        manifest.path("sizes").propertyStream().forEach(size -> {
            if (size.getValue().isIntegralNumber() && size.getValue().asLong() == 0) {
                refuse("/sizes/" + size.getKey(), "is 0, but a service needs requests; give at least 1");
            }
        });
        JsonNode programs = manifest.path("implementations");
        for (int i = 0; i < programs.size() && programs.isArray(); i++) {
            if (programs.get(i).has("repeat")) {
                refuse(
                        "/implementations/" + i + "/repeat",
                        "is there, but a service repeats its work anyway; remove it");
            }
        }
    }

    private void refuse(String place, String why) {
        JsonPointer at = JsonPointer.compile(place);
        if (!problems.has(json, at)) {
            problems.add(json, at, SchemaViolationMessage.quote(at) + " " + why);
        }
    }
}
