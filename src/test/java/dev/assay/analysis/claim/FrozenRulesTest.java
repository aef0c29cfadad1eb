package dev.assay.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Analysis;
import dev.assay.analysis.Synthetic;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.run.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run is judged by the rules that stood before its first sample, or says that it is not. */
class FrozenRulesTest {
    private static final String BEFORE = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);
    private static final String FORMERLY = "ef".repeat(32);

    private static List<Warning> warnings(@Nullable String before, @Nullable String now, int hoursAfter) {
        Recording recording =
                Synthetic.run(1).rules(before).pair("numeric/a", 20, 10).build();
        Instant changed = recording.header().startedAt().plus(Duration.ofHours(hoursAfter));
        return Analysis.analyze(recording, new Rulebook(Article.NONE, List.of(), now, FORMERLY, changed))
                .warnings()
                .stream()
                .filter(warning -> warning.code().equals("other-rules"))
                .toList();
    }

    @Test
    void sameRulesAreNotMentioned() {
        assertThat(warnings(BEFORE, BEFORE, 5)).isEmpty();
    }

    @Test
    void theSameRulesInTheFormerWordsAreNotMentioned() {
        assertThat(warnings(FORMERLY, BEFORE, 5)).isEmpty();
    }

    @Test
    void otherRulesAreSaidOnceAndGravely() {
        assertThat(warnings(BEFORE, OTHER, -5))
                .singleElement()
                .satisfies(warning -> assertThat(warning.misleads()).isTrue())
                .satisfies(warning -> assertThat(warning.problem())
                        .isEqualTo(
                                "The claims are judged by different rules than when this run was measured: the hash of claims.json is not the"
                                        + " one in the journal."));
    }

    @Test
    void rulesYoungerThanTheRunAreSaidToBe() {
        assertThat(warnings(BEFORE, OTHER, 5))
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.problem())
                                .endsWith(
                                        "the hash of claims.json is not the one in the journal, and claims.json was changed after the run began."));
    }

    @Test
    void whatIsNotKnownIsNotAReproach() {
        assertThat(warnings(null, OTHER, 5)).isEmpty();
        assertThat(warnings(BEFORE, null, 5)).isEmpty();
    }
}
