package dev.assay.model;

/** An interpreter or compiler whose programs are measured; the word of the field, whatever else {@code java.lang} calls so. */
@SuppressWarnings("JavaLangClash")
public enum Runtime {
    /** Rust, compiled by cargo and rustc. */
    RUST("rust", "Rust", true),
    /** CPython. */
    PYTHON("python", "Python", false),
    /** C, the reference both are held against. */
    C("c", "C", true),
    /** PyPy, a Python with a just-in-time compiler; it runs Python's programs. */
    PYPY("pypy", "PyPy", false),
    /** CPython without its global lock; it runs Python's programs. */
    PYTHON_FT("python-ft", "Free-threaded Python", false),
    /** A command of the user's own, given to {@code compare}. */
    COMMAND("command", "Command", false),
    /** The program that does nothing and ends: the noise floor. */
    NOOP("noop", "No-op", true);

    private final String id;
    private final String title;
    private final boolean compiled;

    Runtime(String id, String title, boolean compiled) {
        this.id = id;
        this.title = title;
        this.compiled = compiled;
    }

    /** The name for readers, such as {@code Python}. */
    public String title() {
        return title;
    }

    /** Whether programs are built to native code before they run. */
    public boolean compiled() {
        return compiled;
    }

    /** Whether it is a Python, so that programs are Python's. */
    public boolean python() {
        return this == PYTHON || this == PYPY || this == PYTHON_FT;
    }

    /** Whether its programs are looked for only where it is found, and left out where it is not. */
    public boolean optional() {
        return this == PYPY || this == PYTHON_FT;
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
        for (Runtime runtime : values()) {
            if (runtime.id.equals(id)) {
                return runtime;
            }
        }
        throw new IllegalArgumentException("no runtime is called '" + id + "'");
    }
}
