package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.meter.MeterRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessCpuTest {
    @TempDir
    private Path folder;

    @Test
    void theThreadsTimesAreAddedUp() throws IOException {
        thread("1", "1000000 5 7\n");
        thread("2", "250 1 1\n");
        Files.createDirectory(folder.resolve("3"));
        assertThat(HarnessCpu.nanos(folder)).isEqualTo(1_000_250);
    }

    @Test
    void whatTheSystemDoesNotTellIsNotKnown() throws IOException {
        assertThat(HarnessCpu.nanos(folder.resolve("none"))).isEqualTo(-1);
        thread("1", "no number\n");
        assertThat(HarnessCpu.nanos(folder)).isEqualTo(-1);
    }

    private void thread(String id, String schedstat) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(id)).resolve("schedstat"), schedstat);
    }

    @Test
    void theMetersTimeIsPartOfTheShareAndWithoutAWallTimeThereIsNone() {
        MeterRecord timed = new MeterRecord(new FiguresBuilder().wall(1e9).build(), SampleBuilder.WELL, 0, 20_000_000L);
        assertThat(HarnessCpu.share(0, timed)).isEqualTo(0.02);
        assertThat(HarnessCpu.share(30_000_000, timed)).isEqualTo(0.05);
        assertThat(HarnessCpu.share(-1, timed)).isNull();
        MeterRecord followed = new MeterRecord(new FiguresBuilder().build(), SampleBuilder.WELL, 0, 20_000_000L);
        assertThat(HarnessCpu.share(0, followed)).isNull();
    }
}
