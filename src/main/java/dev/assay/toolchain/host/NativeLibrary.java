package dev.assay.toolchain.host;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.catalog.Workload;
import java.nio.file.Path;

/**
 * A native library that a Python program loads.
 *
 * @param catalogRoot the folder of the workloads
 * @param workload the workload
 * @param program the program that loads it
 * @param extension its source
 * @param python the interpreter that loads it
 * @param headers the folder of that interpreter's headers
 * @param withoutHeaders what to do where they are missing
 * @param file where the library goes
 */
public record NativeLibrary(
        Path catalogRoot,
        Workload workload,
        Implementation program,
        Extension extension,
        Path python,
        Path headers,
        ToolchainFailure withoutHeaders,
        Path file) {}
