package dev.assay.model;

/**
 * Something that makes figures worse, as a value.
 *
 * @param code a short stable name, such as {@code load}
 * @param message what is the matter
 * @param remedy what to do about it
 */
public record Warning(String code, String message, String remedy) {}
