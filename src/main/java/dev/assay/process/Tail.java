package dev.assay.process;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last bytes of a stream. Safe for one writer and many readers. */
final class Tail {
    private final int limit;
    private byte[] ring = new byte[1024];
    private long written;

    /** Keeps at most {@code limit} bytes. */
    Tail(int limit) {
        this.limit = limit;
    }

    synchronized void write(byte[] bytes, int length) {
        grow(length);
        for (int i = Math.max(0, length - ring.length); i < length; i++) {
            ring[(int) ((written + i) % ring.length)] = bytes[i];
        }
        written += length;
    }

    /** Whether something was dropped. */
    synchronized boolean truncated() {
        return written > ring.length;
    }

    /** What is kept, as UTF-8; a character that was cut in two is omitted. */
    synchronized String text() {
        if (!truncated()) {
            return new String(ring, 0, (int) written, StandardCharsets.UTF_8);
        }
        byte[] ordered = new byte[ring.length];
        int start = (int) (written % ring.length);
        System.arraycopy(ring, start, ordered, 0, ring.length - start);
        System.arraycopy(ring, 0, ordered, ring.length - start, start);
        int from = 0;
        while (from < 3 && (ordered[from] & 0xC0) == 0x80) {
            from++;
        }
        return new String(ordered, from, ordered.length - from, StandardCharsets.UTF_8);
    }

    /** Only a buffer that has not wrapped yet is made larger, so that its content stays in order. */
    private void grow(int length) {
        long wanted = written + length;
        if (ring.length < limit && wanted > ring.length) {
            int size = (int) Math.min(limit, Math.max(wanted, 2L * ring.length));
            ring = Arrays.copyOf(ring, size);
        }
    }
}
