package dev.assay.model.catalog;

import java.util.List;

/**
 * The article whose claims are tested.
 *
 * @param title its title
 * @param publisher who published it
 * @param url where it is
 * @param published the day it came out, ISO 8601
 * @param revised the day it was last changed, ISO 8601
 * @param contradictions where it contradicts itself on what is tested here
 */
public record Article(
        String title,
        String publisher,
        String url,
        String published,
        String revised,
        List<Contradiction> contradictions) {
    /** Of a catalog without claims. */
    public static final Article NONE = new Article("", "", "", "", "");

    public Article {
        contradictions = List.copyOf(contradictions);
    }

    /** An article without contradictions. */
    public Article(String title, String publisher, String url, String published, String revised) {
        this(title, publisher, url, published, revised, List.of());
    }

    /**
     * Two places of the article that cannot both be right.
     *
     * @param sections the two places
     * @param text what they say, in our words
     * @param claims the claims that it is about
     */
    public record Contradiction(String sections, String text, List<String> claims) {
        public Contradiction {
            claims = List.copyOf(claims);
        }
    }
}
