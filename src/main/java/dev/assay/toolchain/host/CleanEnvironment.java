package dev.assay.toolchain.host;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment in which tools are asked and programs are built: what they need to find themselves, their downloads and the network, and
 * nothing that changes what they make. So {@code RUSTFLAGS}, {@code CFLAGS}, {@code CARGO_PROFILE_*}, {@code PIP_TARGET} or {@code PYTHONHOME} of the user have no effect.
 */
public final class CleanEnvironment {
    private static final Set<String> KEPT = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "TMPDIR",
            "CARGO_HOME",
            "CURL_CA_BUNDLE",
            "REQUESTS_CA_BUNDLE",
            "NETRC",
            "SSH_AUTH_SOCK",
            "GIT_SSH_COMMAND",
            "DBUS_SESSION_BUS_ADDRESS",
            "XDG_CONFIG_HOME",
            "XDG_CONFIG_DIRS",
            "XDG_CACHE_HOME",
            "XDG_RUNTIME_DIR",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            "SDKROOT",
            "DEVELOPER_DIR",
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "PIP_FIND_LINKS",
            "PIP_CONFIG_FILE",
            "PIP_TRUSTED_HOST",
            "PIP_PROXY",
            "PIP_NO_INDEX",
            "PIP_TIMEOUT",
            "PIP_DEFAULT_TIMEOUT",
            "PIP_RETRIES",
            "PIP_CACHE_DIR",
            "PIP_NO_CACHE_DIR",
            "PIP_KEYRING_PROVIDER");

    private CleanEnvironment() {}

    /** Of the given variables those that are kept, and plain messages in UTF-8. */
    public static Map<String, String> build(Map<String, String> environment) {
        Map<String, String> clean = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (kept(name)) {
                clean.put(name, value);
            }
        });
        clean.put("LC_ALL", "C.UTF-8");
        clean.put("CARGO_TERM_COLOR", "never");
        return clean;
    }

    private static boolean kept(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return KEPT.contains(upper)
                || upper.contains("CERT")
                || name.startsWith("RUSTUP_")
                || name.startsWith("PYENV_")
                || name.startsWith("ASDF_")
                || name.startsWith("MISE_")
                || name.startsWith("CARGO_NET_")
                || name.startsWith("CARGO_HTTP_")
                || name.startsWith("CARGO_REGISTR");
    }
}
