package dev.assay.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.catalog.CatalogReader;
import dev.assay.input.InputFiles;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Workload;
import dev.assay.toolchain.c.Dialect;
import dev.assay.toolchain.host.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No optimizer has removed the work of a program. What a program executes more when its size is doubled, in instructions as counted by
 * Valgrind, is compared with the same of its C twin built without any optimization: an optimizer saves a few times as much, and work
 * that was folded away or is known beforehand saves nearly all.
 */
class WorkIsDoneIT {
    /** The largest saving was 15 when this was written: lanes, and numbers that no longer go through memory. */
    private static final int MOST_SAVED = 32;

    private static final String OPTIMIZED = "-O3";

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path RUST = ROOT.resolve("target/workloads/rust");
    private static final boolean CPP = has("c++");
    private static final Pattern COUNT = Pattern.compile("I +refs: +([0-9,]+)");

    @TempDir
    private Path folder;

    private static boolean has(String program) {
        return SearchPath.parse(System.getenv().getOrDefault("PATH", ""))
                .find(program)
                .isPresent();
    }

    /** A program, and what it gets. */
    private record Run(List<String> argv, Path stdin) {}

    private static String output(List<String> argv, Path stdin) {
        try {
            Process process = new ProcessBuilder(argv)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(stdin.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(argv + ":\n" + output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long instructions(Run run) {
        List<String> argv = new ArrayList<>(
                List.of("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"));
        argv.addAll(run.argv());
        Matcher count = COUNT.matcher(output(argv, run.stdin()));
        assertThat(count.find()).as("no count of " + argv).isTrue();
        return Long.parseLong(count.group(1).replace(",", ""));
    }

    private Path input(Workload workload, long size) {
        try {
            if (workload.input() == null) {
                return Path.of("/dev/null");
            }
            List<String> lines = Files.readAllLines(new InputFiles(folder).provide(workload, Profile.SMOKE));
            Path file = folder.resolve(workload.id().replace('/', '-') + "-part-" + size);
            long part = lines.size() * size / workload.size(Profile.SMOKE);
            return Files.write(file, lines.subList(0, (int) part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a program executes more at the size of the smoke profile than at half of it. */
    private long growth(Workload workload, Path program) {
        long size = workload.size(Profile.SMOKE);
        long more = instructions(new Run(List.of(program.toString(), Long.toString(size)), input(workload, size)));
        long less =
                instructions(new Run(List.of(program.toString(), Long.toString(size / 2)), input(workload, size / 2)));
        return more - less;
    }

    /** Without symbols and shared libraries, of which Valgrind reads all before it starts anything. Its warnings are errors where it optimizes. */
    private Path compiled(Workload workload, Dialect dialect, Implementation program, String optimization) {
        Path built = folder.resolve(
                workload.id().replace('/', '-') + "-" + program.label().replace(':', '-') + optimization);
        List<String> argv = new ArrayList<>(List.of(dialect.names().get(0)));
        dialect.flags().stream()
                .map(flag -> flag.equals(OPTIMIZED) ? optimization : flag)
                .forEach(argv::add);
        if (optimization.equals(OPTIMIZED)) {
            argv.add("-Werror");
        }
        argv.addAll(List.of("-static", "-s", "-o", built.toString()));
        argv.add(ROOT.resolve("workloads/" + workload.id() + "/" + program.source())
                .toString());
        argv.addAll(program.build());
        argv.add("-lm");
        output(argv, Path.of("/dev/null"));
        return built;
    }

    private static List<Implementation> programs(Workload workload, Runtime runtime) {
        return workload.implementations().stream()
                .filter(each -> each.runtime() == runtime && each.compiler() == null)
                .toList();
    }

    private List<String> saving(Workload workload) {
        Implementation c = programs(workload, Runtime.C).stream()
                .filter(Implementation::primary)
                .findFirst()
                .orElseThrow();
        long plain = growth(workload, compiled(workload, Dialect.C, c, "-O0"));
        SortedMap<String, Long> counts = new TreeMap<>();
        counts.put("c", growth(workload, compiled(workload, Dialect.C, c, OPTIMIZED)));
        counts.put(
                "rust", growth(workload, RUST.resolve("release/" + workload.id().replace('/', '-'))));
        if (CPP) {
            programs(workload, Runtime.CPP)
                    .forEach(each -> counts.put(
                            each.label(), growth(workload, compiled(workload, Dialect.CPP, each, OPTIMIZED))));
        }
        return plain < 100_000 || counts.values().stream().anyMatch(count -> count * MOST_SAVED < plain)
                ? List.of(workload.id() + ": " + plain + " instructions more without optimization, " + counts)
                : List.of();
    }

    /** Where nothing counts, it is still seen whether the compiler complains. */
    private void compiles(Workload workload) {
        programs(workload, Runtime.CPP).forEach(program -> compiled(workload, Dialect.CPP, program, OPTIMIZED));
    }

    @Test
    void allWorkGrowsAsThatOfItsUnoptimizedTwinDoes() {
        Catalog catalog = CatalogReader.read(Path.of("workloads"));
        // the client checks what a server does, answer by answer; what builds something prints results before and after
        List<Workload> timed = catalog.workloads().stream()
                .filter(workload -> workload.workTime() && workload.service() == null)
                .filter(workload -> !programs(workload, Runtime.C).isEmpty())
                .toList();
        assertThat(timed).hasSizeGreaterThan(40);

        if (CPP && !has("valgrind")) {
            timed.parallelStream().forEach(this::compiles);
        }
        assumeTrue(has("valgrind"), "valgrind, which counts, was not found");
        output(
                List.of(
                        "cargo",
                        "build",
                        "--quiet",
                        "--release",
                        "--locked",
                        "--manifest-path",
                        "workloads/Cargo.toml",
                        "--target-dir",
                        RUST.toString()),
                Path.of("/dev/null"));

        List<String> suspicious =
                timed.parallelStream().flatMap(each -> saving(each).stream()).toList();

        assertThat(suspicious).isEmpty();
    }
}
