package dev.assay.cli;

import dev.assay.meter.Abilities;
import dev.assay.model.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is lost when the meter may not do something here, and how to let it. Hints: what it cannot measure it says so, and never guesses. */
final class MeterAdvice {
    private final Abilities abilities;
    private final Map<String, String> facts;

    /**
     * @param abilities what the meter says of itself
     * @param facts what is known of the machine
     */
    MeterAdvice(Abilities abilities, Map<String, String> facts) {
        this.abilities = abilities;
        this.facts = facts;
    }

    List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        add(
                warnings,
                Abilities.TRACE,
                "peaks of memory are the system's ru_maxrss, which cannot show less than about 1 MB and knows no trees of"
                        + " processes",
                tracing());
        add(
                warnings,
                Abilities.TASK_CLOCK,
                "the CPU time of children that their program does not wait for is missed",
                counting("a kernel with perf events (CONFIG_PERF_EVENTS) is needed"));
        add(
                warnings,
                Abilities.COUNTERS,
                "no instructions and cache misses are counted",
                counting("a processor with counters that the kernel knows is needed; nothing else suffers"));
        add(
                warnings,
                Abilities.WARDEN,
                "what a program has started may outlive a meter that is killed by force",
                "a kernel with PR_SET_CHILD_SUBREAPER and a /proc of its own is needed");
        return List.copyOf(warnings);
    }

    private void add(List<Warning> warnings, String ability, String loss, String remedy) {
        if (abilities.lacks(ability)) {
            warnings.add(new Warning("meter-" + ability, loss + " (" + abilities.state(ability) + ")", remedy));
        }
    }

    private String tracing() {
        String scope = fact("ptrace_scope");
        if (scope.equals("3")) {
            return "kernel.yama.ptrace_scope is 3, which only a restart with another value undoes";
        }
        if (scope.equals("2")) {
            return "let a process trace its children: 'sudo sysctl kernel.yama.ptrace_scope=1'";
        }
        return inContainer()
                ? "start the container with '--cap-add=SYS_PTRACE' (or '--security-opt seccomp=unconfined')"
                : "find out what forbids ptrace to this user, such as a security module";
    }

    private String counting(String otherwise) {
        if (fact("perf_event_paranoid").matches("[3-9]")) {
            return "'sudo sysctl kernel.perf_event_paranoid=2'";
        }
        if (inContainer()) {
            return "start the container with '--cap-add=PERFMON' and '--security-opt seccomp=unconfined'";
        }
        return fact("virtual machine").equals("none") || fact("virtual machine").equals("unknown")
                ? otherwise
                : "a virtual machine has them only if its host passes them on (KVM: '-cpu host,pmu=on')";
    }

    private boolean inContainer() {
        return !fact("container").equals("none");
    }

    private String fact(String name) {
        return facts.getOrDefault(name, "unknown");
    }
}
