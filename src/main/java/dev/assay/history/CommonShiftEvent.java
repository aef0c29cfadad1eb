package dev.assay.history;

/**
 * So many workloads moved the same way in one night that the machine or its system must have: no program is accused.
 *
 * @param timed whether it is about times, else about memory
 * @param direction which way
 * @param moved how many workloads did
 * @param workloads of how many that were compared with what is usual
 */
public record CommonShiftEvent(boolean timed, Direction direction, int moved, int workloads) {}
