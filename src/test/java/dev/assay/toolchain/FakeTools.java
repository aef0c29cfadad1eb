package dev.assay.toolchain;

import dev.assay.process.CommandRunner;
import dev.assay.toolchain.host.SearchPath;
import dev.assay.toolchain.host.ToolHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/** A folder of shell scripts that act as compilers and interpreters, alone on the PATH. */
public final class FakeTools {
    private final Path root;
    private final Path bin;
    private final Map<String, String> environment = new HashMap<>();

    public FakeTools(Path root) throws IOException {
        this.root = root;
        this.bin = Files.createDirectories(root.resolve("falsche Wörkzeuge"));
        environment.put("PATH", bin.toString());
    }

    /** Puts a script of that name on the PATH. */
    public FakeTools tool(String name, String script) throws IOException {
        script(bin.resolve(name), script);
        return this;
    }

    /** Puts the real program of that name on the PATH. */
    FakeTools real(String name) throws IOException {
        return tool(name, "exec '" + installed(name) + "' \"$@\"");
    }

    public FakeTools variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Path bin() {
        return bin;
    }

    Map<String, String> environment() {
        return environment;
    }

    public ToolHost host() {
        return new ToolHost(new CommandRunner(), environment, root);
    }

    public static Path script(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The real program of that name on this machine's PATH; the test fails without it. */
    public static Path installed(String name) {
        return SearchPath.parse(System.getenv("PATH"))
                .find(name)
                .orElseThrow(() -> new AssertionError(name + " must be installed for this test"));
    }
}
