package dev.assay.catalog;

import dev.assay.model.Metric;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.Rule;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A claims file that its schema allows, as the records of the model. */
final class ClaimParser {
    private ClaimParser() {}

    static Article article(JsonNode node) {
        return new Article(
                text(node, "title"),
                text(node, "publisher"),
                text(node, "url"),
                text(node, "published"),
                text(node, "revised"),
                list(node.path("contradictions"), ClaimParser::contradiction));
    }

    private static Article.Contradiction contradiction(JsonNode node) {
        return new Article.Contradiction(
                text(node, "sections"), text(node, "text"), list(node.path("claims"), JsonNode::asString));
    }

    static Claim claim(JsonNode node) {
        return new Claim(
                text(node, "id"),
                text(node, "section"),
                text(node, "claim"),
                EnumNames.parse(ClaimVerdict.values(), text(node, "expected")),
                node.has("rule") ? rule(node.path("rule")) : null,
                textOrNull(node, "untestable"));
    }

    private static Rule rule(JsonNode node) {
        return new Rule(
                text(node, "summary"),
                condition(node.path("when")),
                list(
                        node.path("guards"),
                        guard -> new Rule.Guard(condition(guard.path("when")), text(guard, "otherwise"))),
                list(
                        node.path("partly"),
                        partly -> new Rule.Partly(condition(partly.path("when")), text(partly, "because"))),
                node.has("cap") ? EnumNames.parse(ClaimVerdict.values(), text(node, "cap")) : null,
                textOrNull(node, "refuted"));
    }

    private static Condition condition(JsonNode node) {
        if (node.has("all")) {
            return new Condition.All(list(node.path("all"), ClaimParser::condition));
        }
        if (node.has("allMeasured")) {
            return new Condition.AllMeasured(list(node.path("allMeasured"), ClaimParser::condition));
        }
        if (node.has("any")) {
            return new Condition.Any(list(node.path("any"), ClaimParser::condition));
        }
        if (node.has("probe")) {
            return new Condition.Probe(
                    text(node, "probe"),
                    EnumNames.parse(ProbeOutcome.values(), text(node, "outcome")),
                    textOrNull(node, "code"));
        }
        return new Condition.Measure(
                quantity(node),
                node.path("level").asInt(),
                EnumNames.parse(Condition.Bound.values(), text(node, "bound")),
                EnumNames.parse(Condition.Op.values(), text(node, "op")),
                node.path("value").asDouble(),
                node.has("over") ? quantity(node.path("over")) : null,
                node.has("adjust"));
    }

    private static Condition.Quantity quantity(JsonNode node) {
        return new Condition.Quantity(
                EnumNames.parse(Metric.values(), text(node, "metric")),
                list(node.path("of"), JsonNode::asString),
                list(node.path("sides"), side -> ComparisonSide.parse(side.asString())),
                EnumNames.parse(Condition.Estimator.values(), text(node, "estimate")));
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
        return node.valueStream().map(element).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        return node.has(field) ? text(node, field) : null;
    }
}
