package dev.assay.cli.option;

import dev.assay.model.Profile;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a profile and names them all when there is none of that name. */
public final class ProfileName implements ITypeConverter<Profile> {
    @Override
    public Profile convert(String value) {
        return Arrays.stream(Profile.values())
                .filter(profile -> profile.toString().equals(value.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + value + "' is not a valid profile: choose one of "
                        + Arrays.stream(Profile.values()).map(Profile::toString).collect(Collectors.joining(", "))));
    }
}
