package dev.assay.chart;

import dev.assay.model.MarkerShape;
import dev.assay.model.Runtime;
import dev.assay.model.RuntimeStyle;
import java.util.List;
import java.util.stream.Stream;

/**
 * Color and shape of what belongs together; distinguished by either alone.
 *
 * @param name the name in style sheets
 * @param look its color and shape
 */
public record SeriesStyle(String name, RuntimeStyle look) {
    /** The first of two commands. */
    public static final SeriesStyle BASELINE = new SeriesStyle("baseline", Runtime.PYTHON.style());
    /** The second of two commands. */
    public static final SeriesStyle CONTENDER = new SeriesStyle("contender", Runtime.RUST.style());
    /** What the data do not decide. */
    public static final SeriesStyle NEUTRAL = new SeriesStyle("neutral", RuntimeStyle.NEUTRAL);

    /** The style of a runtime. */
    public static SeriesStyle of(Runtime runtime) {
        return runtime.measurable() ? new SeriesStyle(runtime.toString(), runtime.style()) : NEUTRAL;
    }

    /** Every style that a chart can have. */
    public static List<SeriesStyle> all() {
        return Stream.concat(Runtime.measured().stream().map(SeriesStyle::of), Stream.of(BASELINE, CONTENDER, NEUTRAL))
                .toList();
    }

    /** The color on white, {@code #RRGGBB}. */
    public String light() {
        return look.light();
    }

    /** The color on black, {@code #RRGGBB}. */
    public String dark() {
        return look.dark();
    }

    /** The form of its dots. */
    public MarkerShape shape() {
        return look.shape();
    }

    /** The name in style sheets. */
    @Override
    public String toString() {
        return name;
    }
}
