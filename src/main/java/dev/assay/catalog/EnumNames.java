package dev.assay.catalog;

import dev.assay.text.PrintableText;
import java.util.Arrays;
import java.util.List;

/** Constants by the names they have in JSON, which are the texts of their {@code toString}. */
final class EnumNames {
    private EnumNames() {}

    /**
     * The constant of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <E extends Enum<E>> E parse(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        PrintableText.quote(name) + " is not one of " + String.join(", ", names(constants))));
    }

    /** The names of all constants, in order. */
    static <E extends Enum<E>> List<String> names(E[] constants) {
        return Arrays.stream(constants).map(Enum::toString).toList();
    }
}
