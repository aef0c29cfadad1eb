package dev.assay.process;

/** Threads that work in the background. */
public final class Threads {
    private Threads() {}

    /**
     * A thread that is not started yet. What it throws goes to the process's handler, of whatever group it is: Maven's own group would
     * only take note of it.
     */
    public static Thread named(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setUncaughtExceptionHandler(Thread.getDefaultUncaughtExceptionHandler());
        return thread;
    }

    /** The same for one that does not keep the process alive. */
    public static Thread daemon(String name, Runnable work) {
        Thread thread = named(name, work);
        thread.setDaemon(true);
        return thread;
    }
}
