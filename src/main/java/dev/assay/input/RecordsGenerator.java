package dev.assay.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The input {@code records}: a JSON object a line, with every kind of value and, in a part of its notes, every kind of escape. */
public final class RecordsGenerator implements InputGenerator {
    static final String NAME = "records";

    private static final int HALF = 1 << 15;

    private final InputRandom draws;

    /** Starts a file with the lower 32 bits of the seed. */
    public RecordsGenerator(long seed) {
        draws = new InputRandom(seed);
    }

    /** Writes that many objects. */
    @Override
    public void write(long records, OutputStream out) throws IOException {
        for (long id = 1; id <= records; id++) {
            String record = "{\"id\": " + id + ", \"name\": \"" + word() + " " + word() + "\", \"active\": "
                    + (draws.choice(2) == 1) + ", \"score\": " + (draws.next() - HALF) + ", \"place\": {\"x\": "
                    + decimal() + ", \"y\": " + decimal() + "}, \"tags\": [" + tags() + "], \"note\": " + note()
                    + "}\n";
            out.write(record.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String word() {
        return WordList.word(draws);
    }

    /** Whole part and five decimals. */
    private String decimal() {
        int whole = draws.next() - HALF;
        String decimals = Integer.toString(100_000 + draws.next());
        return whole + "." + decimals.substring(1);
    }

    private String tags() {
        StringBuilder tags = new StringBuilder();
        int count = draws.choice(4);
        for (int i = 0; i < count; i++) {
            tags.append(i > 0 ? ", " : "").append('"').append(word()).append('"');
        }
        return tags.toString();
    }

    private String note() {
        return switch (draws.choice(8)) {
            case 0, 1, 2, 3 -> "null";
            case 4 -> '"' + word() + "\\n\\t" + word() + '"';
            case 5 -> '"' + word() + " \\\"" + word() + "\\\" " + word() + '"';
            case 6 -> '"' + word() + " caf\\u00e9 \\ud83d\\ude00" + '"';
            default -> '"' + word() + ' ' + word() + ' ' + word() + ' ' + word() + '"';
        };
    }
}
