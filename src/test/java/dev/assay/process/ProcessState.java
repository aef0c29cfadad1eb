package dev.assay.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Looks at processes that are not this JVM's children. */
final class ProcessState {
    private ProcessState() {}

    /**
     * Waits until a killed process has ended. Where nothing collects orphans, as in a container whose first process is not an init, it stays in the
     * table as a zombie: that counts too.
     *
     * @return true; false if the thread is interrupted first
     */
    static boolean ended(long pid) throws IOException {
        while (runs(pid)) {
            if (Thread.interrupted()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    private static boolean runs(long pid) throws IOException {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return ProcessHandle.of(pid).isPresent();
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return false;
            }
            throw e;
        }
    }
}
