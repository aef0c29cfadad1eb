package dev.assay.model;

/**
 * The look of a runtime in charts: distinguished by color or shape alone. Colors after Okabe and Ito, for every kind of color vision.
 *
 * @param light the color on white, {@code #RRGGBB}
 * @param dark the color on black, {@code #RRGGBB}
 * @param shape the form of its dots
 */
public record RuntimeStyle(String light, String dark, MarkerShape shape) {
    /** Of what belongs to no runtime, and of what the data do not decide. */
    public static final RuntimeStyle NEUTRAL = new RuntimeStyle("#6B7280", "#9AA3B0", MarkerShape.CROSS);
}
