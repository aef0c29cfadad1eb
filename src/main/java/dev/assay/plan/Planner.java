package dev.assay.plan;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Command;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.model.run.TrialRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes trials of workloads: which implementation runs at which size and with how many threads. */
public final class Planner {
    /** Arithmetic on a handful of numbers: no allocation, and nothing that has to share a cache with a neighbor. */
    private static final String STEADIEST = "numeric/nbody";

    private static final long CANARY_STEPS = 300_000;
    private static final ExpectedOutput CANARY_OUTPUT = new ExpectedOutput("bfed3fb807b46a7b 3fd9b4d18158f609\n");

    private final Profile profile;
    private final ProgramFilter choice;
    private final List<Integer> threads;
    private final Commands commands;

    /** Knows how a program is started. */
    public interface Commands {
        /** The command that runs an implementation with these arguments, on the input of that profile if the workload has one. */
        Command commandFor(Workload workload, Implementation implementation, Profile profile, List<String> arguments);

        /** The executables of a program's builds, the command's own first; empty for a program of one build. */
        default List<Path> builds(Workload workload, Implementation implementation) {
            return List.of();
        }

        /** Why a program cannot be started here, and what to do; null when it can. */
        default @Nullable String skipped(Workload workload, Implementation implementation) {
            return null;
        }
    }

    /**
     * A planner.
     *
     * @param profile decides the sizes
     * @param choice which programs are measured; the others are skipped
     * @param threads the numbers of threads for workloads that scale
     * @param commands how programs are started
     */
    public Planner(Profile profile, ProgramFilter choice, List<Integer> threads, Commands commands) {
        this.profile = profile;
        this.choice = choice;
        this.threads = List.copyOf(threads);
        this.commands = commands;
    }

    /** The trials of the workloads, skipped ones included, in the order of the catalog. */
    public List<Trial> trials(List<Workload> workloads) {
        List<Trial> trials = new ArrayList<>();
        for (Workload workload : workloads) {
            for (int count : workload.threads() == ThreadUse.SCALING ? threads : List.of(1)) {
                for (Implementation implementation : workload.implementations()) {
                    trials.add(trial(workload, implementation, count));
                }
            }
        }
        return trials;
    }

    private Trial trial(Workload workload, Implementation implementation, int count) {
        TrialId id = new TrialId(
                workload.id(), implementation.runtime(), implementation.variant(), workload.size(profile), count);
        String skipped = skipped(workload, implementation);
        if (skipped != null) {
            return new Trial(
                    id,
                    null,
                    null,
                    workload.workTime(),
                    skipped,
                    List.of(),
                    implementation.repeat(),
                    workload.service() != null);
        }
        return new Trial(
                id,
                commands.commandFor(workload, implementation, profile, arguments(workload, profile, count)),
                workload.expected(profile),
                workload.workTime(),
                null,
                commands.builds(workload, implementation),
                implementation.repeat(),
                workload.service() != null);
    }

    private @Nullable String skipped(Workload workload, Implementation implementation) {
        String leftOut = choice.reason(workload, implementation);
        return leftOut == null ? commands.skipped(workload, implementation) : leftOut;
    }

    private static List<String> arguments(Workload workload, Profile profile, int count) {
        String size = Long.toString(workload.size(profile));
        return workload.threads() == ThreadUse.SCALING ? List.of(size, Integer.toString(count)) : List.of(size);
    }

    /** The workloads whose programs take the same time again and again, the steadiest first. */
    public static List<Workload> steady(List<Workload> workloads) {
        return workloads.stream()
                .filter(workload -> workload.workTime()
                        && workload.threads() == ThreadUse.ONE
                        && workload.input() == null
                        && workload.service() == null)
                .sorted(Comparator.comparing(workload -> !workload.id().equals(STEADIEST)))
                .toList();
    }

    /** The trial of the program that does nothing. */
    public static Trial floor(Command noop) {
        return new Trial(
                new TrialId(TrialRole.FLOOR.workload(), Runtime.NOOP, Implementation.PRIMARY, 0, 1),
                noop,
                null,
                false,
                null);
    }

    /**
     * The canary: two trials of one program, whose ratio shows the noise of a run. It takes some ten milliseconds: long enough that the noise
     * of a launch does not decide, and short enough to cost little beside any program.
     *
     * @param program starts the meter's {@code canary}, up to its argument
     */
    public static List<Trial> canary(Command program) {
        List<String> argv = new ArrayList<>(program.argv());
        argv.add(Long.toString(CANARY_STEPS));
        Command command = new Command(argv, program.environment(), program.stdin(), program.directory());
        return Stream.of("a", "b")
                .map(variant -> new TrialId(TrialRole.CANARY.workload(), Runtime.RUST, variant, CANARY_STEPS, 1))
                .map(id -> new Trial(id, command, CANARY_OUTPUT, true, null))
                .toList();
    }
}
