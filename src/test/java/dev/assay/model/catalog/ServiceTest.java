package dev.assay.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.run.Command;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private static final TrialId ID = TrialId.parse("web/a:rust:std@100x1");

    @Test
    void theClientStartsTheServer() {
        Service half = new Service(List.of("GET /", "GET /x?y=1"), 8, 0.5, null, 0);
        assertThat(half.command("/m/load", "100", List.of("/usr/bin/python3", "a.py")))
                .containsExactly(
                        "/m/load",
                        "--requests=100",
                        "--connections=8",
                        "--share=0.5",
                        "--request=GET /",
                        "--request=GET /x?y=1",
                        "--",
                        "/usr/bin/python3",
                        "a.py",
                        "1");
        assertThat(half.describe())
                .startsWith("8 connections; first ")
                .endsWith("50 % of the requests per second that it has just answered");
        Service fixed = new Service(List.of("GET /"), 2, null, 2000.0, 1000);
        assertThat(fixed.command("/m/load", "1", List.of("/a"))).contains("--rate=2000.0", "--idle=1000");
        assertThat(fixed.describe())
                .startsWith("2 connections and 1000 that wait;")
                .endsWith("2,000 requests per second");
    }

    @Test
    void aBuildTakesThePlaceOfTheServer() {
        List<String> argv = new Service(List.of("GET /"), 8, 0.5, null, 0).command("/m/load", "9", List.of("/b/0"));
        List<Path> builds = List.of(Path.of("/b/0"), Path.of("/b/1"));
        Command command = new Command(argv, Map.of(), null, null);
        Trial server = new Trial(ID, command, null, true, null, builds, 1, true);
        assertThat(server.program()).isEqualTo("/b/0");
        assertThat(server.command(1).argv()).startsWith("/m/load").endsWith("--", "/b/1", "1");
        Trial plain = new Trial(ID, new Command(List.of("/b/0", "--"), Map.of(), null, null), null, true, null, builds);
        assertThat(plain.program()).isEqualTo("/b/0");
        assertThat(plain.command(1).argv()).containsExactly("/b/1", "--");
    }

    @Test
    void aUsersServerIsOfferedAPort() {
        List<String> argv = new Service(List.of("GET /", "GET /x"), 2, 0.25, null, 0)
                .commandOfUser("/m/load", "9", List.of("/a", "{port}"), true);
        assertThat(argv)
                .containsExactly(
                        "/m/load",
                        "--requests=9",
                        "--connections=2",
                        "--share=0.25",
                        "--request=GET /",
                        "--request=GET /x",
                        "--find-port",
                        "--body-lines",
                        "--any-body",
                        "--",
                        "/a",
                        "{port}");
        assertThat(Service.requests(argv)).containsExactly("GET /", "GET /x");
        Trial server = new Trial(ID, new Command(argv, Map.of(), null, null), null, true, null, List.of(), 1, true);
        assertThat(server.words()).containsExactly("/a", "{port}");
    }

    @Test
    void anOpenLoopHasOneRate() {
        assertThatThrownBy(() -> new Service(List.of("GET /"), 1, 0.5, 10.0, 0))
                .hasMessageContaining("either 'share' or 'rate'");
        assertThatThrownBy(() -> new Service(List.of("GET /"), 1, null, null, 0))
                .hasMessageContaining("either");
        assertThatThrownBy(() -> new Service(List.of(), 1, 0.5, null, 0)).hasMessageContaining("needs a request");
    }
}
