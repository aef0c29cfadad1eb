package dev.assay.app.request;

import dev.assay.environment.CpuList;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.NativeText;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.text.PrintableText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the values of options. Each method takes the option as it is typed, for its messages, and throws {@link Usage} for a bad value. */
final class ValueParser {
    private static final String ALL = "all";
    private static final int MOST_BLOCKS = 10_000;
    private static final int MOST_THREADS = 1024;
    private static final int LONGEST_NAME = 60;
    private static final double FINEST = 0.001;
    private static final double COARSEST = 0.5;
    private static final Pattern FRACTION = Pattern.compile("[0-9]?\\.?[0-9]{1,6}");
    private static final Pattern REQUEST = Pattern.compile("GET /[!-~]*");
    private static final Pattern NEXT_REQUEST = Pattern.compile("\\s+(?=GET\\s)");
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,2})?) ?%");

    private ValueParser() {}

    /** A text that is not blank. */
    static String required(String option, String text, String wanted) {
        if (text.isBlank()) {
            throw new Usage(option + "= is empty. Give " + wanted + ", or omit the option.");
        }
        return text;
    }

    static Path absolute(String option, String text, String wanted) {
        return NativeText.path(required(option, text, wanted)).toAbsolutePath().normalize();
    }

    static Path run(String option, String text) {
        return NativeText.path(required(option, text, "a run, such as " + option + "=latest"));
    }

    static Path folder(String option, String text) {
        Path folder = absolute(option, text, "a folder, such as " + option + "=build");
        if (!Files.isDirectory(folder)) {
            throw new Usage(option + ": " + folder + (Files.exists(folder) ? " is not a folder" : " does not exist")
                    + ". Give the folder in which the commands are to run.");
        }
        if (!Files.isExecutable(folder)) {
            throw new Usage(option + ": " + folder + " is not accessible. Fix its permissions.");
        }
        return folder;
    }

    static Path file(String option, String text) {
        Path file = absolute(option, text, "a file, such as " + option + "=data.txt");
        if (!Files.isRegularFile(file)) {
            String problem = Files.isDirectory(file)
                    ? " is a folder"
                    : Files.exists(file) ? " is not a regular file" : " does not exist";
            throw new Usage(option + ": " + file + problem
                    + ". Give a file, relative to the current folder; every process reads it from the beginning.");
        }
        if (!Files.isReadable(file)) {
            throw new Usage(option + ": " + file + " is not readable. Fix its permissions.");
        }
        return file;
    }

    static String displayName(String option, String text) {
        String name = required(option, text, "a name, such as " + option + "='version 2'")
                .strip();
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST_NAME) {
            throw new Usage(option + " has " + length
                    + " characters, and it appears in tables and charts. The limit is " + LONGEST_NAME + ".");
        }
        name.codePoints()
                .filter(c -> PrintableText.isInvisible(c) || Character.isISOControl(c))
                .findFirst()
                .ifPresent(c -> {
                    throw new Usage(
                            option + " contains an invisible character, " + PrintableText.shown(c) + ": remove it.");
                });
        return name;
    }

    static Profile profile(String option, String text) {
        return Arrays.stream(Profile.values())
                .filter(profile -> profile.toString().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Usage(option + ": '" + text + "' is not a valid profile: choose one of "
                        + names(Arrays.stream(Profile.values())) + "."));
    }

    static Set<Runtime> runtimes(String option, String text) {
        if (text.replace(",", "").isBlank()) {
            throw new Usage(option + "= is empty. Give one or more of " + names(Runtime.measured().stream())
                    + ", or omit the option.");
        }
        return Arrays.stream(text.split(",", -1))
                .map(name -> runtime(option, name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Runtime runtime(String option, String name) {
        return Runtime.measured().stream()
                .filter(runtime -> runtime.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Usage(option + "=" + name + " is not valid: give one or more of "
                        + names(Runtime.measured().stream()) + "."));
    }

    static String formatRuntimes(Set<Runtime> runtimes) {
        return runtimes.stream().map(Runtime::toString).sorted().collect(Collectors.joining(","));
    }

    private static String names(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(", "));
    }

    static int number(String option, String text, int least, int most) {
        int number = (int) integer(option, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (number < least || number > most) {
            throw new Usage(option + "=" + text + " is out of range: give "
                    + (most == Integer.MAX_VALUE
                            ? "a number of at least " + least
                            : least + " to " + most + ", such as 3")
                    + ".");
        }
        return number;
    }

    static int blocks(String option, String text) {
        int blocks = (int) integer(option, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (blocks < 1 || blocks > MOST_BLOCKS) {
            throw new Usage(option + "=" + blocks + " is out of range: give 1 to " + MOST_BLOCKS
                    + ". 95 % intervals need at least 6; 10 or more are better.");
        }
        return blocks;
    }

    static long seed(String option, String text) {
        return integer(option, text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static long integer(String option, String text, long least, long most) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Usage(option + "=" + text + " is not a whole number: give one, such as 3.");
    }

    static List<Integer> threads(String option, String text) {
        List<Integer> counts = Arrays.stream(text.split(",", -1))
                .map(count -> (int) integer(option, count, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .toList();
        for (int count : counts) {
            if (count < 1 || count > MOST_THREADS) {
                throw new Usage(option + "=" + count + " is out of range: give numbers from 1 to " + MOST_THREADS
                        + ", such as 1,2,4.");
            }
        }
        return counts;
    }

    static String formatThreads(List<Integer> counts) {
        return counts.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    static double precision(String option, String text) {
        Matcher matcher = SHARE.matcher(text.strip());
        double share = matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : 0;
        if (share < FINEST || share > COARSEST) {
            throw new Usage(
                    option + "=" + text + " is not a valid precision: give a percentage from 0.1% to 50%, such as 2%.");
        }
        return share;
    }

    static double share(String option, String text) {
        Matcher matcher = FRACTION.matcher(text.strip());
        double share = matcher.matches() ? Double.parseDouble(matcher.group()) : 0;
        if (share <= 0 || share > 1) {
            throw new Usage(
                    option + "=" + text + " is not a valid share: give a number above 0 and at most 1, such as 0.5.");
        }
        return share;
    }

    /** One or more of {@code GET /path}, with blanks between them. */
    static List<String> requests(String option, String text) {
        List<String> requests =
                List.of(NEXT_REQUEST.split(required(option, text, "a request, such as " + option + "='GET /'")
                        .strip()));
        requests.stream()
                .filter(request -> !REQUEST.matcher(request).matches())
                .findFirst()
                .ifPresent(request -> {
                    throw new Usage(option + "='" + request
                            + "' is not valid: give GET and a path in ASCII, such as " + option
                            + "='GET /items?count=10'. Other methods are not supported.");
                });
        return requests;
    }

    /** A time of at most so long. */
    static Duration time(String option, String text, Duration longest, String wanted) {
        Duration time = UnitParser.time(option, text);
        if (time.compareTo(longest) > 0) {
            throw new Usage(option + "=" + text + " is out of range: " + wanted);
        }
        return time;
    }

    static List<Integer> processors(String option, String text) {
        return text.equals(ALL)
                ? List.of()
                : CpuList.parse(text)
                        .orElseThrow(() -> new Usage(option + "=" + text
                                + " is not a valid list of processors: give numbers and ranges, such as 0,2-3, or all."
                                + " Allowed here: " + CpuList.show(CpuList.allowed()) + "."));
    }

    static String formatProcessors(List<Integer> processors) {
        return processors.isEmpty() ? ALL : CpuList.show(processors);
    }
}
