package dev.assay.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed, and by which rules that is decided.
 *
 * @param article where the claims come from
 * @param claims the claims, in the order of the file
 * @param sha256 the hash of the file as it was read; null where there is none
 * @param changedAt when the file was last written, as the file system says; null where there is none
 */
public record Rulebook(
        Article article,
        List<Claim> claims,
        @Nullable String sha256,
        @Nullable Instant changedAt) {
    /** Nothing is claimed. */
    public static final Rulebook NONE = of(Article.NONE, List.of());

    public Rulebook {
        claims = List.copyOf(claims);
    }

    /** Claims that stand in no file. */
    public static Rulebook of(Article article, List<Claim> claims) {
        return new Rulebook(article, claims, null, null);
    }
}
