package dev.assay.run;

import java.util.Map;

/**
 * What the user's commands find, as programs that are started from the user's shell do; others find a clean world.
 *
 * @param environment what they see beside the variables of their record; it may hold passwords, so it is handed on to them and written nowhere
 * @param openFiles the soft limit of open files
 */
public record UserEnvironment(Map<String, String> environment, long openFiles) {
    /** The variable by which Python's hashes, and with them the order of its sets, are fixed. */
    static final String HASH_SEED = "PYTHONHASHSEED";

    private static final long USUAL_OPEN_FILES = 1024;

    public UserEnvironment {
        environment = Map.copyOf(environment);
    }

    /** With the usual limit. */
    public static UserEnvironment of(Map<String, String> environment) {
        return new UserEnvironment(environment, USUAL_OPEN_FILES);
    }

    /** Without the values of the environment. */
    @Override
    public String toString() {
        return "UserEnvironment[" + environment.size() + " variables, " + openFiles + " open files]";
    }
}
