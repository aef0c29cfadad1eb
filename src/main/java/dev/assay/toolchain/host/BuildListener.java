package dev.assay.toolchain.host;

/** Told of what is built. Its methods return soon and do not throw; several threads may call them. */
public interface BuildListener {
    /** Tells nobody. */
    BuildListener SILENT = new BuildListener() {
        @Override
        public void step(String what) {
            // nobody asks
        }

        @Override
        public void detail(String line) {
            // nobody asks
        }
    };

    /** A step begins, such as {@code building the meter}. */
    void step(String what);

    /** A line that a compiler wrote meanwhile. */
    void detail(String line);
}
