package dev.assay.model.catalog;

/** A language and what looks for mistakes in its programs before they run. */
public enum MistakeFinder {
    /** Rust and its compiler. */
    RUST("rust", "Rust"),
    /** Python alone. */
    PYTHON("python", "Python"),
    /** Python and a type checker. */
    PYTHON_CHECKED("python+mypy", "Python with a type checker");

    private final String id;
    private final String title;

    MistakeFinder(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name for readers. */
    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return id;
    }
}
