package dev.assay.app.request;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The options about two commands of the user's that are compared. */
public final class CommandOptions {
    private static final int MOST_CONNECTIONS = 1000;
    private static final int MOST_REQUESTS = 10_000_000;

    /** The command that another is compared with. */
    public static final RunOption<String> BASELINE = RunOption.describeText("baseline", "CMD", "The baseline command.");

    /** The command that is compared. */
    public static final RunOption<String> CONTENDER =
            RunOption.describeText("contender", "CMD", "The command to compare with the baseline.");

    /** The name of {@link #BASELINE}. */
    public static final RunOption<String> BASELINE_NAME =
            displayName("baseline-name", "Name of the baseline in all output.");

    /** The name of {@link #CONTENDER}. */
    public static final RunOption<String> CONTENDER_NAME =
            displayName("contender-name", "Name of the contender in all output.");

    /** A command that is run before each process. */
    public static final RunOption<String> PREPARE = RunOption.describeText(
            "prepare",
            "CMD",
            "Command to run before each process of both commands, including warm-ups. It is not measured and does not count toward the budget.");

    /** Where commands run; absolute. */
    public static final RunOption<Path> CWD = RunOption.describe(
            "cwd",
            "DIR",
            "Folder to run all commands in; ./app then means a program there (default: the current folder).",
            ValueParser::folder,
            Path::toString);

    /** What commands read; absolute. */
    public static final RunOption<Path> INPUT = RunOption.describe(
            "input",
            "FILE",
            "Standard input of both commands; each process reads it from the beginning (default: empty).",
            ValueParser::file,
            Path::toString);

    /** How much a command may write, in bytes. */
    public static final RunOption<Long> OUTPUT_LIMIT = RunOption.describeSize(
            "output-limit",
            "Output limit of a process, such as 512MiB; its output is kept until the next one runs (default: 4GiB).");

    /** The same of two commands. */
    public static final RunOption<Integer> RUNS = RunOption.describe(
            "runs",
            "N",
            "Number of measured runs of each command, after 1 warm-up (default: 10 to 60, as many as needed).",
            ValueParser::blocks,
            String::valueOf);

    /** Whether two commands may print different things. */
    public static final RunOption<Boolean> IGNORE_OUTPUT = RunOption.describeFlag(
            "ignore-output", "Do not require both commands to print, or both servers to answer, the same.");

    /** Whether the two commands are servers. */
    public static final RunOption<Boolean> SERVE = RunOption.describeFlag(
            "serve",
            "The two commands are servers: start each on one processor, load it from another, and end it. {port} in a command"
                    + " stands for a free port, as does the variable PORT.");

    /** What servers are asked for, in turns. */
    public static final RunOption<List<String>> LOAD = RunOption.describe(
                    "load",
                    "REQUEST",
                    "With --serve: what to ask for, such as 'GET /items'; several are sent in turns (default: 'GET /').",
                    ValueParser::requests,
                    requests -> String.join(" ", requests))
            .repeated();

    /** Over how many connections servers are asked. */
    public static final RunOption<Integer> CONNECTIONS = RunOption.describe(
            "connections",
            "N",
            "With --serve: number of connections that send requests (default: 8).",
            (option, text) -> ValueParser.number(option, text, 1, MOST_CONNECTIONS),
            String::valueOf);

    /** How many requests a server gets in each loop. */
    public static final RunOption<Integer> REQUESTS = RunOption.describe(
            "requests",
            "N",
            "With --serve: number of requests in each of the two loops (default: 2000). A p99.9 needs 1000.",
            (option, text) -> ValueParser.number(option, text, 1, MOST_REQUESTS),
            String::valueOf);

    /** The rate of the open loop as a share of what the closed loop has reached. */
    public static final RunOption<Double> SHARE = RunOption.describe(
            "share",
            "X",
            "With --serve: rate at which latencies are measured, as a share of the rate that the server has reached (default:"
                    + " 0.5).",
            ValueParser::share,
            String::valueOf);

    /** Those about servers. */
    static final List<RunOption<?>> OF_SERVERS = List.of(LOAD, CONNECTIONS, REQUESTS, SHARE);

    /** All of them. */
    public static final List<RunOption<?>> ALL = List.of(
            BASELINE,
            CONTENDER,
            BASELINE_NAME,
            CONTENDER_NAME,
            SERVE,
            LOAD,
            CONNECTIONS,
            REQUESTS,
            SHARE,
            PREPARE,
            CWD,
            INPUT,
            OUTPUT_LIMIT,
            RUNS,
            IGNORE_OUTPUT);

    private CommandOptions() {}

    private static RunOption<String> displayName(String name, String help) {
        return RunOption.describe(name, "NAME", help, ValueParser::displayName, Function.identity());
    }
}
