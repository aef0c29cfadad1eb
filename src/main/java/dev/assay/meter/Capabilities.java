package dev.assay.meter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a meter can do on this machine, as it says itself.
 *
 * @param states by ability: {@link #YES}, or the reason why not, or {@link #UNKNOWN}; those that are known here first
 */
public record Capabilities(Map<String, String> states) {
    /** What a meter says of what it can do. */
    public static final String YES = "yes";
    /** What a meter says nothing of. */
    public static final String UNKNOWN = "unknown";

    /** Peaks of memory are read from the address spaces themselves. */
    public static final String TRACE = "trace";
    /** CPU time is counted for the whole tree of a program, whoever waits for whom. */
    public static final String TASK_CLOCK = "taskClock";
    /** Instructions, cache misses and the like are counted by the processor. */
    public static final String COUNTERS = "counters";
    /** Nothing survives the meter's own violent death. */
    public static final String WARDEN = "warden";

    /** How the name of such a fact begins. */
    public static final String FACT = "meter: ";

    private static final Map<String, String> TITLES = titles();

    public Capabilities {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String known : TITLES.keySet()) {
            ordered.put(known, states.getOrDefault(known, UNKNOWN));
        }
        ordered.putAll(states);
        states = Collections.unmodifiableMap(ordered);
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(TRACE, "memory by trace");
        titles.put(TASK_CLOCK, "CPU time of whole trees");
        titles.put(COUNTERS, "hardware counters");
        titles.put(WARDEN, "warden");
        return Collections.unmodifiableMap(titles);
    }

    /** The state of one of them. */
    public String state(String ability) {
        return states.getOrDefault(ability, UNKNOWN);
    }

    /** Whether the meter says that it cannot do this; some of it, of which it says {@code only ...}, is not nothing. */
    public boolean lacks(String ability) {
        String state = state(ability);
        return !state.equals(YES) && !state.equals(UNKNOWN) && !state.startsWith("only ");
    }

    /** An ability in words. */
    public static String title(String ability) {
        return TITLES.getOrDefault(ability, ability);
    }

    /** What {@link #facts} of a machine say of a meter. */
    public static Capabilities of(Map<String, String> facts) {
        Map<String, String> states = new LinkedHashMap<>();
        TITLES.forEach((ability, title) -> states.put(ability, facts.getOrDefault(FACT + title, UNKNOWN)));
        return new Capabilities(states);
    }

    /** As facts of the machine: what can be measured on it. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        states.forEach((ability, state) -> facts.put(FACT + title(ability), state));
        return Collections.unmodifiableMap(facts);
    }
}
