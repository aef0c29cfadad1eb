package dev.assay.model.run;

import dev.assay.model.Metric;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Service;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured again and again: an implementation at fixed parameters, ready to start.
 *
 * @param id which one
 * @param command how it is started; null when it is skipped
 * @param expected what it must print; null when outputs are compared with each other or not at all
 * @param workTime whether it reports the time of its own work
 * @param skipped why it is not measured; null when it is
 * @param builds the executables of its builds, the command's own first: the same code laid out in other ways; empty for a program of one build
 * @param repeat how many times a process does its work, at least 1
 * @param service whether it is a server: then the command starts a client, which starts the server, loads it and ends it
 */
public record Trial(
        TrialId id,
        @Nullable Command command,
        @Nullable ExpectedOutput expected,
        boolean workTime,
        @Nullable String skipped,
        List<Path> builds,
        int repeat,
        boolean service) {
    public Trial {
        builds = List.copyOf(builds);
        if (repeat < 1) {
            throw new IllegalArgumentException("a process of the trial " + id + " does its work at least once");
        }
        if ((command == null) != (skipped != null)) {
            throw new IllegalArgumentException(
                    "the trial " + id + " needs either a command or the reason why it is skipped");
        }
    }

    /** A program that does its work and ends. */
    public Trial(
            TrialId id,
            @Nullable Command command,
            @Nullable ExpectedOutput expected,
            boolean workTime,
            @Nullable String skipped,
            List<Path> builds,
            int repeat) {
        this(id, command, expected, workTime, skipped, builds, repeat, false);
    }

    /** A program that does its work once. */
    public Trial(
            TrialId id,
            @Nullable Command command,
            @Nullable ExpectedOutput expected,
            boolean workTime,
            @Nullable String skipped,
            List<Path> builds) {
        this(id, command, expected, workTime, skipped, builds, 1);
    }

    /** A program of one build. */
    public Trial(
            TrialId id,
            @Nullable Command command,
            @Nullable ExpectedOutput expected,
            boolean workTime,
            @Nullable String skipped) {
        this(id, command, expected, workTime, skipped, List.of());
    }

    /** Whether a process does its work again and again. */
    public boolean repeats() {
        return repeat > 1;
    }

    /**
     * Whether a figure of this trial and one of another are of the same work. The work time of a process that repeats, and its rate, are
     * those of one repetition; everything else of it is of all of them, and of what it takes to repeat.
     */
    public boolean isComparable(Trial other, Metric metric) {
        return metric == Metric.WORK || metric == Metric.RATE || repeat == other.repeat;
    }

    /**
     * The program that is measured: the executable, or the interpreter, by its path.
     *
     * @throws IllegalStateException if it is skipped
     */
    public String program() {
        Command started = command(null);
        return started.argv().get(place(started));
    }

    private int place(Command started) {
        return service ? started.argv().indexOf(Service.SERVER_FOLLOWS) + 1 : 0;
    }

    /**
     * The program that is measured and its arguments, of a server without the client that starts it.
     *
     * @throws IllegalStateException if it is skipped
     */
    public List<String> words() {
        List<String> argv = command(null).argv();
        return argv.subList(place(command(null)), argv.size());
    }

    /**
     * How one of its builds is started.
     *
     * @param build its number, from 0; null for a program of one build
     * @throws IllegalStateException if it is skipped
     */
    public Command command(@Nullable Integer build) {
        if (command == null) {
            throw new IllegalStateException("the trial " + id + " is skipped");
        }
        return build == null ? command : command.with(place(command), builds.get(build));
    }
}
