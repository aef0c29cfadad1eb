package dev.assay.catalog;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.CargoProfile;
import dev.assay.model.catalog.Implementation.Compiler;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.catalog.InputSpec;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A manifest that its schema allows, as the records of the model. */
final class WorkloadParser {
    private WorkloadParser() {}

    static Workload parse(JsonNode node) {
        return new Workload(
                node.path("id").asString(),
                node.path("title").asString(),
                node.path("task").asString(),
                node.path("algorithm").asString(),
                node.path("trap").asString(),
                node.path("parameter").asString(),
                byProfile(node.path("sizes"), JsonNode::asLong),
                byProfile(node.path("expected"), value -> new ExpectedOutput(value.asString())),
                node.path("workTime").asBoolean(),
                EnumNames.parse(ThreadUse.values(), node.path("threads").asString()),
                node.has("input") ? input(node.path("input")) : null,
                node.path("implementations")
                        .valueStream()
                        .map(WorkloadParser::implementation)
                        .toList());
    }

    private static <T> Map<Profile, T> byProfile(JsonNode node, Function<JsonNode, T> value) {
        Map<Profile, T> values = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            values.put(profile, value.apply(node.path(profile.toString())));
        }
        return values;
    }

    private static InputSpec input(JsonNode node) {
        return new InputSpec(
                node.path("generator").asString(),
                node.path("seed").asLong(),
                byProfile(node.path("sha256"), JsonNode::asString));
    }

    private static Implementation implementation(JsonNode node) {
        return new Implementation(
                Runtime.of(node.path("runtime").asString()),
                node.path("variant").asString(),
                node.path("source").asString(),
                texts(node.path("build")),
                texts(node.path("needs")),
                texts(node.path("options")),
                node.has("compiler")
                        ? EnumNames.parse(
                                Compiler.values(), node.path("compiler").asString())
                        : null,
                node.has("profile")
                        ? EnumNames.parse(
                                CargoProfile.values(), node.path("profile").asString())
                        : null,
                node.has("extension") ? extension(node.path("extension")) : null,
                node.path("repeat").asInt(1));
    }

    private static Extension extension(JsonNode node) {
        return new Extension(
                Runtime.of(node.path("language").asString()),
                node.path("source").asString(),
                node.path("module").asString(),
                texts(node.path("needs")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
