package dev.assay.app;

import dev.assay.app.request.RunRequest;
import dev.assay.console.Console;
import dev.assay.console.Console.ColorMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that starts a run by itself: the folder of Assay, the folder for runs, and options as {@code name=value}. */
final class JavaCaller {
    private JavaCaller() {}

    public static void main(String[] args) {
        Map<String, String> options = Arrays.stream(args)
                .skip(2)
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
        Map<String, String> environment = System.getenv();
        AssayHome home = new AssayHome(Path.of(args[0]), Path.of(args[1]));
        MeasuredRun run = new RunWorkflow(Console.system(ColorMode.NEVER, true, environment), home, environment)
                .run(RunRequest.parse(options))
                .orElseThrow();
        System.out.println("failed: " + run.result().failed() + ", trials: "
                + run.result().trials().size());
    }
}
