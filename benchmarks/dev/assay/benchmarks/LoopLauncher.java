package dev.assay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The loop in C: the limit of what any launcher can reach. */
record LoopLauncher(Path scratch, Path loop, String way, String program) implements Launcher {
    @Override
    public String name() {
        return way + ", execve, wait4 in C";
    }

    @Override
    public double[] walls(int runs) throws IOException, InterruptedException {
        List<String> argv = List.of(loop.toString(), way, Integer.toString(WARM_UPS + runs), program);
        return Tool.lines(scratch, argv).stream()
                .skip(WARM_UPS)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
