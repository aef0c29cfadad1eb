package dev.assay.toolchain.host;

/**
 * A step of a build that can be taken beside others.
 *
 * @param what is done, such as {@code building numeric/nbody in C}
 * @param work does it; throws what went wrong
 */
public record BuildStep(String what, Runnable work) {}
