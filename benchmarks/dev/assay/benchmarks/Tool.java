package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a program that a benchmark needs, and gives what it wrote. */
final class Tool {
    private Tool() {}

    /**
     * Runs a program to its end.
     *
     * @throws IllegalStateException with what it wrote, if it fails
     */
    static List<String> lines(Path scratch, List<String> argv) throws IOException, InterruptedException {
        Path output = scratch.resolve("tool.out");
        int code = new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(argv + " failed with " + code + ": " + Files.readString(output));
        }
        return Files.readAllLines(output);
    }

    /** A command as a tool takes it that splits words as a shell does. */
    static String quoted(List<String> argv) {
        return argv.stream()
                .map(word -> word.contains(" ") ? "'" + word + "'" : word)
                .collect(Collectors.joining(" "));
    }

    /** Compiles a C program. */
    static Path compiled(Path scratch, Path source, String... flags) throws IOException, InterruptedException {
        Path program = scratch.resolve(source.getFileName().toString().replace(".c", ""));
        List<String> argv = new ArrayList<>(List.of("cc", "-std=c11", "-Wall", "-Wextra", "-O2"));
        argv.addAll(List.of(flags));
        argv.addAll(List.of("-o", program.toString(), source.toString()));
        lines(scratch, argv);
        return program;
    }
}
