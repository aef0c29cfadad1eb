package dev.assay.model.run;

import org.jspecify.annotations.Nullable;

/**
 * What the client says of a server that it has loaded. Latencies are of the open loop, and count from when a request was due.
 *
 * @param firstAnswerNs nanoseconds from the start of the server to its first answer
 * @param latencyP50Ns the median latency, nanoseconds
 * @param latencyP99Ns the 99th percentile, nanoseconds
 * @param latencyP999Ns the 99.9th percentile, nanoseconds; null where there were too few requests for one
 * @param cpuPerRequestNs CPU time of the server for a request of the closed loop, nanoseconds
 * @param idlePeakBytes the most memory that the server has held before the load, of several processes the sum
 * @param loadedPeakBytes the same behind the load
 * @param sharedCpu whether server and client had one processor together
 */
public record ServiceFigures(
        long firstAnswerNs,
        long latencyP50Ns,
        long latencyP99Ns,
        @Nullable Long latencyP999Ns,
        long cpuPerRequestNs,
        long idlePeakBytes,
        long loadedPeakBytes,
        boolean sharedCpu) {}
