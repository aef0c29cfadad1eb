package dev.assay.toolchain.c;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Warning;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolchainErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the compiler of C or C++: what {@code CC} or {@code CXX} names, else the first of some names. */
public final class CFinder {
    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+(?:\\.\\d+)*");
    private static final Pattern MAJOR = Pattern.compile("\\d{1,4}");
    private static final Pattern CLANG = Pattern.compile("clang version (\\d+(?:\\.\\d+)*)");

    private final Dialect dialect;
    private final ToolHost host;

    public CFinder(Dialect dialect, ToolHost host) {
        this.dialect = dialect;
        this.host = host;
    }

    /**
     * The compiler.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if there is none or it does not work
     */
    public CCompiler find() {
        String chosen = host.variable(dialect.variable());
        if (chosen != null) {
            return chosen(ShellWords.split(chosen));
        }
        for (String name : dialect.names()) {
            Optional<Path> found = program(name);
            if (found.isPresent()) {
                return describe(List.of(found.get().toString()), List.of(name));
            }
        }
        throw dialect.runtime().optional()
                ? missing("A " + dialect.runtime().title() + " compiler", dialect.names(), dialect.packages())
                : ToolchainErrors.missing(dialect.tool(), dialect.alternatives(), host.searchPath());
    }

    /**
     * Clang: that of rustc's LLVM if it is there, also inside of Zig, so that the two differ in the language alone, else any.
     *
     * @param rustLlvm the version of rustc's LLVM, or an empty text
     * @throws ToolchainFailure if there is none or it does not work; in one line, for a run goes on without it
     */
    public CCompiler clang(String rustLlvm) {
        String clang = dialect.clang();
        String major = rustLlvm.replaceFirst("\\..*", "");
        List<String> names = major.isEmpty() ? List.of(clang) : List.of(clang + "-" + major, clang);
        CCompiler found = named(names.get(0))
                .or(() -> zigClang().filter(zig -> isOfMajor(major, zig)))
                .or(() -> named(clang))
                .or(this::zigClang)
                .orElseThrow(() -> missing(clang, names, List.of("clang")));
        Map<String, String> details = new LinkedHashMap<>(found.toolchain().details());
        details.put("LLVM of rustc", major.isEmpty() ? "unknown" : rustLlvm);
        List<Warning> warnings = new ArrayList<>(found.toolchain().warnings());
        olderThan(major, found.toolchain()).ifPresent(warnings::add);
        return new CCompiler(
                new Toolchain(
                        dialect.runtime(),
                        found.toolchain().path(),
                        found.toolchain().version(),
                        details,
                        warnings),
                found.command(),
                found.shown());
    }

    private Optional<CCompiler> named(String name) {
        return program(name).map(program -> describe(List.of(program.toString()), List.of(name)));
    }

    /** What a run can do without: a Zig that does not work is none. */
    private Optional<CCompiler> zigClang() {
        try {
            String target = find().toolchain().details().getOrDefault("target", "");
            return ZigClang.command(dialect, host, target).map(command -> describe(command, shownZig(command)));
        } catch (ToolchainFailure e) {
            return Optional.empty();
        }
    }

    private static List<String> shownZig(List<String> command) {
        List<String> shown = new ArrayList<>(command);
        shown.set(0, "zig");
        return shown;
    }

    private static boolean isOfMajor(String major, CCompiler compiler) {
        return compiler.toolchain().version().startsWith(major + ".");
    }

    /** Compilers get better over the years, and readers would take that for a difference between the languages. */
    private static Optional<Warning> olderThan(String rustMajor, Toolchain clang) {
        Matcher own = MAJOR.matcher(clang.version());
        if (!own.lookingAt() || !MAJOR.matcher(rustMajor).matches()) {
            return Optional.empty();
        }
        int behind = Integer.parseInt(rustMajor) - Integer.parseInt(own.group());
        return behind <= 0
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "older-clang",
                                clang.path() + " is " + behind + (behind == 1 ? " major version" : " major versions")
                                        + " older than the LLVM "
                                        + rustMajor
                                        + " of rustc, so a part of Rust's lead over it may come from the newer compiler (clang 14"
                                        + " instead of 22 cost C about 5 % over 22 programs)",
                                "to compare languages alone, install clang-" + rustMajor
                                        + ", from the distribution or https://apt.llvm.org, or a Zig with that clang: pip install ziglang"));
    }

    /** What a run can do without, in one line. */
    private static ToolchainFailure missing(String what, List<String> names, List<String> packages) {
        return new ToolchainFailure(
                what + " was not found: no " + String.join(" or ", names) + " on the PATH; "
                        + ToolchainErrors.install(packages),
                packages);
    }

    /**
     * Every compiler that could be taken, first the one that {@link #find} takes.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure as find does
     */
    public List<Toolchain> all() {
        List<Toolchain> all = new ArrayList<>(List.of(find().toolchain()));
        for (String name : dialect.names()) {
            program(name).flatMap(this::working).stream()
                    .filter(other ->
                            all.stream().noneMatch(known -> known.path().equals(other.path())))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    private Optional<Toolchain> working(Path compiler) {
        try {
            String path = compiler.toString();
            return Optional.of(describe(List.of(path), List.of(path)).toolchain());
        } catch (ToolchainFailure e) {
            return Optional.empty();
        }
    }

    /** The first program of that name that is not a cache and the like, or else the first. */
    private Optional<Path> program(String name) {
        return host.searchPath().findAll(name).stream()
                .filter(path -> !CWrappers.isHelper(path))
                .findFirst()
                .or(() -> host.searchPath().find(name));
    }

    private CCompiler chosen(List<String> said) {
        List<String> words = CWrappers.without(said);
        Path program = host.searchPath()
                .find(words.get(0))
                .orElseThrow(() ->
                        ToolchainErrors.missing(dialect.tool(), words.get(0), dialect.variable(), host.searchPath()));
        List<String> command = new ArrayList<>(words);
        command.set(0, program.toString());
        return describe(command, words);
    }

    private CCompiler describe(List<String> command, List<String> shown) {
        String answer = ask(command, "--version");
        String line = answer.lines().findFirst().orElse("");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("compiler", line);
        details.put("target", ask(command, "-dumpmachine").strip());
        details.put("called as", ShellWords.join(command));
        details.put("flags", ShellWords.join(dialect.flags()));
        Path program = Path.of(command.get(0));
        List<Warning> warnings = new ArrayList<>();
        CWrappers.warning(program, dialect).ifPresent(warnings::add);
        FlagsFile.in(answer + "\n" + atLength(command)).ifPresent(flags -> {
            details.put("flags from", flags.text());
            warnings.add(flags.warning(program));
        });
        return new CCompiler(
                new Toolchain(
                        dialect.runtime(),
                        ToolHost.real(program).toString(),
                        version(line),
                        Collections.unmodifiableMap(details),
                        warnings),
                command,
                shown);
    }

    /** Clang says its version behind the word, gcc says it last. */
    static String version(String line) {
        Matcher clang = CLANG.matcher(line);
        if (clang.find()) {
            return clang.group(1);
        }
        return NUMBER.matcher(line)
                .results()
                .reduce((first, second) -> second)
                .map(found -> found.group())
                .orElse("unknown");
    }

    /** What it says of itself on the standard error, with the files that it reads at every start. */
    private String atLength(List<String> command) {
        List<String> argv = new ArrayList<>(command);
        argv.add("-v");
        return host.ask(argv).stderr();
    }

    private String ask(List<String> command, String question) {
        List<String> argv = new ArrayList<>(command);
        argv.add(question);
        CommandResult finished = host.ask(argv);
        if (!finished.ok()) {
            throw ToolchainErrors.failing(dialect.tool(), argv, finished);
        }
        return finished.stdout();
    }
}
