package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hyperfine} without a shell. */
record HyperfineLauncher(Path scratch, String program) implements Launcher {
    @Override
    public String name() {
        return "hyperfine -N";
    }

    @Override
    public double[] walls(int runs) throws IOException, InterruptedException {
        Path export = scratch.resolve("hyperfine.json");
        List<String> options = List.of(
                "-N", "--warmup", Integer.toString(WARM_UPS), "--style", "none", "--runs", Integer.toString(runs));
        List<String> argv = new ArrayList<>(List.of("hyperfine"));
        argv.addAll(options);
        argv.addAll(List.of("--export-json", export.toString(), program));
        Tool.lines(scratch, argv);
        JsonNode times = JsonMapper.builder()
                .build()
                .readTree(Files.readString(export))
                .path("results")
                .path(0)
                .path("times");
        double[] nanoseconds = new double[times.size()];
        Arrays.setAll(nanoseconds, i -> times.path(i).asDouble() * 1e9);
        return nanoseconds;
    }
}
