package dev.assay.model.run;

/** What a trial is measured for. Its workload tells. */
public enum TrialRole {
    /** A program of a workload, or a command of the user's. */
    PROGRAM(""),
    /** The program that does nothing: what starting and ending a process costs. */
    FLOOR("noise/floor"),
    /** One program measured twice, as if it were two: how noisy the machine is. */
    CANARY("noise/canary");

    private final String workload;

    TrialRole(String workload) {
        this.workload = workload;
    }

    /** The name that stands for a workload in trials of this role; empty for programs, which have one. */
    public String workload() {
        return workload;
    }

    /** The role of the trials of a workload. */
    public static TrialRole ofWorkload(String workload) {
        return workload.equals(FLOOR.workload) ? FLOOR : workload.equals(CANARY.workload) ? CANARY : PROGRAM;
    }
}
