package dev.assay.cli.option;

import dev.assay.app.SampleSize;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.StoppingPolicy;
import dev.assay.stats.Precision;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about how long something is measured. */
public final class StoppingOptions {
    private static final int MAX_BLOCKS = 10_000;
    private static final double FINEST = 0.001;
    private static final double COARSEST = 0.5;
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,2})?) ?%");

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            description =
                    "Target precision of each ratio, such as 2%% (default) or 0.5%%: half the width of its 95 %% interval.")
    private @Nullable String precision;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description =
                    "Time limit for measuring, such as 90s or 10m; spent first where it narrows intervals fastest (default: 5m30s;"
                            + " full: 60m).")
    private @Nullable String budget;

    /**
     * How much is measured in a run of one session: the fixed number that was asked for; else as much as precision and budget demand; else what the profile says.
     *
     * @param fixedOption the option that fixes the number
     * @param fixed what it was given
     * @throws Usage if one is out of range, or they contradict each other
     */
    public SampleSize extent(String fixedOption, @Nullable Integer fixed, Profile profile) {
        String adaptive = precision != null ? "--precision=" + precision : budget != null ? "--budget=" + budget : null;
        if (fixed != null) {
            if (adaptive != null) {
                throw new Usage(fixedOption + "=" + fixed + " and " + adaptive
                        + " cannot be combined: the first fixes how much is measured, the second lets Assay choose.");
            }
            return SampleSize.fixed(blocks(fixedOption, fixed));
        }
        Duration usual = profile.budget();
        if (usual == null) {
            if (adaptive != null) {
                throw new Usage(adaptive + " does not apply to a " + profile + " run, which has " + profile.blocks()
                        + " blocks and gives no verdicts. Use --profile=quick, or " + fixedOption + ".");
            }
            return SampleSize.fixed(profile.blocks());
        }
        return new SampleSize(
                profile.blocks(),
                1,
                new StoppingPolicy(
                        Precision.FEWEST,
                        Precision.STEP,
                        precision(),
                        budget(usual).toNanos()));
    }

    private double precision() {
        String given = precision;
        if (given == null) {
            return StoppingPolicy.USUAL_PRECISION;
        }
        Matcher matcher = SHARE.matcher(given.strip());
        double share = matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : 0;
        if (share < FINEST || share > COARSEST) {
            throw new Usage("--precision=" + given
                    + " is not a valid precision: give a percentage from 0.1% to 50%, such as 2%.");
        }
        return share;
    }

    private Duration budget(Duration usual) {
        String given = budget;
        Duration time = given == null ? usual : UnitParser.time("--budget", given);
        if (time.compareTo(LONGEST) > 0) {
            throw new Usage(
                    "--budget=" + given + " is out of range: give at most " + LONGEST.toDays() + " days, 168h.");
        }
        return time;
    }

    private static int blocks(String option, int asked) {
        if (asked < 1 || asked > MAX_BLOCKS) {
            throw new Usage(option + "=" + asked + " is out of range: give 1 to " + MAX_BLOCKS
                    + ". 95 % intervals need at least 6; 10 or more are better.");
        }
        return asked;
    }
}
