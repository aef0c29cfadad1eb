package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.toolchain.host.BuildListener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one invocation build at a time; the system frees the lock when a process ends, however it ends. */
final class BuildLock {
    /** A file lock is held by the whole JVM, so threads need one of their own. */
    private static final ReentrantLock IN_THIS_JVM = new ReentrantLock();

    private BuildLock() {}

    /** Does some work while nobody else builds in the folder; says so if it has to wait for another. */
    static <T> T holding(Path target, BuildListener listener, Supplier<T> work) {
        IN_THIS_JVM.lock();
        try (FileChannel channel = open(target)) {
            if (channel.tryLock() == null) {
                listener.step("waiting for another build to finish");
                channel.lock();
            }
            return work.get();
        } catch (IOException e) {
            throw new AssayException.Storage(
                    "Cannot lock " + target + " for building", e, AssayException.Storage.REMEDY);
        } finally {
            IN_THIS_JVM.unlock();
        }
    }

    private static FileChannel open(Path target) throws IOException {
        Files.createDirectories(target);
        return FileChannel.open(target.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
