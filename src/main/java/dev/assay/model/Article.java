package dev.assay.model;

/**
 * The article whose claims are tested.
 *
 * @param title its title
 * @param publisher who published it
 * @param url where it is
 * @param published the day it came out, ISO 8601
 * @param revised the day it was last changed, ISO 8601
 */
public record Article(String title, String publisher, String url, String published, String revised) {}
