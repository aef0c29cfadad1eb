package dev.assay.benchmarks;

import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.run.SamplingMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hundred short runs that hold one program against itself: C's n-body in three layouts on either side, drawn anew for each run from a pool
 * of them. Prints how many intervals exclude 1, those for the drawn builds and those for all, and what the verdicts are; judges nothing.
 * What the builds of a run differ by, the first may show; of the second, five in a hundred are to be expected.
 */
public final class AgainstItsOwnLayouts {
    private static final int RUNS = 100;
    private static final int POOL = 60;
    private static final int BUILDS = 3;
    private static final int BLOCKS = 14;
    private static final int GAPS = 16;

    /** About ten milliseconds. */
    private static final String SIZE = "75000";

    private final OneProcess process;
    private final List<Path> pool;

    private AgainstItsOwnLayouts(OneProcess process, List<Path> pool) {
        this.process = process;
        this.pool = pool;
    }

    /** Runs the benchmark; the first argument is the number of runs. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : RUNS;
        Path scratch = Files.createTempDirectory("assay-layouts");
        Path linkers = linkers(scratch);
        List<Path> pool = new ArrayList<>();
        for (int layout = 1; layout <= POOL; layout++) {
            pool.add(inLayout(scratch, linkers, layout));
        }
        try (Meter meter = new MeterProcess(Built.program("meter"), scratch)) {
            AgainstItsOwnLayouts benchmark = new AgainstItsOwnLayouts(new OneProcess(meter, scratch), pool);
            print(IntStream.range(0, runs).mapToObj(benchmark::run).toList());
        }
    }

    /** The folder of the lld that comes with rustc. */
    private static Path linkers(Path scratch) throws IOException, InterruptedException {
        Path root = Path.of(
                Tool.lines(scratch, List.of("rustc", "--print", "sysroot")).get(0), "lib/rustlib");
        try (Stream<Path> targets = Files.list(root)) {
            return targets.map(target -> target.resolve("bin/gcc-ld"))
                    .filter(folder -> Files.isExecutable(folder.resolve("ld.lld")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "there is no lld in " + root + ": install Rust by rustup, which brings it along"));
        }
    }

    /** The functions in another order, with gaps of other sizes between them, as the builds of a run have it. */
    private static Path inLayout(Path scratch, Path linkers, int number) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(scratch.resolve("layout-" + number));
        Random random = new Random(number);
        Path gaps = folder.resolve("gaps.s");
        Files.writeString(
                gaps,
                IntStream.range(0, GAPS)
                        .mapToObj(gap -> "\t.section .text.gap_" + gap + ",\"axR\",%progbits\n\t.zero "
                                + 16 * (1 + random.nextInt(16)) + "\n")
                        .collect(Collectors.joining("", "", "\t.section .note.GNU-stack,\"\",%progbits\n")));
        return Tool.compiled(
                folder,
                Path.of("workloads/numeric/nbody/nbody.c"),
                "-ffunction-sections",
                "-B" + linkers,
                "-fuse-ld=lld",
                "-Wl,--shuffle-sections=.text*=" + number,
                gaps.toString(),
                "-Wl,--no-as-needed",
                "-lm");
    }

    /** One run; which of the two runs first alternates as in ABBA, and every three blocks have each build of either side once. */
    private Comparison run(int seed) {
        Random random = new Random(seed);
        List<Path> drawn = new ArrayList<>(pool);
        Collections.shuffle(drawn, random);
        List<int[]> builds = List.of(order(random), order(random));
        double[] logs = new double[BLOCKS];
        drawn.subList(0, 2 * BUILDS).forEach(this::logWall);
        for (int block = 0; block < BLOCKS; block++) {
            Path one = drawn.get(builds.get(0)[block]);
            Path other = drawn.get(BUILDS + builds.get(1)[block]);
            boolean swapped = block % 4 == 1 || block % 4 == 2;
            double first = logWall(swapped ? other : one);
            double second = logWall(swapped ? one : other);
            logs[block] = swapped ? second - first : first - second;
        }
        return new MadeUpRun(seed)
                .nativePair("numeric/nbody", builds, logs)
                .analyze(List.of())
                .comparisons()
                .get(0);
    }

    private static int[] order(Random random) {
        List<Integer> order = new ArrayList<>();
        while (order.size() < BLOCKS) {
            List<Integer> round = new ArrayList<>(List.of(0, 1, 2));
            Collections.shuffle(round, random);
            order.addAll(round);
        }
        return order.stream().limit(BLOCKS).mapToInt(build -> build).toArray();
    }

    private double logWall(Path program) {
        return Math.log(Objects.requireNonNull(process.measure(SamplingMode.TIMING, List.of(program.toString(), SIZE))
                .figures()
                .wallNs()));
    }

    private static void print(List<Comparison> comparisons) {
        line(
                "%d runs of %d blocks, one program in %d layouts of %d on either side",
                comparisons.size(), BLOCKS, BUILDS, POOL);
        line(
                "intervals of 95 %% for the drawn builds that exclude 1: %d",
                comparisons.stream()
                        .map(comparison -> Objects.requireNonNull(
                                        comparison.beside().builds())
                                .at95())
                        .filter(AgainstItsOwnLayouts::excludesOne)
                        .count());
        line(
                "intervals of 95 %% for all builds that exclude 1: %d",
                comparisons.stream()
                        .map(comparison -> comparison.estimate().at95())
                        .filter(AgainstItsOwnLayouts::excludesOne)
                        .count());
        line(
                "wrong verdicts, better or worse: %d",
                comparisons.stream()
                        .filter(comparison ->
                                comparison.verdict() == Verdict.BETTER || comparison.verdict() == Verdict.WORSE)
                        .count());
        AgainstItself.printVerdicts(comparisons);
    }

    private static boolean excludesOne(Interval interval) {
        return !Objects.requireNonNull(interval).contains(1);
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
