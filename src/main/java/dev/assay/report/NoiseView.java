package dev.assay.report;

import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Distribution;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Noise;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.RunHeader;
import dev.assay.text.NumberText;
import dev.assay.text.RatioText;

/**
 * What the session could not have distinguished.
 *
 * @param floor what a program costs that does nothing
 * @param canary one program against itself
 * @param resolution the smallest ratio that a verdict may rest on
 * @param sessions how many there were, and what that leaves unknown
 */
record NoiseView(String floor, String canary, String resolution, String sessions) {
    static NoiseView of(RunResult result) {
        Noise noise = result.noise();
        return new NoiseView(
                floor(noise), canary(noise), RatioText.of(noise.resolution()).value(), sessions(result.header()));
    }

    private static String sessions(RunHeader header) {
        if (header.sampling().sessions() > 1) {
            return header.sampling().sessions()
                    + " on this machine, each with its own warm-ups and a fresh meter; the tables of ratios also show the interval"
                    + " across sessions";
        }
        return "one: its intervals hold for this machine on this day. It cannot show how much ratios change after a reboot or"
                + " on another day" + (header.comparesCommands() ? "" : "; -Dsessions=3 shows it");
    }

    private static String floor(Noise noise) {
        Estimate wall = noise.floor().typical().get(Metric.WALL);
        Estimate peak = noise.floor().typical().get(Metric.PEAK);
        if (wall == null) {
            return "not measured";
        }
        return NumberText.time(wall.value())
                + spread(noise, Metric.WALL)
                + (peak == null ? "" : "; " + NumberText.bytes(peak.value()) + spread(noise, Metric.PEAK));
    }

    private static String spread(Noise noise, Metric metric) {
        Distribution spread = noise.floorSpread().get(metric);
        return spread == null
                ? ""
                : " (middle half " + NumberText.range(metric.unit(), spread.q25(), spread.q75()) + ", all "
                        + NumberText.range(metric.unit(), spread.min(), spread.max()) + ")";
    }

    private static String canary(Noise noise) {
        Comparison canary = noise.canary();
        if (canary == null) {
            return "not available";
        }
        RatioText ratio = canary.estimate().ratio(90);
        String passed = Boolean.TRUE.equals(noise.canaryPassed()) ? "passed" : "failed";
        return passed + ": " + ratio.value() + (ratio.words().isEmpty() ? "" : ", 90 % interval " + ratio.words());
    }
}
