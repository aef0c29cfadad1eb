package dev.assay.export;

import dev.assay.model.AssayException.Usage;
import dev.assay.model.result.RunResult;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats of others that a run can be written in. */
public enum Format {
    /** hyperfine's {@code --export-json}. */
    HYPERFINE("hyperfine", "hyperfine.json"),
    /** hyperfine's {@code --export-csv}. */
    CSV("csv", "hyperfine.csv"),
    /** hyperfine's {@code --export-markdown}. */
    MARKDOWN("markdown", "hyperfine.md"),
    /** JMH's {@code -rf json}. */
    JMH("jmh", "jmh.json"),
    /** A suite of pyperf's. */
    PYPERF("pyperf", "pyperf.json"),
    /** {@code customSmallerIsBetter} of github-action-benchmark. */
    GITHUB("github", "github-action-benchmark.json"),
    /** Bencher's metric format. */
    BENCHER("bencher", "bencher.json"),
    /** JUnit XML, as Jenkins and most other servers read it. */
    JUNIT("junit", "junit.xml");

    /** Stands for every format. */
    public static final String ALL = "all";

    private final String id;
    private final String fileName;

    Format(String id, String fileName) {
        this.id = id;
        this.fileName = fileName;
    }

    /** The file's usual name. */
    public String fileName() {
        return fileName;
    }

    /** The file's content; empty where the run has nothing that the format could hold, and the format has no way to say so. */
    public Optional<byte[]> render(RunResult result) {
        return switch (this) {
            case HYPERFINE -> HyperfineJson.render(result);
            case CSV -> HyperfineCsv.render(result);
            case MARKDOWN -> HyperfineMarkdown.render(result);
            case JMH -> JmhJson.render(result);
            case PYPERF -> PyperfJson.render(result);
            case GITHUB -> GithubActionBenchmarkJson.render(result);
            case BENCHER -> BencherJson.render(result);
            case JUNIT -> JunitXml.render(result);
        };
    }

    /**
     * The formats of some ids, {@link #ALL} among them.
     *
     * @throws Usage if there is none of such a name, or none at all
     */
    public static Set<Format> of(List<String> ids) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String given : ids) {
            String id = given.strip().toLowerCase(Locale.ROOT);
            if (id.equals(ALL)) {
                return EnumSet.allOf(Format.class);
            }
            formats.add(Arrays.stream(values())
                    .filter(format -> format.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Usage("--format=" + given + " is not valid: " + choice())));
        }
        if (formats.isEmpty()) {
            throw new Usage("--format names none: " + choice());
        }
        return formats;
    }

    private static String choice() {
        return "give one or more of "
                + Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", ")) + ", or all.";
    }

    /** The name in options. */
    @Override
    public String toString() {
        return id;
    }
}
