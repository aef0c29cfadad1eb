package dev.assay.toolchain.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** All that a catalog's program sees of the environment. */
public final class MeasuredEnvironment {
    private MeasuredEnvironment() {}

    /**
     * The variables. A shell's {@code PYTHONUNBUFFERED} or {@code RUST_BACKTRACE} would be measured with the program; Python's byte code is
     * kept as a user's would be, but not beside the sources.
     *
     * @param target the folder of what is built
     */
    public static Map<String, String> build(Path target) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", "/nonexistent");
        environment.put("LANG", "C.UTF-8");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PYTHONPYCACHEPREFIX", target.resolve("pycache").toString());
        return environment;
    }
}
