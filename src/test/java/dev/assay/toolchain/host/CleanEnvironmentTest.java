package dev.assay.toolchain.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools see of the user's variables. */
class CleanEnvironmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "HOME",
                "TMPDIR",
                "CARGO_HOME",
                "RUSTUP_HOME",
                "RUSTUP_TOOLCHAIN",
                "HTTP_PROXY",
                "HTTPS_PROXY",
                "https_proxy",
                "no_proxy",
                "ALL_PROXY",
                "SSL_CERT_FILE",
                "SSL_CERT_DIR",
                "REQUESTS_CA_BUNDLE",
                "CURL_CA_BUNDLE",
                "PIP_INDEX_URL",
                "PIP_EXTRA_INDEX_URL",
                "PIP_FIND_LINKS",
                "PIP_CERT",
                "PIP_CLIENT_CERT",
                "PIP_TRUSTED_HOST",
                "PIP_PROXY",
                "PIP_KEYRING_PROVIDER",
                "PIP_DEFAULT_TIMEOUT",
                "PIP_RETRIES",
                "PIP_CACHE_DIR",
                "PIP_CONFIG_FILE",
                "NETRC",
                "XDG_CONFIG_HOME",
                "CARGO_HTTP_PROXY",
                "CARGO_HTTP_CAINFO",
                "CARGO_NET_GIT_FETCH_WITH_CLI",
                "CARGO_REGISTRY_TOKEN",
                "CARGO_REGISTRIES_MINE_INDEX",
                "SSH_AUTH_SOCK"
            })
    void whatLeadsToTheNetworkAndToTheToolsIsKept(String name) {
        assertThat(CleanEnvironment.build(Map.of(name, "its value"))).containsEntry(name, "its value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CC",
                "CXX",
                "CFLAGS",
                "CPPFLAGS",
                "CXXFLAGS",
                "LDFLAGS",
                "CPATH",
                "C_INCLUDE_PATH",
                "LIBRARY_PATH",
                "COMPILER_PATH",
                "GCC_EXEC_PREFIX",
                "LD_PRELOAD",
                "LD_AUDIT",
                "LD_LIBRARY_PATH",
                "LD_RUN_PATH",
                "LD_BIND_NOW",
                "SOURCE_DATE_EPOCH",
                "GLIBC_TUNABLES",
                "MALLOC_ARENA_MAX",
                "DEPENDENCIES_OUTPUT",
                "SUNPRO_DEPENDENCIES",
                "CCC_OVERRIDE_OPTIONS",
                "CCACHE_PREFIX",
                "PYTHONPATH",
                "PYTHONHOME",
                "PYTHONSTARTUP",
                "PYTHONOPTIMIZE",
                "PYTHONUSERBASE",
                "PYTHONWARNINGS",
                "PYTHONINSPECT",
                "PYTHONBREAKPOINT",
                "PIP_TARGET",
                "PIP_USER",
                "PIP_PREFIX",
                "PIP_ROOT",
                "PIP_NO_BINARY",
                "PIP_ONLY_BINARY",
                "PIP_PLATFORM",
                "PIP_REQUIRE_VIRTUALENV",
                "PIP_CONSTRAINT",
                "VIRTUAL_ENV",
                "RUSTC",
                "RUSTC_WRAPPER",
                "RUSTC_WORKSPACE_WRAPPER",
                "RUSTFLAGS",
                "RUSTC_BOOTSTRAP",
                "RUSTC_LOG",
                "CARGO_ENCODED_RUSTFLAGS",
                "CARGO_BUILD_TARGET",
                "CARGO_BUILD_RUSTFLAGS",
                "CARGO_TARGET_DIR",
                "CARGO_INCREMENTAL",
                "CARGO_PROFILE_RELEASE_OPT_LEVEL",
                "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER",
                "CARGO_UNSTABLE_BUILD_STD"
            })
    void whatChangesWhatIsMadeIsDropped(String name) {
        assertThat(CleanEnvironment.build(Map.of(name, "its value"))).doesNotContainKey(name);
    }
}
