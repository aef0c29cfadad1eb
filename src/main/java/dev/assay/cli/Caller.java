package dev.assay.cli;

import dev.assay.app.AssayHome;
import dev.assay.console.Console;
import dev.assay.process.InheritedSettings;
import java.util.Map;

/**
 * What a command has of the outside world.
 *
 * @param given what the process, or a caller within it, was started with
 * @param terminal takes what is said
 */
record Caller(InheritedSettings given, Console terminal) {

    Map<String, String> environment() {
        return given.environment();
    }

    /** Assay's own folder, which also says where results are. */
    AssayHome home() {
        return AssayHome.find(given.folder());
    }
}
