package dev.assay.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * What ends an invocation, with a message made for the user: what is wrong, where, and what to do.
 *
 * <p>Each kind has its exit code; the command line maps one to the other.
 */
public abstract sealed class AssayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    private AssayException(String message) {
        super(message);
        this.message = message;
    }

    /** The message for the user; there always is one. */
    @Override
    public String getMessage() {
        return message;
    }

    /** Why a file could not be used, in words: the exceptions of Java's file systems often say no more than its path. */
    public static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException there) {
            return "something else exists at " + there.getFile();
        }
        if (cause instanceof FileSystemException files && files.getReason() != null) {
            return files.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** A wrong option or argument. */
    public static final class Usage extends AssayException {
        private static final long serialVersionUID = 1L;

        /** With a message for the user. */
        public Usage(String message) {
            super(message);
        }
    }

    /** A manifest, a claims file or a run folder that cannot be read. */
    public static final class Malformed extends AssayException {
        private static final long serialVersionUID = 1L;

        /** With a message for the user. */
        public Malformed(String message) {
            super(message);
        }
    }

    /** A compiler or interpreter that is missing, too old, or fails. */
    public static final class ToolchainFailure extends AssayException {
        private static final long serialVersionUID = 1L;

        private final ArrayList<String> packages;

        /** With a message for the user. */
        public ToolchainFailure(String message) {
            this(message, List.of());
        }

        /**
         * With a message for the user and what fixes it.
         *
         * @param packages what {@code apt install} has to bring on Debian and Ubuntu
         */
        public ToolchainFailure(String message, List<String> packages) {
            super(message);
            this.packages = new ArrayList<>(packages);
        }

        /** The packages of Debian and Ubuntu that fix it; empty when it takes something else. */
        public List<String> packages() {
            return List.copyOf(packages);
        }
    }

    /** A file or folder of Assay's own that cannot be written or read. */
    public static final class Storage extends AssayException {
        /** What to do where a file cannot be written. */
        public static final String REMEDY = "Check the permissions of its folder and the free space.";

        private static final long serialVersionUID = 1L;

        /** With a message for the user. */
        public Storage(String message) {
            super(message);
        }

        /**
         * With the system's reason between what failed and what to do.
         *
         * @param what failed, such as {@code Cannot write /a/b}
         * @param cause why
         * @param remedy what to do, a sentence
         */
        public Storage(String what, IOException cause, String remedy) {
            super(what + " (" + reason(cause) + "). " + remedy);
        }
    }

    /** The meter does not answer as it should. */
    public static final class MeterFailure extends AssayException {
        private static final long serialVersionUID = 1L;

        /** With a message for the user. */
        public MeterFailure(String message) {
            super(message);
        }
    }
}
