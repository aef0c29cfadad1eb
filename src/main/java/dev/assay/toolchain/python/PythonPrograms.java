package dev.assay.toolchain.python;

import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How Python programs start. */
public final class PythonPrograms {
    private PythonPrograms() {}

    /**
     * A program, ready to start.
     *
     * @param places where the script that repeats programs goes
     * @param interpreter what interprets it
     * @param command what had to be made for it; an empty text for nothing
     * @param library the native library that it loads
     * @param environment the variables that it must see
     */
    public static Programs.Built start(
            BuildPaths places,
            Catalog catalog,
            RequestedPrograms.Program program,
            Path interpreter,
            String command,
            Optional<Path> library,
            Map<String, String> environment) {
        Implementation implementation = program.implementation();
        Path script = catalog.folder(program.workload()).resolve(implementation.source());
        List<String> argv = new ArrayList<>(List.of(interpreter.toString()));
        argv.addAll(implementation.options());
        if (implementation.repeats()) {
            argv.add(RepeatScript.provide(places).toString());
            argv.add(Integer.toString(implementation.repeat()));
        }
        argv.add(script.toAbsolutePath().toString());
        return new Programs.Built(argv, library, command, environment, List.of());
    }
}
