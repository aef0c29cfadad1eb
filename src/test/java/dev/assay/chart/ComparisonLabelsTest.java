package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Runtime;
import dev.assay.model.run.Toolchain;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonLabelsTest {
    @ParameterizedTest
    @CsvSource({
        "c, /usr/bin/x86_64-linux-gnu-gcc-12, C (gcc)",
        "c, /usr/lib/llvm-14/bin/clang, C (clang)",
        "c, /opt/bin/icx, C",
        "cpp, /usr/bin/x86_64-linux-gnu-g++-12, C++ (gcc)",
        "cpp, /usr/bin/clang++, C++ (clang)",
        "cpp, /opt/g++/bin/icpx, C++",
        "pypy, /usr/bin/pypy3, PyPy",
    })
    void aCompilerIsNamedWithItsLanguage(String runtime, String path, String name) {
        assertThat(ComparisonLabels.name(new Toolchain(Runtime.of(runtime), path, "1.0", Map.of(), List.of())))
                .isEqualTo(name);
    }
}
