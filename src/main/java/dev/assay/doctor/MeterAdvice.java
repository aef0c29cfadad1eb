package dev.assay.doctor;

import dev.assay.meter.Capabilities;
import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.model.run.MachineFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is lost when the meter may not do something here, and how to let it. Hints: what it cannot measure it says so, and never guesses. */
final class MeterAdvice {
    private final Capabilities abilities;
    private final Environment machine;

    /**
     * @param abilities what the meter says of itself
     * @param machine what is known of it
     */
    MeterAdvice(Capabilities abilities, Environment machine) {
        this.abilities = abilities;
        this.machine = machine;
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        add(
                warnings,
                Capabilities.TRACE,
                "peak memory comes from ru_maxrss, which cannot show less than about 1 MB and does not cover process trees ("
                        + abilities.state(Capabilities.TRACE) + ")",
                tracing());
        // of events the meter itself says what would help
        add(
                warnings,
                Capabilities.TASK_CLOCK,
                "CPU time of child processes that are never waited for is not counted",
                abilities.state(Capabilities.TASK_CLOCK));
        add(
                warnings,
                Capabilities.COUNTERS,
                "instructions and cache misses are not counted",
                abilities.state(Capabilities.COUNTERS));
        add(
                warnings,
                Capabilities.WARDEN,
                "child processes may survive if the meter is killed (" + abilities.state(Capabilities.WARDEN) + ")",
                "use a kernel that supports PR_SET_CHILD_SUBREAPER");
        return List.copyOf(warnings);
    }

    private void add(List<Warning> warnings, String ability, String loss, String remedy) {
        if (abilities.lacks(ability)) {
            warnings.add(new Warning("meter-" + ability, loss, remedy));
        }
    }

    private String tracing() {
        String scope = fact(MachineFact.PTRACE_SCOPE);
        if (scope.equals("3")) {
            return "kernel.yama.ptrace_scope is 3; it can only be changed by a reboot";
        }
        if (scope.equals("2")) {
            return "allow processes to trace their children: 'sudo sysctl kernel.yama.ptrace_scope=1'";
        }
        return inContainer()
                ? "start the container with '--cap-add=SYS_PTRACE' (or '--security-opt seccomp=unconfined')"
                : "find out what blocks ptrace: a security module, or a debugger attached to Assay";
    }

    private boolean inContainer() {
        return !fact(MachineFact.CONTAINER).equals("none");
    }

    private String fact(MachineFact fact) {
        return Objects.requireNonNullElse(machine.find(fact), "unknown");
    }
}
