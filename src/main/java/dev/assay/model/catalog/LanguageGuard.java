package dev.assay.model.catalog;

/** A language and what guards its programs against weaknesses: a column of their table. */
public enum LanguageGuard {
    /** Rust without unsafe code. */
    RUST("rust", "Rust"),
    /** Rust with unsafe code. */
    RUST_UNSAFE("rust-unsafe", "Rust, unsafe"),
    /** Python. */
    PYTHON("python", "Python"),
    /** C. */
    C("c", "C"),
    /** C with the address and undefined-behavior sanitizers. */
    C_SANITIZED("c-sanitized", "C with sanitizers");

    private final String id;
    private final String title;

    LanguageGuard(String id, String title) {
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
