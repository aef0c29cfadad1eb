package dev.assay.plan;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes trials of workloads: which implementation runs at which size and with how many threads. */
public final class Planner {
    /** Arithmetic on a handful of numbers: no allocation, and nothing that has to share a cache with a neighbour. */
    private static final String STEADIEST = "numeric/nbody";

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
            return new Trial(id, null, null, workload.workTime(), skipped, List.of(), implementation.repeat());
        }
        return new Trial(
                id,
                commands.commandFor(workload, implementation, profile, arguments(workload, profile, count)),
                workload.expected(profile),
                workload.workTime(),
                null,
                commands.builds(workload, implementation),
                implementation.repeat());
    }

    private @Nullable String skipped(Workload workload, Implementation implementation) {
        String leftOut = choice.reason(workload, implementation);
        return leftOut == null ? commands.skipped(workload, implementation) : leftOut;
    }

    private static List<String> arguments(Workload workload, Profile profile, int count) {
        String size = Long.toString(workload.size(profile));
        return workload.threads() == ThreadUse.SCALING ? List.of(size, Integer.toString(count)) : List.of(size);
    }

    /**
     * The canary: two trials that start the same program. The C program of the steadiest workload serves, one with a work time and without
     * an input, at its full size: some tens of milliseconds, long enough that the noise of a launch does not decide and short enough
     * to cost little. Without C, Rust; without both, whatever there is, at the run's own size.
     *
     * @return two trials, or none when nothing is measured
     */
    public List<Trial> canary(List<Workload> workloads) {
        List<Workload> steady = steady(workloads);
        for (Runtime runtime :
                Runtime.steadiest().stream().filter(Runtime::compiled).toList()) {
            for (Workload workload : steady) {
                Optional<Implementation> found = primary(workload, runtime);
                if (found.isPresent()) {
                    return pair(workload, found.get(), profile == Profile.SMOKE ? Profile.QUICK : Profile.FULL);
                }
            }
        }
        for (Workload workload : workloads) {
            for (Implementation implementation : workload.implementations()) {
                if (skipped(workload, implementation) == null) {
                    return pair(workload, implementation, profile);
                }
            }
        }
        return List.of();
    }

    /** The workloads whose programs take the same time again and again, the steadiest first. */
    public static List<Workload> steady(List<Workload> workloads) {
        return workloads.stream()
                .filter(workload ->
                        workload.workTime() && workload.threads() == ThreadUse.ONE && workload.input() == null)
                .sorted(Comparator.comparing(workload -> !workload.id().equals(STEADIEST)))
                .toList();
    }

    private Optional<Implementation> primary(Workload workload, Runtime runtime) {
        return workload.implementations().stream()
                .filter(i -> i.runtime() == runtime && i.primary() && skipped(workload, i) == null)
                .findFirst();
    }

    private List<Trial> pair(Workload workload, Implementation implementation, Profile size) {
        Command command = commands.commandFor(workload, implementation, size, arguments(workload, size, 1));
        List<Trial> pair = new ArrayList<>();
        for (String variant : List.of("a", "b")) {
            TrialId id =
                    new TrialId(TrialRole.CANARY.workload(), implementation.runtime(), variant, workload.size(size), 1);
            pair.add(new Trial(
                    id,
                    command,
                    workload.expected(size),
                    workload.workTime(),
                    null,
                    List.of(),
                    implementation.repeat()));
        }
        return pair;
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
}
