package dev.assay.report;

import dev.assay.model.catalog.Implementation;
import dev.assay.model.run.Source;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A program's text, once for all trials that share it.
 *
 * @param workload the workload
 * @param name the runtimes and variants it was measured as
 * @param path its file
 * @param sha256 its hash
 * @param lines how many lines it has
 * @param builds what was built from it; none when nothing was
 * @param text the program as HTML, its words marked
 */
record ProgramView(
        String workload, String name, String path, String sha256, String lines, List<Build> builds, String text) {
    /**
     * What was built from a program.
     *
     * @param command how
     * @param binary the size of the result; empty when that is not known
     */
    record Build(String command, String binary) {
        boolean sized() {
            return !binary.isEmpty();
        }
    }

    /** The programs of a workload; variants that differ in how they are built alone share a text. */
    static List<ProgramView> of(List<Source> sources) {
        Map<String, List<Source>> byText = new LinkedHashMap<>();
        for (Source source : sources) {
            byText.computeIfAbsent(source.path() + "\0" + source.text(), unused -> new ArrayList<>())
                    .add(source);
        }
        return byText.values().stream().map(ProgramView::shared).toList();
    }

    private static ProgramView shared(List<Source> sources) {
        Source first = sources.get(0);
        return new ProgramView(
                first.workload(),
                sources.stream().map(ProgramView::name).distinct().collect(Collectors.joining(", ")),
                first.path(),
                first.sha256(),
                NumberText.count(first.text().lines().count()),
                sources.stream()
                        .filter(source -> !source.build().isEmpty())
                        .map(source -> new Build(
                                source.build(),
                                source.binaryBytes() > 0 ? NumberText.bytes((double) source.binaryBytes()) : ""))
                        .distinct()
                        .toList(),
                Highlight.html(first.text(), first.path()));
    }

    private static String name(Source source) {
        String variant = source.variant().equals(Implementation.PRIMARY) ? "" : " " + source.variant();
        return source.runtime().title() + variant;
    }
}
