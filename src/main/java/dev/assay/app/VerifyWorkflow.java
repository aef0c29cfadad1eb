package dev.assay.app;

import dev.assay.meter.Meter;
import dev.assay.model.Profile;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import dev.assay.run.CrossCheck;
import dev.assay.run.CrossCheck.Group;
import dev.assay.run.CrossCheck.Program;
import dev.assay.text.Plurals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Holds the programs of workloads against each other, one size after the other. */
public final class VerifyWorkflow {
    /** Nothing to do, the least to do, and what comes next, squares among it: where loops are wrong by one. */
    private static final List<Long> EDGES = LongStream.rangeClosed(0, 9).boxed().toList();

    /** A program must print the same with any number of threads; three divides most sizes unevenly. */
    private static final List<Integer> THREADS = List.of(1, 2, 3);

    private static final long HASH_SEEDS = 1L << 32;

    private final PreparedTools workbench;
    private final ProgramFilter choice;
    private final CrossCheck check;
    private final long seed;
    private final int randomSizes;

    /**
     * What became of a workload.
     *
     * @param programs how many programs were compared with each other
     * @param sizes at which sizes
     * @param processes how many processes that took
     * @param problems what was wrong, a text a case
     */
    public record Verified(int programs, List<Long> sizes, int processes, List<String> problems) {
        public String describe() {
            String at = Plurals.count(sizes.size(), "size")
                    + (sizes.size() == 1 ? "" : " up to " + sizes.get(sizes.size() - 1));
            return Plurals.count(programs, "program") + " at " + at
                    + (problems.isEmpty() ? ", equal" : ", " + problems.size() + " different");
        }
    }

    /**
     * A verification.
     *
     * @param seed where the sizes come from; those of a workload do not depend on the others
     * @param randomSizes how many sizes beside the edges
     */
    public VerifyWorkflow(PreparedTools workbench, ProgramFilter choice, CrossCheck check, long seed, int randomSizes) {
        this.workbench = workbench;
        this.choice = choice;
        this.check = check;
        this.seed = seed;
        this.randomSizes = randomSizes;
    }

    /** Runs every program of a workload that is there, at every size. */
    public Verified of(Workload workload) throws Meter.Lost {
        List<Implementation> there = workload.implementations().stream()
                .filter(program -> choice.takes(workload, program) && workbench.skipped(workload, program) == null)
                .toList();
        Random random = new Random(seed ^ workload.id().hashCode());
        List<Long> sizes = sizes(workload, random);
        List<String> problems = new ArrayList<>();
        int processes = 0;
        for (long size : sizes) {
            List<Program> programs = programs(workload, there, size);
            processes += programs.size();
            String problem = problem(workload, size, check.groups(programs, random.nextLong(HASH_SEEDS)));
            if (problem != null) {
                problems.add(problem);
            }
        }
        return new Verified(there.size(), sizes, processes, List.copyOf(problems));
    }

    /** The edges and random sizes, small ones as likely as large ones. What has one size has that alone. */
    private List<Long> sizes(Workload workload, Random random) {
        long most = workload.size(Profile.SMOKE);
        if (most == 0 || workload.service() != null) {
            // a server answers the same however often it is asked
            return List.of(most);
        }
        TreeSet<Long> sizes = new TreeSet<>(EDGES);
        double least = EDGES.size();
        for (int i = 0; i < randomSizes; i++) {
            sizes.add(Math.round(least * Math.pow(Math.max((double) most, least) / least, random.nextDouble())));
        }
        return List.copyOf(sizes);
    }

    private List<Program> programs(Workload workload, List<Implementation> there, long size) {
        Path input = workload.input() == null ? null : workbench.inputs().ofSize(workload, size);
        List<Program> programs = new ArrayList<>();
        for (Implementation program : there) {
            if (workload.threads() == ThreadUse.SCALING) {
                for (int threads : THREADS) {
                    programs.add(new Program(
                            program.label() + "@" + threads,
                            workbench.command(
                                    workload, program, input, List.of(Long.toString(size), Integer.toString(threads))),
                            workload.workTime() ? program.repeat() : 0));
                }
            } else {
                programs.add(new Program(
                        program.label(),
                        workbench.command(workload, program, input, List.of(Long.toString(size))),
                        workload.workTime() ? program.repeat() : 0));
            }
        }
        return programs;
    }

    /** A size of zero may be refused, but by all; any other must be done. */
    private static @Nullable String problem(Workload workload, long size, List<Group> groups) {
        boolean mayRefuse = size == 0;
        boolean same = groups.size() <= 1;
        boolean done = groups.stream().allMatch(Group::ok);
        if (same && (done || mayRefuse)) {
            return null;
        }
        StringBuilder text = new StringBuilder(workload.id() + " at " + workload.parameter() + " = " + size + ":");
        for (Group group : groups) {
            text.append("\n  ")
                    .append(String.join(", ", group.labels()))
                    .append(' ')
                    .append(group.did());
        }
        return text.toString();
    }
}
