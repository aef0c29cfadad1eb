package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hyperfine} without a shell, with the number of runs that it chooses. */
record Hyperfine(Path scratch) implements OtherTool {
    @Override
    public String name() {
        return "hyperfine";
    }

    @Override
    public void time(List<List<String>> commands, List<List<Double>> times) throws IOException, InterruptedException {
        Path export = scratch.resolve("hyperfine.json");
        List<String> argv = new ArrayList<>(List.of("hyperfine", "-N", "--style", "none", "--export-json"));
        argv.add(export.toString());
        commands.forEach(command -> argv.add(Tool.quoted(command)));
        Tool.lines(scratch, argv);
        JsonNode results =
                JsonMapper.builder().build().readTree(Files.readString(export)).path("results");
        for (int i = 0; i < times.size(); i++) {
            for (JsonNode time : results.path(i).path("times")) {
                times.get(i).add(time.asDouble());
            }
        }
    }
}
