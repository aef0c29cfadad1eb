package dev.assay.app.request;

import static dev.assay.app.request.CommandOptions.CONNECTIONS;
import static dev.assay.app.request.CommandOptions.IGNORE_OUTPUT;
import static dev.assay.app.request.CommandOptions.INPUT;
import static dev.assay.app.request.CommandOptions.LOAD;
import static dev.assay.app.request.CommandOptions.REQUESTS;
import static dev.assay.app.request.CommandOptions.RUNS;
import static dev.assay.app.request.CommandOptions.SERVE;
import static dev.assay.app.request.CommandOptions.SHARE;
import static dev.assay.app.request.RunOptions.BLOCKS;
import static dev.assay.app.request.RunOptions.BUDGET;
import static dev.assay.app.request.RunOptions.BUILDS;
import static dev.assay.app.request.RunOptions.CONFIRM;
import static dev.assay.app.request.RunOptions.CPUS;
import static dev.assay.app.request.RunOptions.PRECISION;
import static dev.assay.app.request.RunOptions.PROFILE;
import static dev.assay.app.request.RunOptions.RUNTIMES;
import static dev.assay.app.request.RunOptions.SEED;
import static dev.assay.app.request.RunOptions.SESSIONS;
import static dev.assay.app.request.RunOptions.SESSION_PAUSE;
import static dev.assay.app.request.RunOptions.SUITE;
import static dev.assay.app.request.RunOptions.THREADS;
import static dev.assay.app.request.RunOptions.TIMEOUT;
import static dev.assay.app.request.RunOptions.VARIANTS;
import static dev.assay.app.request.RunOptions.WORKLOAD;

import dev.assay.catalog.CatalogSelection;
import dev.assay.catalog.VariantSelection;
import dev.assay.environment.CpuList;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Completes a request: fills in the options that were not given, and refuses those that contradict each other. */
public final class RunDefaults {
    /** What a night before differs by is no line of a verdict: every figure is measured as well as that. */
    private static final double CONFIRMED = 0.02;

    private static final Duration TIMEOUT_OF_PROGRAMS = Duration.ofSeconds(60);
    private static final int USUAL_CONNECTIONS = 8;
    private static final int USUAL_REQUESTS = 2000;
    private static final double USUAL_SHARE = 0.5;
    private static final Duration TIMEOUT_OF_COMMANDS = Duration.ofMinutes(10);
    private static final int LAYOUTS = 3;

    private final Processors processors;
    private RunRequest request;

    private RunDefaults(RunRequest asked, Processors processors) {
        this.request = asked;
        this.processors = processors;
    }

    /**
     * Completes a request for the catalog's programs. The seed is drawn here, once.
     *
     * @throws Usage if options contradict each other
     */
    public static RunRequest complete(RunRequest asked, Processors processors) {
        RunDefaults defaults = new RunDefaults(asked, processors);
        defaults.fill(SUITE, () -> CatalogSelection.ALL);
        defaults.fill(WORKLOAD, () -> "*");
        defaults.fill(PROFILE, () -> Profile.QUICK);
        defaults.fill(RUNTIMES, () -> runtimes(asked));
        defaults.fill(VARIANTS, () -> defaultVariants(defaults.request.profile()));
        defaults.completeLayouts();
        defaults.completeSampleSize(BLOCKS);
        defaults.completeSessions();
        defaults.completeProcessors();
        defaults.completeThreads();
        defaults.fill(TIMEOUT, () -> TIMEOUT_OF_PROGRAMS);
        defaults.completeSeed();
        return defaults.request;
    }

    /**
     * Completes a request to compare two commands.
     *
     * @throws Usage if options contradict each other
     */
    public static RunRequest completeComparison(RunRequest asked, Processors processors) {
        RunDefaults defaults = new RunDefaults(asked, processors);
        defaults.completeSampleSize(RUNS);
        defaults.completeProcessors();
        defaults.completeLoad();
        defaults.fill(IGNORE_OUTPUT, () -> false);
        defaults.fill(TIMEOUT, () -> TIMEOUT_OF_COMMANDS);
        defaults.completeSeed();
        return defaults.request;
    }

    /** A smoke run decides no claim, and building the variants takes minutes. */
    public static String defaultVariants(Profile profile) {
        return profile == Profile.SMOKE ? VariantSelection.NONE : VariantSelection.CLAIMS;
    }

    /** All runtimes that can be measured, or those that a request names. */
    public static Set<Runtime> runtimes(RunRequest asked) {
        return asked.get(RUNTIMES, new TreeSet<>(Runtime.measured()));
    }

    private <T> void fill(RunOption<T> option, Supplier<T> usual) {
        if (!request.has(option)) {
            request = request.with(option, usual.get());
        }
    }

    private void completeLoad() {
        if (!request.isSet(SERVE)) {
            CommandOptions.OF_SERVERS.stream().filter(request::has).findFirst().ifPresent(option -> {
                throw new Usage(option + " is for servers. Add --serve if both commands are servers, or omit it.");
            });
            return;
        }
        if (request.has(INPUT)) {
            throw new Usage("--input does not go with --serve: servers read requests. Omit one of them.");
        }
        fill(LOAD, () -> List.of("GET /"));
        fill(CONNECTIONS, () -> USUAL_CONNECTIONS);
        fill(REQUESTS, () -> USUAL_REQUESTS);
        fill(SHARE, () -> USUAL_SHARE);
    }

    private void completeSeed() {
        fill(SEED, () -> ThreadLocalRandom.current().nextLong(1L << 32));
    }

    /** The layout of code matters between close figures alone, so there is one where no two native runtimes meet. */
    private void completeLayouts() {
        if (request.get(RUNTIMES).stream().filter(Runtime::relinked).count() < 2) {
            request = request.with(BUILDS, 1);
        }
        fill(BUILDS, () -> request.profile() == Profile.SMOKE ? 1 : LAYOUTS);
    }

    private void completeSampleSize(RunOption<Integer> fixed) {
        RunOption<?> adaptive = request.has(PRECISION) ? PRECISION : request.has(BUDGET) ? BUDGET : null;
        if (adaptive != null && request.has(fixed)) {
            throw new Usage(request.show(fixed) + " and " + request.show(adaptive)
                    + " cannot be combined: the first fixes how much is measured, the second lets Assay choose.");
        }
        Profile profile = request.profile();
        Duration budget = profile.budget();
        if (budget == null) {
            if (adaptive != null) {
                throw new Usage(request.show(adaptive) + " does not apply to a " + profile + " run, which has "
                        + profile.blocks() + " blocks and gives no verdicts. Use --profile=quick, or " + fixed + ".");
            }
            fill(fixed, profile::blocks);
        } else if (!request.has(fixed)) {
            if (request.has(CONFIRM)) {
                fill(PRECISION, () -> CONFIRMED);
            }
            fill(BUDGET, () -> budget);
        }
    }

    private void completeSessions() {
        boolean adaptive = !request.has(BLOCKS);
        int count = request.get(SESSIONS, adaptive ? request.profile().sessions() : 1);
        if (count > 1) {
            fill(SESSIONS, () -> count);
        } else if (request.has(SESSION_PAUSE)) {
            throw new Usage(request.show(SESSION_PAUSE)
                    + " waits between sessions, but this run has only one. Add --sessions=3, for example.");
        }
        if (!adaptive && request.get(BLOCKS) % count != 0) {
            int blocks = request.get(BLOCKS);
            throw new Usage("--sessions=" + count + " cannot divide " + blocks
                    + " blocks evenly. Set --blocks to a multiple of " + count + ", such as --blocks="
                    + count * (1 + blocks / count) + ".");
        }
    }

    /** Where there are several kinds of processors, programs run on the fastest. */
    private void completeProcessors() {
        if (request.has(CPUS)) {
            processors.check(request.get(CPUS));
            return;
        }
        List<Integer> fastest = processors.kinds().fastest(processors.allowed());
        if (!fastest.isEmpty()) {
            request = request.with(CPUS, fastest);
        }
    }

    /** One, two, four, and so on up to the cores, which always come last; of pinned programs, the cores that are theirs. */
    private void completeThreads() {
        List<Integer> pinned = request.get(CPUS, List.of());
        int cores = pinned.isEmpty() ? processors.count() : pinned.size();
        // the speed-up of T threads is compared with one thread
        TreeSet<Integer> counts = new TreeSet<>(List.of(1));
        counts.addAll(request.get(THREADS, powersOfTwo(cores)));
        if (!pinned.isEmpty() && counts.last() > pinned.size()) {
            throw new Usage("--threads=" + counts.last() + " needs that many processors, but programs run on "
                    + pinned.size() + " (" + CpuList.show(pinned)
                    + "). Add processors with --cpus, or use fewer threads.");
        }
        request = request.with(THREADS, List.copyOf(counts));
    }

    private static List<Integer> powersOfTwo(int cores) {
        List<Integer> counts = new ArrayList<>();
        for (int count = 1; count < cores; count *= 2) {
            counts.add(count);
        }
        counts.add(cores);
        return counts;
    }
}
