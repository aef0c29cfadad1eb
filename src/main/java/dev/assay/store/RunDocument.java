package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.Noise;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.result.Summary;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.Environment;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.TrialId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code run.json}: a run as others read it, in the shape that {@code run-1.schema.json} fixes. */
final class RunDocument {
    static final String SCHEMA = "assay.run/1";

    private RunDocument() {}

    static byte[] bytes(RunResult result) {
        String text = ModelJson.LINES.writerWithDefaultPrettyPrinter().writeValueAsString(document(result));
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> document(RunResult result) {
        RunHeader header = result.header();
        SamplingPlan sampling = header.sampling();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("schema", SCHEMA);
        document.put("id", header.id());
        document.put("assayVersion", header.assayVersion());
        document.put("startedAt", header.startedAt());
        document.put("finishedAt", result.finishedAt());
        document.put("partial", result.partial());
        document.put("profile", sampling.profile());
        document.put("seed", sampling.seed());
        document.put("blocks", sampling.blocks());
        document.put("warmupBlocks", sampling.warmupBlocks());
        document.put("sessions", sampling.sessions());
        document.put("stopping", sampling.stopping());
        document.put("mostRuns", sampling.mostRuns());
        document.put("options", header.options());
        document.put("commandLine", header.commandLine());
        document.put("catalogSha256", header.hashes().catalogSha256());
        document.put("claimsSha256", header.hashes().claimsSha256());
        document.put("environment", environments(header.environment(), result.environments()));
        document.put("toolchains", header.toolchains());
        document.put("noise", noise(result.noise()));
        document.put("trials", result.trials().stream().map(RunDocument::trial).toList());
        document.put("stops", result.stops().stream().map(RunDocument::stop).toList());
        document.put(
                "comparisons",
                result.comparisons().stream().map(RunDocument::comparison).toList());
        document.put(
                "summaries",
                result.summaries().stream().map(RunDocument::summary).toList());
        document.put("probes", result.probes());
        document.put("contradictions", result.article().contradictions());
        document.put("claims", result.claims().stream().map(RunDocument::claim).toList());
        document.put("warnings", result.warnings());
        return document;
    }

    private static Map<String, @Nullable Object> environments(Environment before, List<Environment> later) {
        Map<String, @Nullable Object> phases = new LinkedHashMap<>();
        phases.put("before", before);
        phases.put("later", later);
        return phases;
    }

    private static Map<String, @Nullable Object> noise(Noise noise) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("floor", trial(noise.floor()));
        Map<String, @Nullable Object> spread = new LinkedHashMap<>();
        noise.floorSpread().forEach((metric, distribution) -> spread.put(metric.toString(), distribution));
        fields.put("floorSpread", spread);
        fields.put("handlingNs", noise.handlingNs());
        Map<String, @Nullable Object> canary = new LinkedHashMap<>();
        Comparison comparison = noise.canary();
        canary.put("comparison", comparison == null ? null : comparison(comparison));
        canary.put("passed", noise.canaryPassed());
        canary.put("resolution", noise.resolution());
        fields.put("canary", canary);
        return fields;
    }

    private static Map<String, @Nullable Object> trial(TrialResult result) {
        TrialId id = result.trial().id();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("workload", id.workload());
        fields.put("runtime", id.runtime());
        fields.put("variant", id.variant());
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("size", id.size());
        parameters.put("threads", id.threads());
        fields.put("parameters", parameters);
        fields.put("status", result.status());
        fields.put("reason", result.reason());
        fields.put("command", result.trial().command());
        fields.put("builds", result.trial().builds());
        fields.put("repeat", result.trial().repeat());
        fields.put("repetitions", result.repetitions());
        Map<String, @Nullable Object> typical = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            Estimate estimate = result.typical().get(metric);
            if (estimate != null) {
                Map<String, @Nullable Object> value = estimate("value", estimate);
                value.put("nearFloor", result.has(metric, ValueFlag.NEAR_FLOOR));
                value.put("incomplete", result.has(metric, ValueFlag.INCOMPLETE));
                value.put("repeated", result.has(metric, ValueFlag.REPEATED));
                value.put("fences", result.fences().get(metric));
                typical.put(metric.toString(), value);
            }
        }
        fields.put("typical", typical);
        fields.put("samples", result.samples().stream().map(RunDocument::sample).toList());
        return fields;
    }

    /** The end of a workload in all sessions. */
    private static Object stop(StopReason stop) {
        ObjectNode node = (ObjectNode) ModelJson.LINES.valueToTree(stop);
        node.remove("session");
        return node;
    }

    /** A sample without its trial, under which it stands. */
    private static Object sample(Sample sample) {
        ObjectNode node = (ObjectNode) ModelJson.LINES.valueToTree(sample);
        node.remove("trial");
        return node;
    }

    private static Map<String, @Nullable Object> comparison(Comparison comparison) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("workload", comparison.workload());
        fields.put("metric", comparison.metric());
        fields.put("baseline", comparison.baseline());
        fields.put("contender", comparison.contender());
        fields.putAll(estimate("ratio", comparison.estimate()));
        fields.put("margin", comparison.margin());
        fields.put("verdict", comparison.verdict());
        fields.put("reasons", comparison.reasons());
        SecondaryStatistics beside = comparison.beside();
        fields.put("withSpikes", beside.withSpikes());
        fields.put("net", beside.net());
        fields.put("closeTo", beside.closeTo());
        fields.put("screened", beside.screened());
        fields.put("builds", beside.builds());
        fields.put("sessions", beside.sessions());
        return fields;
    }

    private static Map<String, @Nullable Object> summary(Summary summary) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("suite", summary.suite());
        fields.put("metric", summary.metric());
        fields.put("baseline", summary.baseline());
        fields.put("contender", summary.contender());
        fields.put("workloads", summary.workloads());
        fields.putAll(estimate("ratio", summary.estimate()));
        fields.put("general95", summary.general());
        return fields;
    }

    private static Map<String, @Nullable Object> claim(ClaimResult result) {
        Rule rule = result.claim().rule();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", result.claim().id());
        fields.put("section", result.claim().section());
        fields.put("origin", result.claim().origin());
        fields.put("claim", result.claim().claim());
        fields.put("rule", rule == null ? null : rule.summary());
        fields.put("changed", rule == null ? null : rule.changed());
        fields.put("verdict", result.verdict());
        fields.put("expected", result.claim().expected());
        fields.put("sentence", result.sentence());
        fields.put(
                "evidence",
                result.evidence().stream().map(RunDocument::evidence).toList());
        fields.put("open", result.open());
        fields.put("power", result.power());
        return fields;
    }

    private static Map<String, @Nullable Object> evidence(ClaimResult.Evidence evidence) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("what", evidence.what());
        fields.put("workload", evidence.workload());
        fields.put("probe", evidence.probe());
        Estimate estimate = evidence.estimate();
        if (estimate != null) {
            fields.putAll(estimate("ratio", estimate));
        }
        fields.put("level", evidence.level() == 0 ? null : evidence.level());
        fields.put("threshold", evidence.threshold());
        fields.put("outcome", evidence.outcome());
        return fields;
    }

    static Map<String, @Nullable Object> estimate(String name, Estimate estimate) {
        Map<String, @Nullable Interval> intervals = new LinkedHashMap<>();
        intervals.put("90", estimate.at90());
        intervals.put("95", estimate.at95());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(name, estimate.value());
        fields.put("intervals", intervals);
        fields.put("interval", estimate.kind());
        fields.put("blocks", estimate.blocks());
        return fields;
    }
}
