package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.model.Metric;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.run.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The sizes of programs: of what was built, and of the text, compressed, so that long names and indentation count for little. */
final class ProgramSizes {
    private final List<Source> sources;

    ProgramSizes(List<Source> sources) {
        this.sources = sources;
    }

    /** The size of one side, or baseline over contender; null, and a gap, when a size is not known. */
    @Nullable
    LogEstimate read(Quantity quantity, String workload, List<MissingData> gaps) {
        double log = 0;
        for (int i = 0; i < quantity.sides().size(); i++) {
            ComparisonSide side = quantity.sides().get(i);
            long size = size(side, quantity.metric(), workload);
            if (size == 0) {
                gaps.add(new MissingData(
                        quantity.metric().title() + " of " + side.label() + " in " + workload, "it is not known"));
                return null;
            }
            log += i == 0 ? Math.log((double) size) : -Math.log((double) size);
        }
        return LogEstimate.exactly(log);
    }

    private long size(ComparisonSide side, Metric metric, String workload) {
        return sources.stream()
                .filter(source -> source.workload().equals(workload)
                        && source.runtime() == side.runtime()
                        && source.variant().equals(side.variant()))
                .mapToLong(source -> metric == Metric.BINARY_BYTES ? source.binaryBytes() : compressed(source.text()))
                .findFirst()
                .orElse(0);
    }

    private static long compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory cannot fail", e);
        }
        return bytes.size();
    }
}
