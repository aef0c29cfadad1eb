package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.InputSpec;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Service;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Command;
import dev.assay.model.run.Trial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Set<Runtime> ALL = Set.of(Runtime.RUST, Runtime.PYTHON, Runtime.C);

    private static Workload workload(String id, boolean workTime, ThreadUse threads, @Nullable InputSpec input) {
        Map<Profile, Long> sizes = new EnumMap<>(Profile.class);
        Map<Profile, ExpectedOutput> expected = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            sizes.put(
                    profile,
                    switch (profile) {
                        case SMOKE -> 1L;
                        case QUICK -> 20L;
                        case FULL -> 300L;
                    });
            expected.put(profile, new ExpectedOutput(profile + "\n"));
        }
        List<Implementation> programs = new ArrayList<>();
        for (Runtime runtime : List.of(Runtime.RUST, Runtime.PYTHON, Runtime.C)) {
            programs.add(new Implementation(
                    runtime, "std", "program." + runtime, List.of(), List.of(), List.of(), null, null, null, 1));
        }
        return new Workload(id, "T", "t", "a", "t", "n", sizes, expected, workTime, threads, input, programs);
    }

    private static Workload plain(String id) {
        return workload(id, true, ThreadUse.ONE, null);
    }

    private static Planner planner(Profile profile, Set<Runtime> runtimes) {
        return new Planner(
                profile,
                ProgramFilter.of(runtimes),
                List.of(1, 2),
                (workload, implementation, size, arguments) -> command(workload, implementation, arguments));
    }

    private static Command command(Workload workload, Implementation implementation, List<String> arguments) {
        List<String> argv = new ArrayList<>(List.of("/" + workload.id() + "." + implementation.runtime()));
        argv.addAll(arguments);
        return new Command(argv, Map.of(), null, null);
    }

    private static List<String> argv(Trial trial) {
        Command command = trial.command();
        return command == null ? List.of() : command.argv();
    }

    @Test
    void aTrialRunsItsProgramAtTheProfilesSize() {
        List<Trial> trials = planner(Profile.QUICK, ALL).trials(List.of(plain("numeric/a")));
        assertThat(trials)
                .extracting(trial -> trial.id().toString())
                .containsExactly("numeric/a:rust:std@20x1", "numeric/a:python:std@20x1", "numeric/a:c:std@20x1");
        assertThat(trials).allSatisfy(trial -> {
            assertThat(argv(trial)).containsExactly("/numeric/a." + trial.id().runtime(), "20");
            assertThat(trial.expected()).isEqualTo(new ExpectedOutput("quick\n"));
        });
    }

    @Test
    void onlyAWorkloadThatScalesIsToldItsThreads() {
        List<Trial> trials = planner(Profile.FULL, Set.of(Runtime.C))
                .trials(List.of(workload("threading/a", true, ThreadUse.SCALING, null)));
        assertThat(trials)
                .filteredOn(trial -> trial.skipped() == null)
                .extracting(PlannerTest::argv)
                .containsExactly(List.of("/threading/a.c", "300", "1"), List.of("/threading/a.c", "300", "2"));
    }

    @Test
    void aServerIsNotFollowedForItsMemory() {
        Workload plain = plain("numeric/a");
        Workload server = new Workload(
                "web/a",
                plain.description(),
                plain.sizes(),
                plain.expected(),
                true,
                ThreadUse.ONE,
                null,
                plain.implementations(),
                new Service(List.of("GET /"), 1, 0.5, null, 0),
                false);
        List<Trial> trials =
                planner(Profile.QUICK, Set.of(Runtime.C, Runtime.RUST)).trials(List.of(plain, server));
        assertThat(trials)
                .filteredOn(Trial::service)
                .extracting(trial -> trial.id().toString())
                .containsExactly("web/a:rust:std@20x1", "web/a:python:std@20x1", "web/a:c:std@20x1");
        List<List<Trial>> groups =
                List.of(trials.stream().filter(trial -> trial.skipped() == null).toList());
        assertThat(new Plan(1, 4, 1, 3, groups).followed())
                .extracting(trial -> trial.id().workload())
                .containsOnly("numeric/a");
        assertThat(Planner.steady(List.of(server, plain))).containsExactly(plain);
    }

    @Test
    void whatWasNotAskedForIsSkippedWithTheReason() {
        List<Trial> trials = planner(Profile.QUICK, Set.of(Runtime.RUST)).trials(List.of(plain("numeric/a")));
        assertThat(trials).hasSize(3);
        assertThat(trials)
                .filteredOn(trial -> trial.command() == null)
                .extracting(Trial::skipped)
                .containsExactly("the runtime python was not requested", "the runtime c was not requested");
    }

    @Test
    void whatCannotBeStartedHereIsSkipped() {
        Planner.Commands commands = new Planner.Commands() {
            @Override
            public Command commandFor(Workload w, Implementation i, Profile size, List<String> arguments) {
                return command(w, i, arguments);
            }

            @Override
            public @Nullable String skipped(Workload w, Implementation i) {
                return i.runtime() == Runtime.C ? "no compiler: install one" : null;
            }
        };
        Planner planner = new Planner(Profile.QUICK, ProgramFilter.of(ALL), List.of(1), commands);

        assertThat(planner.trials(List.of(plain("numeric/a"))))
                .extracting(Trial::skipped)
                .containsExactly(null, null, "no compiler: install one");
    }

    @Test
    void theCanaryIsOneProgramTwice() {
        List<Trial> canary = Planner.canary(new Command(List.of("/meter/canary"), Map.of("A", "1"), null, null));

        assertThat(canary)
                .extracting(trial -> trial.id().toString())
                .containsExactly("noise/canary:rust:a@300000x1", "noise/canary:rust:b@300000x1");
        assertThat(canary)
                .extracting(Trial::command)
                .containsOnly(new Command(List.of("/meter/canary", "300000"), Map.of("A", "1"), null, null));
        assertThat(canary).allMatch(trial -> trial.workTime() && trial.expected() != null);
    }
}
