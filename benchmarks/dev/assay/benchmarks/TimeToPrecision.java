package dev.assay.benchmarks;

import dev.assay.stats.Bounds;
import dev.assay.stats.Precision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long it takes until the ratio of two commands is known to 2 % either way: by {@code compare}, from its start to its report, the canary
 * included, and by {@code hyperfine} and {@code pyperf} as they come, asked again and again until Welch's interval of the ratio, from the times
 * that they report, is as narrow. Prints times and their ratios; judges nothing.
 */
public final class TimeToPrecision {
    private static final String PRECISION = "2%";
    private static final int MOST_ROUNDS = 20;
    private static final int BYTES = 1 << 21;

    private TimeToPrecision() {}

    /** Two commands, the slower one first. */
    private record Pair(String name, List<List<String>> commands) {}

    /**
     * What one tool needed.
     *
     * @param seconds from its start to its end
     * @param halfWidth of the ratio's 95 % interval, as a share
     * @param processes how many runs of the two programs the figures rest on
     */
    private record Needed(String name, double seconds, double halfWidth, int processes) {}

    /**
     * Runs the comparisons.
     *
     * @param args the names of pairs; all when there are none
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("assay-precision");
        // behind the shims of version managers, which would be part of every time
        String python = Tool.lines(scratch, List.of("python3", "-c", "import sys; print(sys.executable)"))
                .get(0);
        Pyperf pyperf = new Pyperf(scratch, Pyperf.installed(scratch, python));
        for (Pair pair : pairs(scratch, python)) {
            if (args.length == 0 || List.of(args).contains(pair.name())) {
                Needed ours = assay(scratch, pair);
                print(pair, ours, ours);
                print(pair, until(ours, new Hyperfine(scratch), pair.commands()), ours);
                print(pair, until(ours, pyperf, pair.commands()), ours);
            }
        }
    }

    private static List<Pair> pairs(Path scratch, String python) throws IOException, InterruptedException {
        Path text = scratch.resolve("text");
        Files.write(text, words());
        Path nbody = rust(scratch, "numeric/nbody");
        return List.of(
                program(scratch, python, "numeric/nbody", "15000"),
                program(scratch, python, "numeric/fib", "25"),
                program(scratch, python, "numeric/sort", "60000"),
                new Pair(
                        "word-count",
                        List.of(
                                reading(
                                        text,
                                        python,
                                        source("text/word-count", ".py").toString(),
                                        "350000"),
                                reading(text, rust(scratch, "text/word-count").toString(), "350000"))),
                new Pair(
                        "gzip",
                        List.of(
                                List.of("gzip", "-6", "-c", text.toString()),
                                List.of("gzip", "-1", "-c", text.toString()))),
                new Pair(
                        "three-percent-apart",
                        List.of(List.of(nbody.toString(), "309000"), List.of(nbody.toString(), "300000"))));
    }

    private static Pair program(Path scratch, String python, String workload, String size)
            throws IOException, InterruptedException {
        return new Pair(
                Path.of(workload).getFileName().toString(),
                List.of(
                        List.of(python, source(workload, ".py").toString(), size),
                        List.of(rust(scratch, workload).toString(), size)));
    }

    /** No tool but Assay gives every process its input, so all three start a shell that does. */
    private static List<String> reading(Path file, String... command) {
        return List.of("sh", "-c", "exec " + String.join(" ", command) + " < " + file);
    }

    private static Path source(String workload, String ending) {
        Path folder = Path.of("workloads", workload).toAbsolutePath();
        return folder.resolve(folder.getFileName() + ending);
    }

    private static Path rust(Path scratch, String workload) throws IOException, InterruptedException {
        Path source = source(workload, ".rs");
        Path program = scratch.resolve(source.getFileName().toString().replace(".rs", ""));
        Tool.lines(
                scratch,
                List.of(
                        "rustc",
                        "--edition",
                        "2024",
                        "-C",
                        "opt-level=3",
                        "-o",
                        program.toString(),
                        source.toString()));
        return program;
    }

    private static byte[] words() {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder();
        while (text.length() < BYTES) {
            text.append(Integer.toString(random.nextInt(1 << 14), 26)).append(random.nextInt(8) == 0 ? '\n' : ' ');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Needed assay(Path scratch, Pair pair) throws IOException, InterruptedException {
        Path results = Files.createTempDirectory(scratch, "results");
        List<String> argv = new ArrayList<>(List.of("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
        argv.add(Built.jar().toString());
        argv.addAll(
                List.of("compare", "--quiet", "--ignore-output", "--precision=" + PRECISION, "--results=" + results));
        argv.add("--baseline=" + Tool.quoted(pair.commands().get(0)));
        argv.add("--contender=" + Tool.quoted(pair.commands().get(1)));
        long begin = System.nanoTime();
        Tool.lines(scratch, argv);
        double seconds = (System.nanoTime() - begin) / 1e9;
        JsonNode run = JsonMapper.builder()
                .build()
                .readTree(Files.readString(results.resolve("latest").resolve("run.json")));
        for (JsonNode comparison : run.path("comparisons")) {
            if (comparison.path("metric").asString().equals("wall")) {
                JsonNode at95 = comparison.path("intervals").path("95");
                Bounds logs = new Bounds(
                        Math.log(at95.path(0).asDouble()), Math.log(at95.path(1).asDouble()));
                return new Needed("Assay", seconds, Precision.halfWidth(logs), processes(run));
            }
        }
        throw new IllegalStateException("there is no ratio of wall times in " + results);
    }

    private static int processes(JsonNode run) {
        int processes = 0;
        for (JsonNode trial : run.path("trials")) {
            for (JsonNode sample : trial.path("samples")) {
                processes += sample.path("mode").asString().equals("timing")
                                && !sample.path("warmup").asBoolean()
                        ? 1
                        : 0;
            }
        }
        return processes;
    }

    private static Needed until(Needed ours, OtherTool tool, List<List<String>> commands)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>());
        double halfWidth = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && halfWidth > ours.halfWidth(); round++) {
            tool.time(commands, times);
            halfWidth = OtherTool.halfWidth(array(times.get(0)), array(times.get(1)));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Needed(
                tool.name(),
                seconds,
                halfWidth,
                times.get(0).size() + times.get(1).size());
    }

    private static void print(Pair pair, Needed needed, Needed ours) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %-10s %7.1f s, Assay takes %.2f times that; half-width %.2f %%%s, from %d times%n",
                pair.name(),
                needed.name(),
                needed.seconds(),
                ours.seconds() / needed.seconds(),
                100 * needed.halfWidth(),
                needed.halfWidth() > ours.halfWidth() ? " (given up)" : "",
                needed.processes());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
