package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.input.AccessLogGenerator;
import dev.assay.input.InputGenerator;
import dev.assay.input.IntegersGenerator;
import dev.assay.input.OrdersGenerator;
import dev.assay.input.RecordsGenerator;
import dev.assay.input.SourceGenerator;
import dev.assay.input.WordsGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputGeneratorsTest {
    private static final Path REFERENCES = Path.of("src/test/resources/inputs");

    private static byte[] generated(InputGenerator generator, long size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        generator.write(size, out);
        return out.toByteArray();
    }

    private static byte[] reference(String name, long size, long seed) throws IOException, InterruptedException {
        Path script = REFERENCES.resolve(name + ".py");
        ProcessBuilder builder =
                new ProcessBuilder("python3", script.toString(), Long.toString(size), Long.toString(seed));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process python = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        byte[] output = python.getInputStream().readAllBytes();
        assertThat(python.waitFor()).as("exit code of " + script).isZero();
        return output;
    }

    static Stream<Arguments> generators() {
        return Stream.of(
                Arguments.of("words", (LongFunction<InputGenerator>) WordsGenerator::new),
                Arguments.of("integers", (LongFunction<InputGenerator>) IntegersGenerator::new),
                Arguments.of("records", (LongFunction<InputGenerator>) RecordsGenerator::new),
                Arguments.of("source", (LongFunction<InputGenerator>) SourceGenerator::new),
                Arguments.of("orders", (LongFunction<InputGenerator>) OrdersGenerator::new),
                Arguments.of("access-log", (LongFunction<InputGenerator>) AccessLogGenerator::new));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void writesTheSameBytesAsTheReference(String name, LongFunction<InputGenerator> generator)
            throws IOException, InterruptedException {
        Map<Long, Long> seedBySize =
                Map.of(0L, 42L, 1L, 0L, 5L, 42L, 13L, 1L, 1000L, 2_147_483_648L, 20_011L, 4_294_967_295L);
        for (Map.Entry<Long, Long> each : seedBySize.entrySet()) {
            long size = each.getKey();
            long seed = each.getValue();
            assertThat(generated(generator.apply(seed), size))
                    .as("%s of size %d from seed %d", name, size, seed)
                    .isEqualTo(reference(name, size, seed));
        }
    }

    /** The examples of {@code workloads/README.md}. */
    @Test
    void beginWithTheLinesOfTheDefinitions() throws IOException {
        assertThat(text(new WordsGenerator(42), 7)).isEqualTo("di na ba di baweyoba gugu vahayo\n");
        assertThat(text(new IntegersGenerator(42), 2)).isEqualTo("83774607\n479372537\n");
        assertThat(text(new RecordsGenerator(42), 1))
                .isEqualTo("{\"id\": 1, \"name\": \"ki tupe\", \"active\": false, \"score\": -31087, \"place\":"
                        + " {\"x\": -3455.07763, \"y\": 24498.65184}, \"tags\": [\"gugu\", \"vahayo\", \"ce\"],"
                        + " \"note\": \"yohayo jena kiba bawehaba\"}\n");
        assertThat(text(new SourceGenerator(42), 1))
                .isEqualTo("if (37832) { bape = (di != 55915) <= riyo; } else { di = tuwemu; }\n");
        assertThat(text(new OrdersGenerator(42), 2)).isEqualTo("""
                        order,day,customer,product,quantity,price
                        1,2026-03-11,2365,tu,7,26.25
                        2,2026-04-11,3580,"difo, large",14,511.50
                        """);
        assertThat(text(new AccessLogGenerator(42), 1))
                .isEqualTo("10.64.22.147 - - [13/Aug/2026:13:10:24 +0000] \"GET /zukimu/jerina HTTP/1.1\" 304 - \"-\""
                        + " \"Mozilla/5.0 (ce; bayokigu) tuwemu/23\"\n");
    }

    private static String text(InputGenerator generator, long size) throws IOException {
        return new String(generated(generator, size), StandardCharsets.US_ASCII);
    }
}
