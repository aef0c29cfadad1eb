package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.meter.MeterRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** A third of a row has a third of what was used in it. */
    @Test
    void eachProcessOfARowHasItsPart() {
        MeterRecord one = new MeterRecord(new FiguresBuilder().wall(1e6).build(), SampleBuilder.WELL, 0, 0L);
        MeterRecord other = new MeterRecord(new FiguresBuilder().wall(2e6).build(), SampleBuilder.WELL, 0, 0L);
        MeterRecord failed = new MeterRecord(new FiguresBuilder().build(), SampleBuilder.WELL, 0, 0L);
        long row = HarnessCpu.wallNs(List.of(one, other, failed));
        assertThat(row).isEqualTo(3_000_000);
        assertThat(HarnessCpu.share(300_000, row, one)).isEqualTo(0.1);
        assertThat(HarnessCpu.share(300_000, row, other)).isEqualTo(0.1);
    }

    @Test
    void theMetersTimeIsPartOfTheShareAndWithoutAWallTimeThereIsNone() {
        MeterRecord timed = new MeterRecord(new FiguresBuilder().wall(1e9).build(), SampleBuilder.WELL, 0, 20_000_000L);
        assertThat(HarnessCpu.share(0, 1_000_000_000, timed)).isEqualTo(0.02);
        assertThat(HarnessCpu.share(30_000_000, 1_000_000_000, timed)).isEqualTo(0.05);
        assertThat(HarnessCpu.share(-1, 1_000_000_000, timed)).isNull();
        MeterRecord followed = new MeterRecord(new FiguresBuilder().build(), SampleBuilder.WELL, 0, 20_000_000L);
        assertThat(HarnessCpu.share(0, 0, followed)).isNull();
    }
}
