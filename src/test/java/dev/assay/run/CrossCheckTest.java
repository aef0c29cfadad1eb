package dev.assay.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.meter.Meter;
import dev.assay.model.run.Command;
import dev.assay.model.run.Exit;
import dev.assay.run.CrossCheck.Group;
import dev.assay.run.CrossCheck.Program;
import dev.assay.run.FakeMeter.Deed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossCheckTest {
    @TempDir
    private Path folder;

    private List<Group> groups(Map<String, Deed> deeds, String... labels) throws Meter.Lost {
        FakeMeter meter = new FakeMeter(request -> deeds.get(request.argv().get(0)));
        try (CrossCheck check =
                new CrossCheck(meter, folder.resolve("scratch"), RunConfig.limits(Duration.ofMinutes(1)))) {
            List<Group> groups = check.groups(
                    List.of(labels).stream().map(label -> program(label, true)).toList(), 7);
            assertThat(meter.requests)
                    .allSatisfy(request -> assertThat(request.environment()).containsEntry("PYTHONHASHSEED", "7"));
            return groups;
        }
    }

    private static Program program(String label, boolean timed) {
        return new Program(label, new Command(List.of(label), Map.of("LANG", "C.UTF-8"), null, null), timed ? 1 : 0);
    }

    @Test
    void thoseThatPrintTheSameAreOneGroup() throws Meter.Lost {
        assertThat(groups(Map.of("a", Deed.good(), "b", Deed.good()), "a", "b"))
                .containsExactly(new Group(List.of("a", "b"), true, "printed '42'"));
    }

    @Test
    void aByteMakesAnotherGroup() throws Meter.Lost {
        assertThat(groups(
                        Map.of("a", Deed.good(), "b", Deed.printing("43\n7\n"), "c", Deed.printing("42")),
                        "a",
                        "b",
                        "c"))
                .containsExactly(
                        new Group(List.of("a"), true, "printed '42'"),
                        new Group(List.of("b"), true, "printed '43' and 1 more line"),
                        new Group(
                                List.of("c"),
                                true,
                                "printed '42'; first difference: the lines are the same, their ends are not: byte 3 is missing and should be 0x0A"));
    }

    @Test
    void refusingInOtherWordsIsTheSame() throws Meter.Lost {
        assertThat(groups(Map.of("a", Deed.saying("usage: a", 2), "b", Deed.saying("usage: b <n>", 2)), "a", "b"))
                .containsExactly(new Group(List.of("a", "b"), false, "exited with code 2 and printed '42'"));
    }

    @Test
    void anotherEndIsNot() throws Meter.Lost {
        Deed crash = Deed.ending(new Exit(Exit.Reason.SIGNALED, null, 11, null, null));
        assertThat(groups(Map.of("a", Deed.good(), "b", crash), "a", "b"))
                .extracting(Group::ok)
                .containsExactly(true, false);
    }

    @Test
    void aWorkTimeThatIsMissingIsTold() throws Meter.Lost {
        assertThat(groups(Map.of("a", Deed.good(), "b", Deed.saying("", 0)), "a", "b"))
                .containsExactly(
                        new Group(List.of("a"), true, "printed '42'"),
                        new Group(List.of("b"), false, "printed '42'; did not report one work time"));
    }
}
