package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.catalog.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader says of a manifest of servers in which one thing is wrong. */
class ServiceProblemsTest {
    @TempDir
    private Path root;

    private Fixture fixture;

    @BeforeEach
    void makeServers() {
        fixture = Fixture.copyTo(root);
        change(
                "'threads': 'one'",
                "'threads': 'one', 'service': {'requests': ['GET /a?b=1'], 'connections': 8, 'share': 0.5}");
    }

    private void change(String old, String with) {
        fixture = fixture.replace(Fixture.ADD, old.replace('\'', '"'), with.replace('\'', '"'));
    }

    @Test
    void aServiceIsRead() {
        assertThat(read()).isEqualTo(new Service(List.of("GET /a?b=1"), 8, 0.5, null, 0));
        change("'share': 0.5", "'rate': 250, 'idle': 1000");
        assertThat(read()).isEqualTo(new Service(List.of("GET /a?b=1"), 8, null, 250.0, 1000));
    }

    private Service read() {
        return Objects.requireNonNull(CatalogReader.read(fixture.root())
                .workload("numeric/add")
                .orElseThrow()
                .service());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'share': 0.5 | 'share': 0.5, 'rate': 9 | 'service' needs either 'share' or 'rate', the load of its open loop; give one",
                ", 'share': 0.5 | ## | 'service' needs either 'share' or 'rate', the load of its open loop; give one",
                "'share': 0.5 | 'share': 1.5 | 'service.share' is 1.5; give a share of the rate that the server reaches, above 0 and at most 1",
                "'share': 0.5 | 'rate': 0 | 'service.rate' is 0; give a number of requests per second, above 0 and at most 1000000",
                "8, | 0, | 'service.connections' is 0; give a whole number from 1 to 1000",
                "GET /a?b=1 | POST / | 'service.requests[0]' is 'POST /'; give 'GET' and a path in ASCII, such as 'GET /json'",
                "'share': 0.5 | 'share': 0.5, 'idel': 3 | 'service.idel' is not a field of the service; did you mean 'idle'?",
                "'workTime': true | 'workTime': false | 'workTime' is false, but the client of a service times it; make it true",
                "'threads': 'one' | 'threads': 'scaling' | 'threads' is 'scaling', but a service has one processor; make it 'one'",
                "'quick': 100 | 'quick': 0 | 'sizes.quick' is 0, but a service needs requests; give at least 1",
            })
    void tells(String old, String with, String problem) {
        change(old, with);
        assertThat(fixture.problem())
                .startsWith("ROOT/numeric/add/workload.json:")
                .endsWith(": " + problem);
    }
}
