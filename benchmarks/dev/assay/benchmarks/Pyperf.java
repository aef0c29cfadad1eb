package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code pyperf command}, with the number of runs that it chooses.
 *
 * @param python the interpreter of an environment that has it
 */
record Pyperf(Path scratch, String python) implements OtherTool {
    private static final Path ENVIRONMENT = Path.of("target", "pyperf").toAbsolutePath();

    /** The interpreter of an environment below {@code target}, which is made where there is none. */
    static String installed(Path scratch, String python) throws IOException, InterruptedException {
        Path interpreter = ENVIRONMENT.resolve("bin/python");
        if (!Files.isExecutable(interpreter)) {
            Tool.lines(scratch, List.of(python, "-m", "venv", ENVIRONMENT.toString()));
        }
        Tool.lines(scratch, List.of(interpreter.toString(), "-m", "pip", "install", "--quiet", "pyperf==2.11.0"));
        return interpreter.toString();
    }

    @Override
    public String name() {
        return "pyperf";
    }

    @Override
    public void time(List<List<String>> commands, List<List<Double>> times) throws IOException, InterruptedException {
        for (int i = 0; i < times.size(); i++) {
            Path output = scratch.resolve("pyperf.json");
            Files.deleteIfExists(output);
            List<String> argv = new ArrayList<>(List.of(python, "-m", "pyperf", "command", "--quiet", "-o"));
            argv.add(output.toString());
            argv.add("--");
            argv.addAll(commands.get(i));
            Tool.lines(scratch, argv);
            JsonNode runs = JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(output))
                    .path("benchmarks")
                    .path(0)
                    .path("runs");
            for (JsonNode run : runs) {
                for (JsonNode value : run.path("values")) {
                    times.get(i).add(value.asDouble());
                }
            }
        }
    }
}
