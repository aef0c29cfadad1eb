package dev.assay.environment;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers in the system's files. What is not a number is not there. */
final class ProcNumbers {
    private ProcNumbers() {}

    /** A whole number, not negative. */
    static OptionalLong whole(Optional<String> text) {
        return text.filter(digits -> digits.matches("[0-9]{1,19}")).stream()
                .mapToLong(digits -> Long.parseUnsignedLong(digits))
                .filter(number -> number >= 0)
                .findFirst();
    }

    /** A number with or without decimals, not negative. */
    static OptionalDouble decimal(Optional<String> text) {
        return text.filter(digits -> digits.matches("[0-9]{1,15}(\\.[0-9]{1,15})?")).stream()
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }

    /** The number behind a name in lines of {@code name number}, as {@code /proc/vmstat} has them. */
    static OptionalLong named(String name, String lines) {
        return whole(lines.lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip())
                .findFirst());
    }

    /** The sum; empty when there is nothing to add up. */
    static OptionalLong sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return numbers.length == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /** By how much a count rose; empty when one of the two is not known. A count that fell was reset, so it rose by what it shows now. */
    static OptionalLong rise(OptionalLong earlier, OptionalLong now) {
        if (earlier.isEmpty() || now.isEmpty()) {
            return OptionalLong.empty();
        }
        long before = earlier.getAsLong();
        return OptionalLong.of(now.getAsLong() < before ? now.getAsLong() : now.getAsLong() - before);
    }
}
