package dev.assay.cli.option;

import dev.assay.app.CommandPairSetup;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.CommandPair;
import dev.assay.model.InvisibleCharacters;
import dev.assay.run.RunConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options about two commands of the user's own. */
public final class PairOptions {
    private static final int LONGEST_NAME = 60;

    @Option(names = "--baseline", paramLabel = "CMD", description = "The baseline command.")
    private @Nullable String baseline;

    @Option(names = "--contender", paramLabel = "CMD", description = "The command to compare with the baseline.")
    private @Nullable String contender;

    @Option(names = "--baseline-name", paramLabel = "NAME", description = "Name of the baseline in all output.")
    private @Nullable String baselineName;

    @Option(names = "--contender-name", paramLabel = "NAME", description = "Name of the contender in all output.")
    private @Nullable String contenderName;

    @Option(
            names = "--prepare",
            paramLabel = "CMD",
            description =
                    "Command to run before each process of both commands, warm-ups too. It is not measured and not part of the budget.")
    private @Nullable String prepare;

    @Option(
            names = "--cwd",
            paramLabel = "DIR",
            description =
                    "Folder in which all commands run; ./app is then a program in it (default: the current folder).")
    private @Nullable Path cwd;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Standard input of both commands; each process reads it from the beginning (default: empty).")
    private @Nullable Path input;

    @Option(names = "--ignore-output", description = "Do not require both commands to print the same.")
    private boolean ignoreOutput;

    @Option(
            names = "--output-limit",
            paramLabel = "SIZE",
            description =
                    "Output limit of a process, such as 512MiB; its output is kept until the next one runs (default: 4GiB).")
    private @Nullable String outputLimit;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Whether one of them was given. */
    public boolean given() {
        return ignoreOutput
                || Stream.of(baseline, contender, baselineName, contenderName, prepare, cwd, input, outputLimit)
                        .anyMatch(Objects::nonNull);
    }

    public boolean ignoreOutput() {
        return ignoreOutput;
    }

    /**
     * How much each process may write.
     *
     * @throws Usage if that is no amount
     */
    public long outputLimitBytes() {
        return outputLimit == null
                ? RunConfig.USERS_OUTPUT_LIMIT_BYTES
                : UnitParser.bytes("--output-limit", outputLimit);
    }

    /**
     * The two commands, ready to be measured.
     *
     * @param environment the user's variables
     * @throws ParameterException if one is missing
     * @throws Usage if an option cannot be used
     */
    public CommandPairSetup pair(Map<String, String> environment) {
        String first = required("--baseline", baseline);
        String second = required("--contender", contender);
        String firstName = name("--baseline-name", baselineName);
        String secondName = name("--contender-name", contenderName);
        String shown = firstName == null ? CommandPair.BASELINE : firstName;
        if (shown.equalsIgnoreCase(secondName == null ? CommandPair.CONTENDER : secondName)) {
            throw new Usage("Both commands would be named '" + shown
                    + "'. Give them different names with --baseline-name and --contender-name.");
        }
        return CommandPairSetup.of(
                new CommandPairSetup.Said("--baseline", first, CommandPair.variant(CommandPair.BASELINE, firstName)),
                new CommandPairSetup.Said(
                        "--contender", second, CommandPair.variant(CommandPair.CONTENDER, secondName)),
                prepare,
                folder(),
                input(),
                environment);
    }

    private String required(String option, @Nullable String given) {
        if (given == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    option
                            + "=CMD is missing: compare takes two commands, --baseline=CMD and --contender=CMD, or two runs, such as"
                            + " 'compare results/20260504T101530Z-9f3a latest'");
        }
        return given;
    }

    private static @Nullable String name(String option, @Nullable String given) {
        if (given == null) {
            return null;
        }
        String name = given.strip();
        if (name.isEmpty()) {
            throw new Usage(
                    option + "= is empty. Give a name, such as " + option + "='version 2', or omit the option.");
        }
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST_NAME) {
            throw new Usage(option + " has " + length
                    + " characters, and it appears in tables and charts. The limit is " + LONGEST_NAME + ".");
        }
        name.codePoints()
                .filter(c -> InvisibleCharacters.is(c) || Character.isISOControl(c))
                .findFirst()
                .ifPresent(c -> {
                    throw new Usage(option + " contains an invisible character, " + InvisibleCharacters.shown(c)
                            + ": remove it.");
                });
        return name;
    }

    /** Where the commands run. */
    private Path folder() {
        Path given = cwd;
        if (given == null) {
            return Path.of("").toAbsolutePath();
        }
        if (given.toString().isBlank()) {
            throw new Usage("--cwd= is empty. Give a folder, such as --cwd=build, or omit the option.");
        }
        Path folder = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new Usage("--cwd: " + folder + (Files.exists(folder) ? " is not a folder" : " does not exist")
                    + ". Give the folder in which the commands are to run.");
        }
        if (!Files.isExecutable(folder)) {
            throw new Usage("--cwd: " + folder + " is not accessible. Fix its permissions.");
        }
        return folder;
    }

    private @Nullable Path input() {
        Path given = input;
        if (given == null) {
            return null;
        }
        if (given.toString().isBlank()) {
            throw new Usage("--input= is empty. Give a file, such as --input=data.txt, or omit the option.");
        }
        Path file = given.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            String problem = Files.isDirectory(file)
                    ? " is a folder"
                    : Files.exists(file) ? " is not a regular file" : " does not exist";
            throw new Usage("--input: " + file + problem
                    + ". Give a file, relative to the current folder; every process reads it from the beginning.");
        }
        if (!Files.isReadable(file)) {
            throw new Usage("--input: " + file + " is not readable. Fix its permissions.");
        }
        return file;
    }

    /** What was given, as a run records it: what names a place as an absolute path. */
    public Map<String, String> recorded() {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "baseline", baseline);
        put(options, "contender", contender);
        put(options, "baseline-name", name("--baseline-name", baselineName));
        put(options, "contender-name", name("--contender-name", contenderName));
        put(options, "prepare", prepare);
        put(options, "cwd", cwd == null ? null : folder().toString());
        put(options, "input", input());
        put(options, "output-limit", outputLimit);
        return options;
    }

    private static void put(Map<String, String> options, String name, @Nullable Object value) {
        if (value != null) {
            options.put(name, value.toString());
        }
    }
}
