package dev.assay.analysis;

import dev.assay.model.Header;
import dev.assay.model.Source;
import dev.assay.model.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a trial starts the same program in two runs. */
final class Builds {
    private final Header baseline;
    private final Header contender;

    /** What is known of that. */
    enum Sameness {
        /** The same executable, text and arguments. */
        SAME,
        /** A journal does not say which executable was started. */
        UNKNOWN,
        /** Something differs. */
        OTHER
    }

    Builds(Header baseline, Header contender) {
        this.baseline = baseline;
        this.contender = contender;
    }

    /** Whether it does. */
    Sameness sameness(Trial before, Trial after) {
        if (!differences(before, after).isEmpty()) {
            return Sameness.OTHER;
        }
        boolean known = executable(baseline, before) != null && executable(contender, after) != null;
        return known ? Sameness.SAME : Sameness.UNKNOWN;
    }

    /** In what it differs, as far as both runs say. */
    List<String> differences(Trial before, Trial after) {
        List<String> found = new ArrayList<>();
        if (differ(text(baseline, before), text(contender, after))) {
            found.add("another source");
        }
        if (differ(executable(baseline, before), executable(contender, after))) {
            found.add(before.id().runtime().compiled() ? "another build" : "another executable");
        }
        if (!arguments(before).equals(arguments(after))) {
            found.add("other arguments");
        }
        return found;
    }

    private static boolean differ(@Nullable String before, @Nullable String after) {
        return before != null && after != null && !before.equals(after);
    }

    private static @Nullable String executable(Header header, Trial trial) {
        String hash = trial.command() == null
                ? null
                : header.programs().get(trial.command().argv().get(0));
        return Header.UNREADABLE.equals(hash) ? null : hash;
    }

    private static @Nullable String text(Header header, Trial trial) {
        Optional<String> hash = header.sources().stream()
                .filter(source -> source.workload().equals(trial.id().workload())
                        && source.runtime() == trial.id().runtime()
                        && source.variant().equals(trial.id().variant()))
                .map(Source::sha256)
                .findFirst();
        return hash.orElse(null);
    }

    /** Of paths only the last name: the same program may lie elsewhere on another machine. */
    private static List<String> arguments(Trial trial) {
        List<String> argv =
                Objects.requireNonNull(trial.command(), "it was measured").argv();
        return argv.stream()
                .skip(1)
                .map(argument -> argument.substring(argument.lastIndexOf('/') + 1))
                .toList();
    }
}
