package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.fixture.JournalContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real servers that know nothing of Assay. */
class ServeIT {
    /** Its arguments are the port and what it says; without a port it takes a free one and says so in words of its own. */
    private static final String SERVER = """
            import os, socketserver, sys, threading
            port, said = int(sys.argv[1]), sys.argv[2]
            served = 0
            class Handler(socketserver.StreamRequestHandler):
                def handle(self):
                    global served
                    while line := self.rfile.readline():
                        while self.rfile.readline() != b"\\r\\n":
                            pass
                        served += 1
                        path = line.split()[1].decode()
                        status = 500 if said == "breaks" and path == "/b" else 200
                        body = f"{said if said != 'counts' else served} {path}\\n".encode()
                        self.wfile.write(b"HTTP/1.1 %d X\\r\\nContent-Length: %d\\r\\n\\r\\n%s" % (status, len(body), body))
            server = socketserver.ThreadingTCPServer(("127.0.0.1", port), Handler)
            server.daemon_threads = True
            open("pids", "a").write(f"{os.getpid()}\\n")
            print(f"ready on http://127.0.0.1:{server.server_address[1]}/", flush=True)
            server.serve_forever()
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeServer() throws IOException {
        Files.writeString(folder.resolve("server.py"), SERVER);
    }

    private Ended serve(String first, String second, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("compare", "--color=never", "--runs=2", "--connections=2", "--serve"));
        arguments.addAll(List.of(options));
        if (arguments.stream().noneMatch(option -> option.startsWith("--requests="))) {
            arguments.add("--requests=20");
        }
        arguments.addAll(List.of(first, second));
        return new AssayCall(folder, AssayProcess.project()).run(arguments.toArray(String[]::new));
    }

    private JsonNode run() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("results/latest/run.json")));
    }

    private String reason(int trial) throws IOException {
        return run().path("trials").path(trial).path("reason").asString();
    }

    @Test
    void serversAreComparedWhereverTheyListen() throws IOException {
        Ended ended = serve(
                "python3 server.py {port} hello",
                "sh -c 'python3 server.py \"$PORT\" hello'",
                "--load=GET /a",
                "--load=GET /b?c=1",
                "--requests=1000",
                "--contender-name=by a shell");

        assertThat(ended.code()).as(ended.err()).isZero();
        Path latest = folder.resolve("results/latest");
        assertThat(RunSchema.problems(latest.resolve("run.json"))).isEmpty();
        assertThat(JournalContract.problems(latest.resolve("journal.jsonl"))).isEmpty();
        JsonNode run = run();
        assertThat(run.path("trials")).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.path("status").asString())
                    .as(trial.path("reason").asString(""))
                    .isEqualTo("ok");
            assertThat(trial.path("typical").propertyNames())
                    .contains(
                            "rate",
                            "peak",
                            "latencyP50",
                            "latencyP99",
                            "latencyP999",
                            "requestCpu",
                            "idlePeak",
                            "firstAnswer");
        });
        assertThat(run.path("comparisons")
                        .valueStream()
                        .map(each -> each.path("metric").asString()))
                .contains("work", "peak", "latencyP50", "latencyP99", "requestCpu", "idlePeak", "firstAnswer")
                .doesNotContain("wall", "cpu");
        assertThat(run.path("options").path("load").asString()).isEqualTo("GET /a GET /b?c=1");
        assertThat(ended.out())
                .contains(
                        "Servers",
                        "requests",
                        "latency p99.9",
                        "CPU per request",
                        "memory, idle",
                        "first answer",
                        "baseline / by a shell (above 1 by a shell is better)",
                        "requests per second");
        assertThat(Files.readString(latest.resolve("report.html")))
                .contains("Requests per second", "python3", "server.py &#39;{port}&#39; hello", "GET /a GET /b?c=1");
        assertThat(Files.readString(latest.resolve("summary.md"))).contains("## Services");
        assertThat(Files.readString(latest.resolve("exports/bencher.json"))).contains("throughput", "latency-p99");
        Running.untilEnded(pids());
    }

    @Test
    void aServerThatSaysItsPortNeedsNoneAndItsAnswersMayVaryIfThatIsSaid() throws IOException {
        Ended varies = serve("python3 server.py 0 counts", "python3 server.py 0 hello");
        assertThat(varies.code()).isEqualTo(3);
        assertThat(reason(0))
                .contains(
                        "load: wrong answers: ", "' for GET /, which was '1 /\\n' before (if answers may differ, use");

        Ended accepted = serve("python3 server.py 0 counts", "python3 server.py 0 hello", "--ignore-output");
        assertThat(accepted.code()).as(accepted.err()).isZero();
    }

    @Test
    void differentAnswersAreSaidWithTheirRequest() throws IOException {
        Ended ended = serve("python3 server.py {port} a", "python3 server.py {port} b", "--load=GET /");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(reason(0) + reason(1)).contains("its answers differ from those of ", ": GET / is '", "\\n'");
    }

    @Test
    void aServerThatFailsIsShownWithItsOwnWords() throws IOException {
        Ended broken = serve(
                "python3 server.py {port} a", "python3 server.py {port} breaks", "--load=GET /a", "--load=GET /b");
        assertThat(broken.code()).isEqualTo(3);
        assertThat(reason(1)).endsWith("load: status 500 for GET /b");
        assertThat(broken.out()).contains("Failed", "status 500 for GET /b");

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve("python3 server.py " + taken.getLocalPort() + " a", "python3 -m http.server --bind 127.0.0.1 {port}");
        }
        assertThat(reason(0))
                .contains("Address already in use")
                .endsWith("load: the server ended before it listened on a port: exit code 1");
        assertThat(reason(1)).contains("an answer begins with 'HTTP/1.0 200 OK', not with HTTP/1.1");
    }

    /** The client itself, for which less patience can be asked for. */
    @Test
    void aServerThatNeverListensIsGivenUp() throws IOException, InterruptedException {
        Path client = AssayProcess.project().resolve("target/meter/release/load");
        Process load = new ProcessBuilder(
                        client.toString(),
                        "--requests=1",
                        "--connections=1",
                        "--share=0.5",
                        "--request=GET /",
                        "--find-port",
                        "--patience-ms=50",
                        "--",
                        "/bin/sleep",
                        "1000")
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(load.waitFor()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err"), StandardCharsets.UTF_8))
                .startsWith("load: the server did not listen on any port (write {port} in its command")
                .endsWith(" within 50 ms\n");
    }

    @Test
    void nothingIsLeftRunningAfterCtrlC() throws IOException, InterruptedException {
        Process process = new AssayProcess(folder, AssayProcess.project())
                .start(
                        "compare",
                        "--serve",
                        "python3 server.py {port} a",
                        "python3 server.py {port} a",
                        "--requests=10000000",
                        "--color=never");
        while (!Files.exists(folder.resolve("pids"))
                || !Files.readString(folder.resolve("pids")).endsWith("\n")) {
            assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).as("it ended").isFalse();
        }
        List<Long> servers = pids();
        Running.signal("INT", List.of(process.pid()));
        process.waitFor();
        assertThat(process.exitValue()).isEqualTo(130);
        Running.untilEnded(servers);
    }

    private List<Long> pids() throws IOException {
        return Files.readAllLines(folder.resolve("pids")).stream()
                .map(Long::valueOf)
                .toList();
    }

    @Test
    void whatIsNoPairOfServersIsSaidBeforeAnythingIsMeasured() {
        refused(serve("python3 server.py {port} a", "no-such-server"), "--contender: no program 'no-such-server'");
        refused(serve("true", "true", "--load=POST /"), "--load='POST /' is not valid: give GET and a path");
        refused(serve("true", "true", "--baseline=true"), "either behind --serve or with --baseline and --contender");
        refused(serve("true", "true", "--input=/etc/passwd"), "--input does not go with --serve");
        AssayCall assay = new AssayCall(folder, AssayProcess.project());
        refused(assay.run("compare", "--serve", "true"), "compares two servers, but only one was given, 'true'");
        refused(assay.run("compare", "--serve"), "--baseline=CMD is missing");
        refused(
                assay.run("compare", "--baseline=true", "--contender=true", "--requests=5"),
                "--requests is for servers");
    }

    private void refused(Ended ended, String words) {
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(words).doesNotContain("Exception");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
