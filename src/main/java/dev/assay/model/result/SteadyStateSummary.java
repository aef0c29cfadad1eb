package dev.assay.model.result;

import dev.assay.text.Plurals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the processes of a trial settled that do their work again and again.
 *
 * @param each how many times each of them does it, at least 2
 * @param warmUp how many repetitions came before the steady ones: the median over the processes that settled; null when none did
 * @param flat how many processes were steady from the first repetition on
 * @param warmedUp how many became steady after slower repetitions
 * @param slowedDown how many became steady after a faster one
 * @param unsteady how many did not settle: their time of a repetition is the median of the last quarter
 */
public record SteadyStateSummary(
        int each, @Nullable Double warmUp, int flat, int warmedUp, int slowedDown, int unsteady) {
    /**
     * With fewer nobody knows whether what looks steady is. Of 1,054 series of Java programs that are labeled steady (Traini and others, Empir.
     * Softw. Eng. 28 (2023) 13), 30 repetitions look steady in 81 %, and of these every second one lies more than 5 % off; of 300, 7 % do.
     */
    public static final int FEWEST = 300;

    public SteadyStateSummary {
        if (each < 2) {
            throw new IllegalArgumentException("what is done " + each + " times is not repeated");
        }
    }

    /** How many processes there were. */
    public int processes() {
        return flat + warmedUp + slowedDown + unsteady;
    }

    /** Whether what looks steady is known to be. */
    public boolean known() {
        return each >= FEWEST;
    }

    /** All of it as a clause: {@code 30 repetitions in a process, of which the first 4 were warm-up (...)}. */
    public String inWords() {
        return each + " repetitions per process" + (known() ? "" : ", too few to detect a steady state") + ", of which "
                + beginning() + " (" + shapes() + ")";
    }

    private String beginning() {
        if (warmUp == null) {
            return "none were steady";
        }
        String count = warmUp % 1 == 0 ? Long.toString(warmUp.longValue()) : Double.toString(warmUp);
        return switch (count) {
            case "0" -> "none were warm-up";
            case "1" -> "the first was warm-up";
            default -> "the first " + count + " were warm-up";
        };
    }

    private String shapes() {
        List<String> shapes = new ArrayList<>();
        add(shapes, flat, "flat");
        add(shapes, warmedUp, "with a warm-up");
        add(shapes, slowedDown, "with a slow-down");
        add(shapes, unsteady, "unsteady");
        return Plurals.count(processes(), "process") + ": " + String.join(", ", shapes);
    }

    private static void add(List<String> shapes, int count, String shape) {
        if (count > 0) {
            shapes.add(count + " " + shape);
        }
    }
}
