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

    @Option(names = "--baseline", paramLabel = "CMD", description = "The command that is held against.")
    private @Nullable String baseline;

    @Option(names = "--contender", paramLabel = "CMD", description = "The command that is held against it.")
    private @Nullable String contender;

    @Option(
            names = "--baseline-name",
            paramLabel = "NAME",
            description = "What the first is called in all that is shown.")
    private @Nullable String baselineName;

    @Option(
            names = "--contender-name",
            paramLabel = "NAME",
            description = "What the second is called in all that is shown.")
    private @Nullable String contenderName;

    @Option(
            names = "--prepare",
            paramLabel = "CMD",
            description =
                    "Run this before every process of both, warm-ups too; its time is in no figure and in no budget.")
    private @Nullable String prepare;

    @Option(
            names = "--cwd",
            paramLabel = "DIR",
            description = "Where all of them run; ./app then is a program in it (default: the current folder).")
    private @Nullable Path cwd;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "The standard input of both, from its beginning for each process (default: empty).")
    private @Nullable Path input;

    @Option(names = "--ignore-output", description = "Do not ask that both print the same.")
    private boolean ignoreOutput;

    @Option(
            names = "--output-limit",
            paramLabel = "SIZE",
            description = "How much each process may write, such as 512MiB; it is kept until the next one runs"
                    + " (default: 4GiB).")
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
            throw new Usage(
                    "Both commands would be called '" + shown
                            + "', and nobody could tell them apart: give them two names with --baseline-name and --contender-name.");
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
            throw new Usage(option + "= is empty: give a name, such as " + option + "='version 2', or leave it out.");
        }
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST_NAME) {
            throw new Usage(option + " has " + length + " characters: it stands in tables and figures, so give at most "
                    + LONGEST_NAME + ".");
        }
        name.codePoints()
                .filter(c -> InvisibleCharacters.is(c) || Character.isISOControl(c))
                .findFirst()
                .ifPresent(c -> {
                    throw new Usage(option + " holds a character that cannot be seen, " + InvisibleCharacters.shown(c)
                            + ": leave it out.");
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
            throw new Usage("--cwd= names no folder: give one, such as --cwd=build, or leave it out.");
        }
        Path folder = given.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new Usage("--cwd: " + folder + (Files.exists(folder) ? " is not a folder" : " is not there")
                    + ". Give the folder that the commands are to run in.");
        }
        if (!Files.isExecutable(folder)) {
            throw new Usage("--cwd: " + folder + " may not be entered. Mend its permissions.");
        }
        return folder;
    }

    private @Nullable Path input() {
        Path given = input;
        if (given == null) {
            return null;
        }
        if (given.toString().isBlank()) {
            throw new Usage("--input= names no file: give one, such as --input=data.txt, or leave it out.");
        }
        Path file = given.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            String problem = Files.isDirectory(file)
                    ? " is a folder"
                    : Files.exists(file) ? " is no regular file" : " is not there";
            throw new Usage(
                    "--input: " + file + problem
                            + ". Give a file; it is looked for from the current folder, and every process reads it from its beginning.");
        }
        if (!Files.isReadable(file)) {
            throw new Usage("--input: " + file + " may not be read. Mend its permissions.");
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
