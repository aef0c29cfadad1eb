package dev.assay.model.catalog;

/**
 * What a program makes whose memory is measured per element.
 *
 * @param structure the name that it shares with the same structure in other languages, such as {@code integers}
 * @param variant {@code std} for the structure that is usual in its language, or what it is instead
 */
public record GrowthSetup(String structure, String variant) {}
