package dev.assay.environment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Processors by number, written as the kernel and {@code taskset} write them: {@code 0,2-3}. */
public final class CpuList {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    private CpuList() {}

    /** The numbers in the order in which they stand; empty when the text is not a list. */
    public static Optional<List<Integer>> parse(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.strip().split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (last < first) {
                return Optional.empty();
            }
            IntStream.rangeClosed(first, last).forEach(numbers::add);
        }
        return Optional.of(List.copyOf(numbers));
    }

    /** The list as text, runs as ranges. */
    public static String show(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.size(); ) {
            int end = i;
            while (end + 1 < numbers.size() && numbers.get(end + 1) == numbers.get(end) + 1) {
                end++;
            }
            text.append(text.isEmpty() ? "" : ",").append(numbers.get(i));
            if (end > i) {
                text.append(end == i + 1 ? "," : "-").append(numbers.get(end));
            }
            i = end + 1;
        }
        return text.toString();
    }

    /** The processors that this process may use, and so what it starts: what the machine has, less what a container or {@code taskset} takes away. */
    public static List<Integer> allowed() {
        return allowed(new SystemFiles(Path.of("/")));
    }

    /** Where the system does not tell, as many as Java counts. */
    static List<Integer> allowed(SystemFiles files) {
        return parse(new SystemSettings(files).allowedProcessors())
                .orElseGet(() -> IntStream.range(0, Runtime.getRuntime().availableProcessors())
                        .boxed()
                        .toList());
    }
}
