package dev.assay.analysis;

import dev.assay.model.Warning;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.text.DurationText;
import dev.assay.text.Plurals;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a run was cut short and went on. Blocks even out a machine that drifts, not one that was another before and after a pause. Between two
 * sessions a pause is wanted.
 */
final class RunGaps {
    private RunGaps() {}

    /** Warns of those within a session. */
    static void warn(Recording recording, Set<Warning> warnings) {
        List<Recording.Resume> resumes = recording.resumes().stream()
                .filter(resume -> isWithinSession(recording, resume.samples()))
                .toList();
        if (!resumes.isEmpty()) {
            String seams = resumes.stream().map(RunGaps::seam).collect(Collectors.joining(", "));
            warnings.add(
                    new Warning(
                            "resumed",
                            "The run was interrupted and resumed "
                                    + (resumes.size() == 1 ? "once" : resumes.size() + " times") + ": " + seams
                                    + ". What came before and after was measured at different times.",
                            "If this matters, check that the figures before and after agree, or measure without interruption."));
        }
    }

    private static boolean isWithinSession(Recording recording, int samples) {
        List<Sample> all = recording.samples();
        RunHeader header = recording.header();
        return samples == 0
                || samples >= all.size()
                || header.sampling().session(all.get(samples - 1).block())
                        == header.sampling().session(all.get(samples).block());
    }

    private static String seam(Recording.Resume resume) {
        return "after " + Plurals.count(resume.samples(), "process") + ", "
                + DurationText.format(Duration.between(resume.since(), resume.at())) + " later";
    }
}
