package dev.assay.model.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed, and by which rules that is decided.
 *
 * @param article where the claims come from
 * @param claims the claims, in the order of the file
 * @param sha256 the hash of the file as it was read; null where there is none
 * @param formerSha256 the hash that the file had when the same rules were written in the words of earlier versions; null where there is none
 * @param changedAt when the file was last written, as the file system says; null where there is none
 */
public record Rulebook(
        Article article,
        List<Claim> claims,
        @Nullable String sha256,
        @Nullable String formerSha256,
        @Nullable Instant changedAt) {
    /** Nothing is claimed. */
    public static final Rulebook NONE = of(Article.NONE, List.of());

    public Rulebook {
        claims = List.copyOf(claims);
    }

    /** Whether they are the rules of a file with that hash; words that were renamed make no other rules. */
    public boolean has(String hash) {
        return hash.equals(sha256) || hash.equals(formerSha256);
    }

    /** Claims that stand in no file. */
    public static Rulebook of(Article article, List<Claim> claims) {
        return new Rulebook(article, claims, null, null, null);
    }
}
