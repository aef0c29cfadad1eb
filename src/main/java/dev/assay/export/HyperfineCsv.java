package dev.assay.export;

import dev.assay.model.result.RunResult;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What hyperfine writes, from 1.15 to 1.20 at least, with {@code --export-csv}: seconds, a line for each trial, its parameters in columns of their own. */
final class HyperfineCsv {
    private static final String HEAD =
            "command,mean,stddev,median,user,system,min,max,parameter_runtime,parameter_size,"
                    + "parameter_threads,parameter_variant,parameter_workload\n";

    private HyperfineCsv() {}

    static Optional<byte[]> render(RunResult run) {
        String lines = WallTimes.of(run).stream().map(HyperfineCsv::line).collect(Collectors.joining());
        return Optional.of((HEAD + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(WallTimes timed) {
        List<String> cells = new ArrayList<>();
        cells.add(text(timed.name()));
        cells.add(number(timed.mean()));
        cells.add(number(Objects.requireNonNullElse(timed.standardDeviation(), 0.0)));
        cells.add(number(timed.median()));
        cells.add(number(timed.user().orElse(0)));
        cells.add(number(timed.system().orElse(0)));
        cells.add(number(timed.min()));
        cells.add(number(timed.max()));
        HyperfineJson.parameters(timed.id()).values().forEach(value -> cells.add(text(value)));
        return String.join(",", cells) + "\n";
    }

    /** Without an exponent, which not every spreadsheet reads. */
    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    /** Quoted by RFC 4180; what a spreadsheet would take for a formula gets an apostrophe in front and stays a text. */
    private static String text(String text) {
        String harmless = text.matches("(?s)[=+@-].*") ? "'" + text : text;
        return harmless.matches("[^\",\\r\\n]*") ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
