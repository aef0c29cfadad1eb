package dev.assay.cli.option;

import dev.assay.app.SampleSize;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Profile;
import dev.assay.model.StoppingPolicy;
import dev.assay.run.SessionBreak;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about the sessions of a run. */
public final class SessionOptions {
    private static final String RESUME = "resume";
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofDays(1);

    @Option(
            names = "--sessions",
            paramLabel = "N",
            description =
                    "Spread the blocks over N sessions, each with its own warm-ups and a fresh meter. Each ratio then also gets an"
                            + " interval that covers other sessions (default: 1; full without --blocks: 3).")
    private @Nullable Integer sessions;

    @Option(
            names = "--session-pause",
            paramLabel = "TIME",
            description =
                    "Time to wait between two sessions, such as 10m. With 'resume' the run ends after each session, and --resume"
                            + " measures the next one, after a reboot or on another day.")
    private @Nullable String pause;

    /**
     * The extent of a run that is spread over sessions. Where workloads stop by themselves, each session may have as many blocks as it takes for
     * all to have the same even number.
     *
     * @throws Usage if that cannot be done
     */
    public SampleSize over(SampleSize extent, Profile profile) {
        Integer given = sessions;
        StoppingPolicy stopping = extent.stopping();
        int count = given != null ? given : stopping == null ? 1 : profile.sessions();
        if (count < 1 || count > MOST) {
            throw new Usage("--sessions=" + count + " is out of range: give 1 to " + MOST + ", such as 3.");
        }
        if (pause != null && count == 1) {
            throw new Usage("--session-pause=" + pause
                    + " waits between sessions, but this run has only one. Add --sessions=3, for example.");
        }
        if (stopping != null) {
            return new SampleSize(count * stopping.blocksOfSession(extent.blocks(), count), count, stopping);
        }
        if (extent.blocks() % count != 0) {
            throw new Usage("--sessions=" + count + " cannot divide " + extent.blocks()
                    + " blocks evenly. Set --blocks to a multiple of " + count + ", such as --blocks="
                    + count * (1 + extent.blocks() / count) + ".");
        }
        return new SampleSize(extent.blocks(), count, null);
    }

    /**
     * What lies between two sessions.
     *
     * @throws Usage if it is no time
     */
    public SessionBreak between() {
        String given = pause;
        if (given == null) {
            return SessionBreak.NONE;
        }
        if (given.equals(RESUME)) {
            return SessionBreak.UNTIL_RESUMED;
        }
        Duration time = UnitParser.time("--session-pause", given);
        if (time.compareTo(LONGEST) > 0) {
            throw new Usage("--session-pause=" + given
                    + " is out of range: give at most 24h, or 'resume' to continue whenever you like.");
        }
        return new SessionBreak(time, false);
    }

    /** The options that ask for it; none for a run of one session that was not asked for. */
    public Map<String, String> recorded(SampleSize extent) {
        Map<String, String> options = new LinkedHashMap<>();
        if (sessions != null || extent.sessions() > 1) {
            options.put("sessions", Integer.toString(extent.sessions()));
        }
        if (pause != null) {
            options.put("session-pause", pause);
        }
        return options;
    }
}
