package dev.assay.model.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a program is started. No shell stands between.
 *
 * @param argv the program, as an absolute path, and its arguments
 * @param environment every variable it sees but those that change with the sample; for a user's command, those it sees beside the
 *     user's environment, which is written nowhere
 * @param stdin the file it reads as standard input; null for none
 * @param directory where it runs; null for an empty folder of its own
 */
public record Command(
        List<String> argv,
        Map<String, String> environment,
        @Nullable Path stdin,
        @Nullable Path directory) {
    public Command {
        argv = List.copyOf(argv);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** The same with another program. */
    public Command startedBy(Path program) {
        return with(0, program);
    }

    /** The same with another program at a place in {@code argv}, from 0. */
    Command with(int place, Path program) {
        List<String> other = new ArrayList<>(argv);
        other.set(place, program.toString());
        return new Command(other, environment, stdin, directory);
    }
}
