package dev.assay.app;

import dev.assay.analysis.Analysis;
import dev.assay.chart.Chart;
import dev.assay.chart.ChartFiles;
import dev.assay.chart.RunCharts;
import dev.assay.chart.SummaryImage;
import dev.assay.environment.MachineInspector;
import dev.assay.export.Format;
import dev.assay.meter.MeterProcess;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.result.RunResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Threads;
import dev.assay.report.HtmlReport;
import dev.assay.report.markdown.MarkdownSummary;
import dev.assay.store.RunFolder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Does on another processor what a short run needs and nothing has to precede: begins to look at the machine, and loads classes. Loading them is
 * most of what Assay does in a run of a second. It is over before the first process is measured.
 *
 * <p>Each step is done once: by the thread of this class, or by whoever asks for its outcome before that thread comes to it.
 */
public final class Preloader {
    private final FutureTask<MachineInspector> inspector;
    private final FutureTask<?> drawing = task(ChartFiles::prepare);
    private final FutureTask<RunResult> analysis = new FutureTask<>(Preloader::analyze);
    private final List<FutureTask<?>> steps;
    private final Thread thread = Threads.daemon("preloader", this::runSteps);

    /**
     * Steps that wait for whoever asks.
     *
     * @param environment this process's variables
     */
    public Preloader(Map<String, String> environment) {
        inspector = new FutureTask<>(() -> new MachineInspector(new CommandRunner(), environment));
        steps = List.of(
                inspector,
                drawing,
                analysis,
                task(MeterProcess::preload),
                task(() -> HtmlReport.render(outcome(analysis))),
                task(() -> draw(outcome(analysis))),
                task(() -> export(outcome(analysis))));
    }

    /** Steps that a thread of their own begins with at once. */
    public static Preloader begin(Map<String, String> environment) {
        Preloader preloader = new Preloader(environment);
        preloader.thread.start();
        return preloader;
    }

    private void runSteps() {
        steps.forEach(FutureTask::run);
    }

    /** The steps in their order, for tests. */
    List<FutureTask<?>> steps() {
        return steps;
    }

    /** What looks at the machine; its first look has begun. */
    MachineInspector inspector() {
        return outcome(inspector);
    }

    /**
     * Prepares the drawing of charts.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if Java lacks the libraries that it draws letters with
     */
    void prepareCharts() {
        outcome(drawing);
    }

    /** Skips the steps that have not begun, and waits for the one that has: nothing may run beside what is measured. */
    void finish() {
        steps.forEach(step -> step.cancel(false));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T outcome(FutureTask<T> step) {
        step.run();
        try {
            return step.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static FutureTask<?> task(Runnable action) {
        return new FutureTask<>(action, null);
    }

    private static RunResult analyze() {
        RunResult result = Analysis.analyze(ExampleRun.recording(), Rulebook.NONE);
        RunFolder.render(result);
        return result;
    }

    private static void draw(RunResult result) {
        SummaryImage.png(result);
        for (Chart figure : RunCharts.of(result).all()) {
            ChartFiles.png(figure);
        }
    }

    private static void export(RunResult result) {
        MarkdownSummary.render(result);
        for (Format format : Format.values()) {
            format.render(result);
        }
    }
}
