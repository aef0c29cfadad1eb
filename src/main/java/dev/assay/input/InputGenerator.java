package dev.assay.input;

import java.io.IOException;
import java.io.OutputStream;

/** Makes one kind of input; {@code workloads/README.md} defines each to the letter. */
public interface InputGenerator {
    /** Writes that many of what the workload's size counts: words, lines or records. */
    void write(long size, OutputStream out) throws IOException;
}
