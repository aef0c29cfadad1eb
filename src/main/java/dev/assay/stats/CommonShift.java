package dev.assay.stats;

/**
 * Whether so many of many figures moved the same way at once that the cause is common to them: another machine, another system, a neighbor.
 * Programs that change one by one hardly do so.
 */
public final class CommonShift {
    /** The share beyond which it is. */
    public static final double MOST = 0.2;

    private CommonShift() {}

    /**
     * Whether it is: more than a fifth of them, and more than one, for one of few is a share of nothing.
     *
     * @param moved how many moved one way
     * @param all how many were looked at
     */
    public static boolean isCommon(int moved, int all) {
        return moved > 1 && moved > MOST * all;
    }
}
