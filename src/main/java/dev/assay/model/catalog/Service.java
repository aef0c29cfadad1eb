package dev.assay.model.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the programs of a workload are loaded that are servers. The size of the workload is the number of requests in each of two loops: a
 * closed one, which shows how many a server can answer, and an open one at a fixed rate, which shows how long an answer takes.
 *
 * @param requests what is asked for in turns, each as {@code GET /path}
 * @param connections over how many connections, at least 1
 * @param share the rate of the open loop as a share of what the closed loop has reached, above 0; null for a {@code rate}
 * @param rate the rate of the open loop in requests a second, above 0; null for a {@code share}
 * @param idle how many more connections are open and wait, at least 0
 */
public record Service(
        List<String> requests,
        int connections,
        @Nullable Double share,
        @Nullable Double rate,
        int idle) {
    /** What stands between the client's own arguments and the server. */
    public static final String SERVER_FOLLOWS = "--";

    private static final String REQUEST = "--request=";

    /** A server has one processor, and is told so. */
    private static final String PROCESSORS = "1";

    public Service {
        requests = List.copyOf(requests);
        if (requests.isEmpty() || connections < 1 || idle < 0) {
            throw new IllegalArgumentException("a service needs a request and a connection");
        }
        if ((share == null) == (rate == null)) {
            throw new IllegalArgumentException("a service needs either 'share' or 'rate'");
        }
    }

    /**
     * The command that starts a server, loads it and ends it.
     *
     * @param client the client's program
     * @param size how many requests are in each loop
     * @param server how the server starts
     */
    public List<String> command(String client, String size, List<String> server) {
        List<String> argv = client(client, size);
        argv.add(SERVER_FOLLOWS);
        argv.addAll(server);
        argv.add(PROCESSORS);
        return List.copyOf(argv);
    }

    /**
     * The same for a server of a user's, which knows nothing of Assay: the client offers it a port, finds out where it listens, and prints
     * each body as a line.
     *
     * @param anyBody whether answers to the same request may have different bodies
     */
    public List<String> commandOfUser(String client, String size, List<String> server, boolean anyBody) {
        List<String> argv = client(client, size);
        argv.addAll(List.of("--find-port", "--body-lines"));
        if (anyBody) {
            argv.add("--any-body");
        }
        argv.add(SERVER_FOLLOWS);
        argv.addAll(server);
        return List.copyOf(argv);
    }

    private List<String> client(String client, String size) {
        List<String> argv = new ArrayList<>(List.of(client, "--requests=" + size, "--connections=" + connections));
        argv.add(rate == null ? "--share=" + share : "--rate=" + rate);
        if (idle > 0) {
            argv.add("--idle=" + idle);
        }
        requests.forEach(request -> argv.add(REQUEST + request));
        return argv;
    }

    /** What a client's command asks for, in its order. */
    public static List<String> requests(List<String> command) {
        return command.stream()
                .takeWhile(word -> !word.equals(SERVER_FOLLOWS))
                .filter(word -> word.startsWith(REQUEST))
                .map(word -> word.substring(REQUEST.length()))
                .toList();
    }

    /** The load in words: {@code 8 connections, then half of the rate that the server has reached}. */
    public String describe() {
        String open = rate == null
                ? String.format(
                        Locale.ROOT,
                        "%.0f %% of the requests per second that it has just answered",
                        share == null ? 0 : 100 * share)
                : String.format(Locale.ROOT, "%,.0f requests per second", rate);
        return connections + " connections" + (idle > 0 ? " and " + idle + " that wait" : "")
                + "; first each sends its next request when it has its answer, then requests are due at a fixed rate, "
                + open;
    }
}
