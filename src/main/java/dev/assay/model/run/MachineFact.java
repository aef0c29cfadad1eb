package dev.assay.model.run;

/** A fact about a machine that code knows by name. Others come from the meter. */
public enum MachineFact {
    PHYSICAL_CORES("physical cores"),
    LOGICAL_PROCESSORS("logical processors"),
    ALLOWED_PROCESSORS("allowed processors"),
    PROCESSOR_KINDS("kinds of processors"),
    SIMULTANEOUS_THREADS("simultaneous threads"),
    GOVERNOR("frequency governor"),
    FREQUENCY_DRIVER("frequency driver"),
    TURBO("turbo"),
    POWER("power"),
    CLOCK_SOURCE("clock source"),
    VIRTUAL_MACHINE("virtual machine"),
    CONTAINER("container"),
    CPU_QUOTA("CPU quota"),
    MEMORY_LIMIT("memory limit"),
    AVAILABLE_MEMORY("available memory"),
    SWAP_IN_USE("swap in use"),
    SWAP_ACTIVITY("swap activity"),
    STOLEN_TIME("stolen time"),
    HEAT_STALLS("slowed down by heat"),
    QUOTA_STALLS("stopped by CPU quota"),
    USED_BY_OTHERS("used by others"),
    BUSIEST_OTHER("busiest of them"),
    PROCESSOR_PRESSURE("waiting for processors"),
    HUGE_PAGES("transparent huge pages"),
    ADDRESS_RANDOMISATION("address randomisation"),
    PERF_EVENT_PARANOID("perf_event_paranoid"),
    PTRACE_SCOPE("ptrace_scope"),
    C_LIBRARY("C library"),
    ALLOCATOR_VARIABLES("allocator variables"),
    JVM("JVM"),
    /** The processors that the run was pinned to. */
    PROGRAMS_RUN_ON("programs run on");

    private final String title;

    MachineFact(String title) {
        this.title = title;
    }

    /** Its name in journals and reports. */
    public String title() {
        return title;
    }
}
