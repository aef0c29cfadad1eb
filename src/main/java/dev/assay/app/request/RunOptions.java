package dev.assay.app.request;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.run.SessionBreak;
import dev.assay.text.DurationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every option of a run; those of two commands alone are in {@link CommandOptions}. A new one is a constant and its name in {@link #ALL}. */
public final class RunOptions {
    private static final Duration LONGEST_BUDGET = Duration.ofDays(7);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final String UNTIL_RESUMED = "resume";

    /** A folder of the user's workloads; absolute. */
    public static final RunOption<Path> CATALOG = path(
            "catalog",
            "DIR",
            "A folder of your own workloads, with or without claims, to use instead of Assay's (workloads/README.md describes"
                    + " it). It is only read.",
            "a folder with your own workloads");

    /** Names of suites with commas between them. */
    public static final RunOption<String> SUITE =
            RunOption.describeText("suite", "NAME[,NAME]", "Suites, or 'all' (default).");

    /** Globs of workloads and probes with commas between them. */
    public static final RunOption<String> WORKLOAD = RunOption.describeText(
            "workload", "GLOB[,GLOB]", "Only these workloads and probes, such as nbody or memory/* (default: all).");

    /** The run whose suspicions a run looks at once more. */
    public static final RunOption<String> CONFIRM = RunOption.describeText(
            "confirm",
            "RUN",
            "Measure again, with the same profile, only the suspected regressions of this run (its name, or latest).");

    /** The sizes that are measured, and how long. */
    public static final RunOption<Profile> PROFILE = RunOption.describe(
            "profile",
            "NAME",
            "smoke (seconds, no verdicts), quick (minutes; default) or full (an hour; larger sizes).",
            ValueParser::profile,
            Profile::toString);

    /** An exact number of blocks of every workload. */
    public static final RunOption<Integer> BLOCKS = RunOption.describe(
            "blocks",
            "N",
            "Exact number of measured blocks of every workload (default: smoke 4; otherwise 10 to 60, full 10 to 100, as many as"
                    + " needed).",
            ValueParser::blocks,
            String::valueOf);

    /** The half width of the interval of a ratio that is aimed at, as a share of the ratio: 0.02 for 2 %. */
    public static final RunOption<Double> PRECISION = RunOption.describe(
            "precision",
            "SHARE",
            "Target precision of each ratio, such as 2%: half the width of its 95 % interval (default: a quarter of the"
                    + " distance to the nearest threshold, from 1% to 10%; with --confirm: 2%).",
            ValueParser::precision,
            share -> StoppingPolicy.share(share).replace(" ", ""));

    /** How long a run measures at most. */
    public static final RunOption<Duration> BUDGET = RunOption.describe(
            "budget",
            "TIME",
            "Time limit for measuring, such as 90s or 10m; spent first on what claims need (default: 3m, up to twice that on a slow machine; full:"
                    + " 60m).",
            (option, text) -> ValueParser.time(
                    option, text, LONGEST_BUDGET, "give at most " + LONGEST_BUDGET.toDays() + " days, 168h."),
            DurationText::asOption);

    /** The number of sessions. */
    public static final RunOption<Integer> SESSIONS = number(
            "sessions",
            "Spread the blocks over N sessions, each with its own warm-ups and a fresh meter. Each ratio then also gets an interval"
                    + " that covers other sessions (default: 1; full without --blocks: 3).",
            1,
            100);

    /** What lies between two sessions. */
    public static final RunOption<SessionBreak> SESSION_PAUSE = RunOption.describe(
            "session-pause",
            "TIME",
            "Time to wait between two sessions, such as 10m. With 'resume' the run ends after each session, and --resume measures"
                    + " the next one, after a reboot or on another day.",
            (option, text) -> text.equals(UNTIL_RESUMED)
                    ? SessionBreak.UNTIL_RESUMED
                    : new SessionBreak(
                            ValueParser.time(
                                    option,
                                    text,
                                    LONGEST_PAUSE,
                                    "give at most 24h, or 'resume' to continue whenever you like."),
                            false),
            pause -> pause.endsRun() ? UNTIL_RESUMED : DurationText.asOption(pause.pause()));

    /** Whose programs are measured. */
    public static final RunOption<Set<Runtime>> RUNTIMES = RunOption.describe(
            "runtimes",
            "NAME[,NAME]",
            "Runtimes to measure: "
                    + Runtime.measured().stream().map(Runtime::toString).collect(Collectors.joining(", "))
                    + " (default: all; C++, PyPy and free-threaded Python if found).",
            ValueParser::runtimes,
            ValueParser::formatRuntimes);

    /** Which programs are measured besides the primary ones, as {@link dev.assay.catalog.VariantSelection} reads it. */
    public static final RunOption<String> VARIANTS = RunOption.describeText(
            "variants",
            "GLOB[,GLOB]",
            "Variants to measure besides the primary programs: claims (those that a claim needs; default), none (default of"
                    + " smoke), all, or names such as numpy, rust:* or pypy:std.");

    /** The number of code layouts. */
    public static final RunOption<Integer> BUILDS = number(
            "builds",
            "Number of code layouts to build for Rust, C and C++ programs when two of them are measured (default: 3; smoke: 1).",
            1,
            50);

    /** The numbers of threads of workloads that scale. */
    public static final RunOption<List<Integer>> THREADS = RunOption.describe(
            "threads",
            "N[,N]",
            "Numbers of threads for workloads that scale (default: 1, 2, 4, .. up to the cores).",
            ValueParser::threads,
            ValueParser::formatThreads);

    /** How long a process may run. */
    public static final RunOption<Duration> TIMEOUT = RunOption.describe(
            "timeout",
            "TIME",
            "Time limit of a process, such as 500ms, 30s or 10m (default: 60s; compare: 10m).",
            UnitParser::time,
            time -> time.toMillis() + "ms");

    /** The processors of programs by number; none for all of them. */
    public static final RunOption<List<Integer>> CPUS = RunOption.describe(
            "cpus",
            "LIST",
            "Processors that programs run on, such as 0,2-3, or 'all'. T threads of a workload run on the first T of them"
                    + " (default: all; with several kinds of cores, the fastest kind).",
            ValueParser::processors,
            ValueParser::formatProcessors);

    /**
     * How much memory a program may use, in bytes. There is no limit by default: to enforce one the meter watches the program's processes while
     * they are timed, which takes up to one percent of a processor.
     */
    public static final RunOption<Long> MEMORY_LIMIT = RunOption.describeSize(
            "memory-limit",
            "Memory limit of a program, including all its processes, such as 512MiB or 2GiB (default: no limit).");

    /** How much CPU time a program may use. */
    public static final RunOption<Duration> CPU_LIMIT = RunOption.describe(
            "cpu-limit",
            "TIME",
            "CPU time limit of a program, such as 30s (default: no limit).",
            UnitParser::time,
            DurationText::asOption);

    /** How many processes a program may have at a time. */
    public static final RunOption<Integer> PROCESS_LIMIT = number(
            "process-limit", "Limit on a program's processes at any time (default: no limit).", 1, Integer.MAX_VALUE);

    /** Whether programs are not traced. */
    public static final RunOption<Boolean> NO_TRACE = RunOption.describeFlag(
            "no-trace",
            "Do not trace programs to read their memory; peaks then come from the kernel's ru_maxrss. For programs that trace"
                    + " others or switch to another user.");

    /** The Python interpreter, a path or a name. */
    public static final RunOption<String> PYTHON = interpreter(
            "python", "Python interpreter (default: python3 on the PATH; shims are resolved).", "/usr/bin/python3");

    /** The PyPy, a path or a name. */
    public static final RunOption<String> PYPY =
            interpreter("pypy", "PyPy (default: pypy3 on the PATH).", "/usr/bin/pypy3");

    /** The free-threaded CPython, a path or a name. */
    public static final RunOption<String> PYTHON_FT = interpreter(
            "python-ft",
            "Free-threaded CPython (default: the newest of python3.13t, python3.14t, .. on the PATH).",
            "/usr/local/bin/python3.14t");

    /** Where all random choices come from. */
    public static final RunOption<Long> SEED = RunOption.describe(
            "seed",
            "N",
            "Seed of the run order, padding and hash seeds (default: random, and recorded).",
            ValueParser::seed,
            String::valueOf);

    /** The folder of all runs; absolute. */
    public static final RunOption<Path> RESULTS = path(
                    "results",
                    "DIR",
                    "The results folder (default: results in the project's root; without Maven, in the current folder).",
                    "a folder, such as --results=results")
            .unrecorded();

    /** Whether nothing may be downloaded. */
    public static final RunOption<Boolean> OFFLINE = RunOption.describeFlag(
                    "offline", "Download nothing; programs whose packages are not installed are skipped.")
            .unrecorded();

    /** The run that another is compared with: its folder, its name, or {@code latest}. */
    public static final RunOption<Path> AGAINST = RunOption.describe(
                    "against",
                    "RUN",
                    "Also show what changed since this run: its folder, its name in the results folder, or latest.",
                    ValueParser::run,
                    Path::toString)
            .unrecorded();

    /** Which part of which catalog is meant. */
    public static final List<RunOption<?>> PICKING = List.of(CATALOG, SUITE, WORKLOAD);

    /** Which interpreters are used, and whether packages are downloaded. */
    public static final List<RunOption<?>> TOOLS = List.of(PYTHON, PYPY, PYTHON_FT, OFFLINE);

    /** All of them, in the order in which a run records them. */
    static final List<RunOption<?>> ALL = List.of(
            CATALOG,
            SUITE,
            WORKLOAD,
            CONFIRM,
            PROFILE,
            CommandOptions.BASELINE,
            CommandOptions.CONTENDER,
            CommandOptions.BASELINE_NAME,
            CommandOptions.CONTENDER_NAME,
            CommandOptions.SERVE,
            CommandOptions.LOAD,
            CommandOptions.CONNECTIONS,
            CommandOptions.REQUESTS,
            CommandOptions.SHARE,
            CommandOptions.PREPARE,
            CommandOptions.CWD,
            CommandOptions.INPUT,
            CommandOptions.OUTPUT_LIMIT,
            BLOCKS,
            CommandOptions.RUNS,
            PRECISION,
            BUDGET,
            SESSIONS,
            SESSION_PAUSE,
            RUNTIMES,
            VARIANTS,
            BUILDS,
            THREADS,
            CommandOptions.IGNORE_OUTPUT,
            TIMEOUT,
            CPUS,
            MEMORY_LIMIT,
            CPU_LIMIT,
            PROCESS_LIMIT,
            NO_TRACE,
            PYTHON,
            PYPY,
            PYTHON_FT,
            SEED,
            RESULTS,
            OFFLINE,
            AGAINST);

    /** Those of {@code compare}. */
    public static final List<RunOption<?>> OF_COMPARE = ALL.stream()
            .filter(option -> CommandOptions.ALL.contains(option)
                    || List.of(
                                    PRECISION,
                                    BUDGET,
                                    TIMEOUT,
                                    CPUS,
                                    MEMORY_LIMIT,
                                    CPU_LIMIT,
                                    PROCESS_LIMIT,
                                    NO_TRACE,
                                    SEED,
                                    RESULTS)
                            .contains(option))
            .toList();

    /** Those of {@code run}. */
    public static final List<RunOption<?>> OF_RUN =
            ALL.stream().filter(option -> !CommandOptions.ALL.contains(option)).toList();

    private RunOptions() {}

    private static RunOption<String> interpreter(String name, String help, String example) {
        return RunOption.describe(
                name,
                "PATH",
                help,
                (option, text) ->
                        ValueParser.required(option, text, "an interpreter, such as " + option + "=" + example),
                Function.identity());
    }

    private static RunOption<Path> path(String name, String label, String help, String wanted) {
        return RunOption.describe(
                name, label, help, (option, text) -> ValueParser.absolute(option, text, wanted), Path::toString);
    }

    private static RunOption<Integer> number(String name, String help, int least, int most) {
        return RunOption.describe(
                name, "N", help, (option, text) -> ValueParser.number(option, text, least, most), String::valueOf);
    }
}
