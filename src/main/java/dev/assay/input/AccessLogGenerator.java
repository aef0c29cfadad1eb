package dev.assay.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The input {@code access-log}: what a web server writes about each request, in the combined format. */
public final class AccessLogGenerator implements InputGenerator {
    static final String NAME = "access-log";

    private final InputRandom draws;

    /** Starts a file with the lower 32 bits of the seed. */
    public AccessLogGenerator(long seed) {
        draws = new InputRandom(seed);
    }

    /** Writes that many lines. */
    @Override
    public void write(long lines, OutputStream out) throws IOException {
        for (long i = 0; i < lines; i++) {
            String line =
                    "10." + draws.choice(256) + "." + draws.choice(256) + "." + draws.choice(256) + " - - [" + time()
                            + " +0000] \"" + method() + " /" + word() + "/" + word() + query() + " HTTP/1.1\" "
                            + answer() + " \"-\" \""
                            + agent() + "\"\n";
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String time() {
        return (10 + draws.choice(16)) + "/Aug/2026:" + (10 + draws.choice(8)) + ":" + (10 + draws.choice(32)) + ":"
                + (10 + draws.choice(32));
    }

    private String method() {
        return switch (draws.choice(8)) {
            case 6 -> "POST";
            case 7 -> "HEAD";
            default -> "GET";
        };
    }

    private String query() {
        return draws.choice(4) == 0 ? "?id=" + draws.next() : "";
    }

    /** Status and size. */
    private String answer() {
        return switch (draws.choice(16)) {
            case 12 -> "301 " + draws.next();
            case 13 -> "304 -";
            case 14 -> "404 " + draws.next();
            case 15 -> "500 " + draws.next();
            default -> "200 " + draws.next();
        };
    }

    private String agent() {
        return draws.choice(8) == 0
                ? word() + "-bot/" + draws.choice(16)
                : "Mozilla/5.0 (" + word() + "; " + word() + ") " + word() + "/" + draws.choice(128);
    }

    private String word() {
        return WordList.word(draws);
    }
}
