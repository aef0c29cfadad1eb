package dev.assay.stats;

/** What was found when a series was looked at for one thing that would make its interval promise too much. */
public sealed interface Check permits Autocorrelation, Bimodality, LevelChange, OrderEffect, Trend {

    /** Whether the statistic lies beyond its threshold: of clean series, at most five in a hundred. */
    boolean fires();
}
