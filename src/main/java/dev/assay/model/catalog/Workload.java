package dev.assay.model.catalog;

import dev.assay.model.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One task with a size and a known result, and its programs.
 *
 * @param id {@code suite/name}, which is also its folder
 * @param description what it tells its readers
 * @param sizes the size for each profile, the same for every program
 * @param expected the standard output for each profile's size
 * @param workTime whether programs report the time of their own work
 * @param threads whether programs take a number of threads
 * @param input the input file, if there is one
 * @param implementations the programs
 * @param service how they are loaded where they are servers; null where they are not
 * @param onRequest whether it is measured only if it is asked for: by its suite or name, or by the profile {@code full}
 */
public record Workload(
        String id,
        WorkloadDescription description,
        Map<Profile, Long> sizes,
        Map<Profile, ExpectedOutput> expected,
        boolean workTime,
        ThreadUse threads,
        @Nullable InputSpec input,
        List<Implementation> implementations,
        @Nullable Service service,
        boolean onRequest) {

    public Workload {
        if (!id.matches("[a-z0-9-]+/[a-z0-9-]+")) {
            throw new IllegalArgumentException("a workload's id is 'suite/name' in lower case, not '" + id + "'");
        }
        sizes = Profile.ordered(sizes);
        expected = Profile.ordered(expected);
        implementations = List.copyOf(implementations);
        for (Profile profile : Profile.values()) {
            Long size = sizes.get(profile);
            if (size == null || size < 0 || !expected.containsKey(profile)) {
                throw new IllegalArgumentException(
                        "the workload needs a size of at least 0 and an expected output for profile '" + profile + "'");
            }
        }
        Set<String> labels = new HashSet<>();
        for (Implementation implementation : implementations) {
            if (!labels.add(implementation.label())) {
                throw new IllegalArgumentException("the implementation " + implementation.label() + " is there twice");
            }
        }
    }

    /** A workload whose programs do their work and end. */
    public Workload(
            String id,
            String title,
            String task,
            String algorithm,
            String trap,
            String parameter,
            Map<Profile, Long> sizes,
            Map<Profile, ExpectedOutput> expected,
            boolean workTime,
            ThreadUse threads,
            @Nullable InputSpec input,
            List<Implementation> implementations) {
        this(
                id,
                new WorkloadDescription(title, task, algorithm, trap, parameter),
                sizes,
                expected,
                workTime,
                threads,
                input,
                implementations,
                null,
                false);
    }

    /** Its name for readers. */
    public String title() {
        return description.title();
    }

    /** What is computed. */
    public String task() {
        return description.task();
    }

    /** The algorithm that all programs share. */
    public String algorithm() {
        return description.algorithm();
    }

    /** What would make the comparison unfair, and how that is met. */
    public String trap() {
        return description.trap();
    }

    /** What the size counts. */
    public String parameter() {
        return description.parameter();
    }

    /** The suite: the part of the id before the slash. */
    public String suite() {
        return suiteOf(id);
    }

    /** The part of the id behind the slash. */
    public String name() {
        return id.substring(id.indexOf('/') + 1);
    }

    /** The suite of a workload's id. */
    public static String suiteOf(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    /** The size for a profile. */
    public long size(Profile profile) {
        return Objects.requireNonNull(sizes.get(profile));
    }

    /** What the program must print at a profile's size. */
    public ExpectedOutput expected(Profile profile) {
        return Objects.requireNonNull(expected.get(profile));
    }
}
