package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Rule;
import dev.assay.model.catalog.Workload;
import dev.assay.toolchain.host.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variants whose claims are lost because another program is missing. */
class PointlessVariantsIT {
    private static final ProgramFilter ALL = ProgramFilter.of(Set.copyOf(Runtime.measured()));
    private static final ToolChoice OFFLINE = new ToolChoice(null, null, null, true);

    @TempDir
    Path folder;

    private DemoProject project = new DemoProject(Path.of(""));

    @BeforeEach
    void makeProject() throws IOException {
        project = DemoProject.in(folder);
    }

    private static Implementation needing(Runtime runtime, String variant, String source, String need) {
        return new Implementation(runtime, variant, source, List.of(), List.of(need), List.of(), null, null, null, 1);
    }

    /** One claim holds a package of Python against a crate: without the one, the other would be built for nothing. */
    @Test
    void nothingIsBuiltForAClaimThatCanNoLongerBeDecided() throws IOException {
        project.write("workloads/requirements.txt", "voice==1.0 --hash=sha256:" + "0".repeat(64) + "\n");
        Implementation voice = needing(Runtime.PYTHON, "voice", "hello.py", "voice");
        Implementation crate = needing(Runtime.RUST, "crate", "hello.rs", "heavy");
        Workload hello = DemoProject.workload(crate, voice);
        Condition.Quantity quantity = new Condition.Quantity(
                Metric.WORK,
                List.of("demo/hello"),
                List.of(ComparisonSide.parse("python:voice"), ComparisonSide.parse("rust:crate")),
                Condition.Estimator.RATIO);
        Rule rule = new Rule(
                "",
                new Condition.Measure(quantity, 95, Condition.Bound.LOW, Condition.Op.ABOVE, 1, null, false),
                List.of(),
                List.of(),
                null,
                null);
        List<Claim> claims = List.of(new Claim("speed.voice", "", "", ClaimVerdict.SUPPORTED, rule, null));
        ProgramFilter forClaims = new ProgramFilter(ALL.runtimes(), Map.of(), true);

        Programs programs = project.build(hello, claims, forClaims, OFFLINE);
        assertThat(programs.skipped(hello, voice)).startsWith("its packages are not installed yet");
        assertThat(programs.skipped(hello, crate))
                .isEqualTo("its claims cannot be decided here, because other programs are skipped");
        assertThat(project.steps()).noneMatch(step -> step.contains("in Rust"));

        Programs asked = project.build(hello, claims, ALL, OFFLINE);
        assertThat(asked.skipped(hello, crate))
                .as("it was asked for by name")
                .contains("Building demo/hello in Rust, crate failed");
    }
}
