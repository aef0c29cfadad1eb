package dev.assay.report;

import dev.assay.model.catalog.Probe;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.ProbeResult;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The probes: their outcomes as tables, a suite each, and their programs.
 *
 * @param suites the tables
 * @param programs the programs, those that are one line apart together
 * @param growth how much memory elements take
 * @param mistakes who finds the mistakes that were put into programs
 * @param weaknesses what comes of weaknesses in each language
 * @param contradictions where the article contradicts itself
 */
record ProbesView(
        List<Suite> suites,
        List<Pair> programs,
        GrowthView growth,
        MistakesView mistakes,
        WeaknessesView weaknesses,
        List<Contradiction> contradictions) {
    /**
     * A table.
     *
     * @param name the suite
     * @param rows its probes
     */
    record Suite(String name, List<Row> rows) {}

    /**
     * A place in the page.
     *
     * @param anchor where
     * @param text what it is called there
     */
    record Link(String anchor, String text) {
        /** Those of these claims that the page has. */
        static List<Link> of(RunResult result, Collection<String> claims) {
            return claims.stream()
                    .filter(id -> result.claims().stream()
                            .anyMatch(claim -> claim.claim().id().equals(id)))
                    .map(id -> new Link(Anchors.ofClaim(id), id))
                    .toList();
        }
    }

    /**
     * A probe and its outcome.
     *
     * @param anchor its place
     * @param program the place of its program
     * @param id its id
     * @param title its name
     * @param shows what it shows
     * @param outcome the result
     * @param otherwise what was expected, when that is something else; else empty
     * @param details why it came to no outcome, or the peaks that were read; empty for neither
     * @param tool compiler or interpreter
     * @param claims the claims that it is evidence for
     */
    record Row(
            String anchor,
            String program,
            String id,
            String title,
            String shows,
            String outcome,
            String otherwise,
            String details,
            String tool,
            List<Link> claims) {
        boolean hasOtherwise() {
            return !otherwise.isEmpty();
        }

        boolean hasDetails() {
            return !details.isEmpty();
        }
    }

    /**
     * A program, or two that are one line apart.
     *
     * @param anchor its place
     * @param title their name
     * @param programs the programs
     */
    record Pair(String anchor, String title, List<Program> programs) {}

    /**
     * A program and what was said of it.
     *
     * @param id the probe
     * @param outcome the result
     * @param path its file
     * @param text the program as HTML, its words marked
     * @param commands how it was called
     * @param message what compiler or program said; empty for nothing
     */
    record Program(String id, String outcome, String path, String text, List<String> commands, String message) {
        boolean hasMessage() {
            return !message.isEmpty();
        }

        boolean hasCommands() {
            return !commands.isEmpty();
        }
    }

    /**
     * Two places of the article that cannot both be right.
     *
     * @param sections the places
     * @param text what they say
     * @param claims what is tested of it
     */
    record Contradiction(String sections, String text, List<Link> claims) {
        boolean decides() {
            return !claims.isEmpty();
        }

        static List<Contradiction> of(RunResult result) {
            return result.article().contradictions().stream()
                    .map(each -> new Contradiction(each.sections(), each.text(), Link.of(result, each.claims())))
                    .toList();
        }
    }

    static ProbesView of(RunResult result) {
        List<Suite> suites = result.probes().stream()
                .map(probe -> probe.probe().suite())
                .distinct()
                .map(suite -> new Suite(
                        suite,
                        result.probes().stream()
                                .filter(probe -> probe.probe().suite().equals(suite))
                                .map(probe -> row(result, probe))
                                .toList()))
                .toList();
        return new ProbesView(
                suites,
                pairs(result),
                GrowthView.of(result.probes()),
                MistakesView.of(result.probes()),
                WeaknessesView.of(result.probes()),
                Contradiction.of(result));
    }

    private static Row row(RunResult result, ProbeResult probe) {
        return new Row(
                Anchors.ofProbe(probe.probe().id()),
                Anchors.ofProgram(head(result, probe.probe().id())),
                probe.probe().id(),
                probe.probe().title(),
                probe.probe().shows(),
                probe.words(),
                probe.asExpected() ? "" : probe.expectedWords(),
                details(probe),
                probe.tool(),
                claims(result, probe.probe()));
    }

    private static String details(ProbeResult probe) {
        if (probe.reason() != null) {
            return probe.reason();
        }
        return probe.peaks().stream()
                .map(peak -> NumberText.bytes((double) peak.peakBytes()) + " for " + NumberText.count(peak.count()))
                .collect(Collectors.joining(", "));
    }

    private static List<Link> claims(RunResult result, Probe probe) {
        Set<String> ids = new LinkedHashSet<>();
        for (ClaimResult claim : result.claims()) {
            if (claim.evidence().stream().anyMatch(evidence -> probe.id().equals(evidence.probe()))) {
                ids.add(claim.claim().id());
            }
        }
        if (probe.beside() != null) {
            ids.add(probe.beside());
        }
        return Link.of(result, ids);
    }

    /** The probe under which this one's program is shown: of a twin, the one that it is a twin of. */
    private static String head(RunResult result, String id) {
        return result.probes().stream()
                .filter(other -> id.equals(other.probe().twin()))
                .map(other -> other.probe().id())
                .findFirst()
                .orElse(id);
    }

    private static List<Pair> pairs(RunResult result) {
        Set<String> twins = result.probes().stream()
                .map(probe -> probe.probe().twin())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Pair> pairs = new ArrayList<>();
        for (ProbeResult probe : result.probes()) {
            if (!twins.contains(probe.probe().id())) {
                List<Program> programs = new ArrayList<>(List.of(program(probe)));
                String twin = probe.probe().twin();
                if (twin != null) {
                    result.probe(twin).map(ProbesView::program).ifPresent(programs::add);
                }
                pairs.add(new Pair(
                        Anchors.ofProgram(probe.probe().id()), probe.probe().title(), programs));
            }
        }
        return pairs;
    }

    private static Program program(ProbeResult probe) {
        return new Program(
                probe.probe().id(),
                probe.words(),
                probe.probe().path(),
                Highlight.html(probe.probe().text(), probe.probe().source()),
                probe.commands(),
                probe.mutants().isEmpty() ? probe.message() : MistakesView.list(probe));
    }

    boolean any() {
        return !suites.isEmpty();
    }

    boolean contradicted() {
        return !contradictions.isEmpty();
    }
}
