package dev.assay.toolchain.host;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Finds out whether programs can be started where they are built, before a compiler fails at it in words of its own. */
public final class StartCheck {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private StartCheck() {}

    /**
     * Starts a script of one line in a folder.
     *
     * @throws ToolchainFailure if that is not possible: the file system may be mounted noexec
     */
    public static void in(Path folder, CommandRunner runner) {
        Compilation.createFolder(folder);
        Path script = folder.resolve("can-start-" + ProcessHandle.current().pid());
        try {
            Files.writeString(script, "#!/bin/sh\nexit 0\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            CommandResult finished = runner.run(new Invocation(List.of(script.toString()), Map.of(), folder, LIMIT));
            if (!finished.ok()) {
                throw new ToolchainFailure("Programs cannot be started in " + folder
                        + ", where they are built: a test program " + finished.describe()
                        + ". Is the file system mounted noexec? Remount it with exec, or move Assay elsewhere.");
            }
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot write " + script, e, AssayException.Storage.REMEDY);
        } finally {
            delete(script);
        }
    }

    private static void delete(Path script) {
        try {
            Files.deleteIfExists(script);
        } catch (IOException e) {
            // a small file in the folder of what is built harms nobody
        }
    }
}
