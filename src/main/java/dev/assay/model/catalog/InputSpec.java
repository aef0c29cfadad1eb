package dev.assay.model.catalog;

import dev.assay.model.Profile;
import java.util.Map;

/**
 * The input file of a workload, made by the harness and given to the program as its standard input.
 *
 * @param generator the name of the generator, such as {@code words}
 * @param seed the start of its number sequence, 0 to 2^32 - 1
 * @param sha256 the hash of the file for each profile's size
 */
public record InputSpec(String generator, long seed, Map<Profile, String> sha256) {
    public InputSpec {
        if (seed < 0 || seed > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("an input's seed lies between 0 and 4294967295, not " + seed);
        }
        sha256 = Profile.ordered(sha256);
    }
}
