package dev.assay.stats;

/** Straight lines between the values of a short table. */
final class Interpolation {
    private Interpolation() {}

    /**
     * The value at a place; beyond the ends of the table that of the nearer end.
     *
     * @param places those of the table, rising
     * @param values as many
     */
    static double interpolate(int place, int[] places, double[] values) {
        if (place <= places[0]) {
            return values[0];
        }
        int upper = 1;
        while (upper < places.length && places[upper] < place) {
            upper++;
        }
        if (upper == places.length) {
            return values[upper - 1];
        }
        double share = (double) (place - places[upper - 1]) / (places[upper] - places[upper - 1]);
        return values[upper - 1] + share * (values[upper] - values[upper - 1]);
    }
}
