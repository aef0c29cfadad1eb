package dev.assay.model;

import dev.assay.model.catalog.RuntimePair;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An interpreter or compiler whose programs are measured; the word of the field, whatever else {@code java.lang} calls so. Everything else
 * about a runtime follows from what is said of it here, from the pairs in {@link RuntimePair}, and from its tools.
 */
@SuppressWarnings("JavaLangClash")
public final class Runtime implements Comparable<Runtime> {
    /** What may hold of a runtime. */
    enum Trait {
        /** Its programs are built to native code before they run. */
        COMPILED,
        /** The user can choose to measure it. */
        MEASURABLE,
        /** Its programs are looked for only where it is found, and skipped where it is not. */
        OPTIONAL,
        /** It can have probes. */
        PROBED,
        /** It runs Python's programs. */
        PYTHON,
        /** Its programs can be linked in several layouts. */
        RELINKED
    }

    static final List<Runtime> KNOWN = new CopyOnWriteArrayList<>();

    /** Rust, compiled by cargo and rustc. */
    public static final Runtime RUST = known(new Runtime(
            "rust",
            "Rust",
            new RuntimeStyle("#D55E00", "#E69F00", MarkerShape.CIRCLE),
            Trait.COMPILED,
            Trait.MEASURABLE,
            Trait.PROBED,
            Trait.RELINKED));
    /** CPython. */
    public static final Runtime PYTHON = known(new Runtime(
            "python",
            "Python",
            new RuntimeStyle("#0072B2", "#56B4E9", MarkerShape.DIAMOND),
            Trait.MEASURABLE,
            Trait.PROBED,
            Trait.PYTHON));
    /** C, the reference of both. */
    public static final Runtime C = known(new Runtime(
            "c",
            "C",
            new RuntimeStyle("#009E73", "#2CC99B", MarkerShape.SQUARE),
            Trait.COMPILED,
            Trait.MEASURABLE,
            Trait.PROBED,
            Trait.RELINKED));
    /** C++, which Rust is compared with where its programs differ from those of C. */
    public static final Runtime CPP = known(new Runtime(
            "cpp",
            "C++",
            new RuntimeStyle("#332288", "#8F7BFF", MarkerShape.PLUS),
            Trait.COMPILED,
            Trait.MEASURABLE,
            Trait.OPTIONAL,
            Trait.PROBED,
            Trait.RELINKED));
    /** PyPy, a Python with a just-in-time compiler: beside Python it must not look like it. */
    public static final Runtime PYPY = known(new Runtime(
            "pypy",
            "PyPy",
            new RuntimeStyle("#A8508A", "#DD9BC2", MarkerShape.TRIANGLE),
            Trait.MEASURABLE,
            Trait.OPTIONAL,
            Trait.PYTHON));
    /** CPython without its global lock. */
    public static final Runtime PYTHON_FT = known(new Runtime(
            "python-ft",
            "Free-threaded Python",
            new RuntimeStyle("#7A5C00", "#F0E442", MarkerShape.INVERSE_TRIANGLE),
            Trait.MEASURABLE,
            Trait.OPTIONAL,
            Trait.PYTHON));
    /** A user's command, given to {@code compare}. */
    public static final Runtime COMMAND = known(new Runtime("command", "Command", RuntimeStyle.NEUTRAL));
    /** The program that does nothing and ends: the noise floor. */
    public static final Runtime NOOP = known(new Runtime("noop", "No-op", RuntimeStyle.NEUTRAL, Trait.COMPILED));

    private final String id;
    private final String title;
    private final RuntimeStyle style;
    private final Set<Trait> traits;

    Runtime(String id, String title, RuntimeStyle style, Trait... traits) {
        this.id = id;
        this.title = title;
        this.style = style;
        this.traits = Set.of(traits);
    }

    private static Runtime known(Runtime runtime) {
        KNOWN.add(runtime);
        return runtime;
    }

    /** All, in the order of lists and tables. */
    public static List<Runtime> all() {
        return List.copyOf(KNOWN);
    }

    /** Those that a user can choose to measure, in the same order. */
    public static List<Runtime> measured() {
        return KNOWN.stream().filter(Runtime::measurable).toList();
    }

    /** The name for readers, such as {@code Python}. */
    public String title() {
        return title;
    }

    /** Its colors and shape in charts. */
    public RuntimeStyle style() {
        return style;
    }

    /** Whether programs are built to native code before they run. */
    public boolean compiled() {
        return traits.contains(Trait.COMPILED);
    }

    /** Whether the user can choose to measure it. */
    public boolean measurable() {
        return traits.contains(Trait.MEASURABLE);
    }

    /** Whether it is a Python, so that programs are Python's. */
    public boolean python() {
        return traits.contains(Trait.PYTHON);
    }

    /** Whether its programs are looked for only where it is found, and left out where it is not. */
    public boolean optional() {
        return traits.contains(Trait.OPTIONAL);
    }

    /** Whether it can have probes. */
    public boolean probed() {
        return traits.contains(Trait.PROBED);
    }

    /** Whether its programs can be linked in several layouts. */
    public boolean relinked() {
        return traits.contains(Trait.RELINKED);
    }

    /** The place among all. */
    @Override
    public int compareTo(Runtime other) {
        return Integer.compare(KNOWN.indexOf(this), KNOWN.indexOf(other));
    }

    /** The name in JSON, options and trial ids, such as {@code python}. */
    @Override
    public String toString() {
        return id;
    }

    /**
     * The runtime of that id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Runtime of(String id) {
        return KNOWN.stream()
                .filter(runtime -> runtime.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no runtime is called '" + id + "'"));
    }
}
