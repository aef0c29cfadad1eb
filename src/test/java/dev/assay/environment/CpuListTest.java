package dev.assay.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuListTest {
    @TempDir
    private Path root;

    @Test
    void readsNumbersAndRangesInTheirOrder() {
        assertThat(CpuList.parse("0,2-4")).contains(List.of(0, 2, 3, 4));
        assertThat(CpuList.parse(" 7 , 1-2 ")).contains(List.of(7, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1,", "3-1", "-1", "1-", "0..2", "123456"})
    void whatIsNotAListIsNone(String text) {
        assertThat(CpuList.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "0,1|0,1", "0,1,2,5|0-2,5", "3,1,2|3,1,2"})
    void showsRunsAsRanges(String numbers, String shown) {
        assertThat(CpuList.parse(numbers).map(CpuList::show)).contains(shown);
    }

    @Test
    void theSystemSaysWhichAreAllowed() {
        new FakeMachine(root).file("/proc/self/status", "Cpus_allowed_list:\t1,3-4\n");

        assertThat(CpuList.allowed(new SystemFiles(root))).containsExactly(1, 3, 4);
    }

    @Test
    void whereItDoesNotJavaCounts() {
        assertThat(CpuList.allowed(new SystemFiles(root)))
                .startsWith(0)
                .hasSize(Runtime.getRuntime().availableProcessors());
    }
}
