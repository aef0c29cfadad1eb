package dev.assay.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The input {@code source}: lines of a made-up programming language, a statement or a comment each. */
public final class SourceGenerator implements InputGenerator {
    static final String NAME = "source";

    private static final String[] OPERATORS = {"+", "-", "*", "/", "<", "<=", "==", "!="};

    private final InputRandom draws;

    /** Starts a file with the lower 32 bits of the seed. */
    public SourceGenerator(long seed) {
        draws = new InputRandom(seed);
    }

    /** Writes that many lines. */
    @Override
    public void write(long lines, OutputStream out) throws IOException {
        for (long i = 0; i < lines; i++) {
            out.write((line() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String line() {
        return switch (draws.choice(8)) {
            case 0 -> "// " + word() + " " + word() + " " + word() + " " + word();
            case 1 -> "print(\"" + word() + " \\\"" + word() + "\\\"\", " + expression() + ");";
            case 2 -> "if (" + expression() + ") { " + assignment() + " } else { " + assignment() + " }";
            case 3 -> "while (" + expression() + ") { " + assignment() + " }";
            default -> assignment();
        };
    }

    private String assignment() {
        return word() + " = " + expression() + ";";
    }

    private String expression() {
        StringBuilder expression = new StringBuilder(operand());
        int more = draws.choice(4);
        for (int i = 0; i < more; i++) {
            expression.append(operator()).append(operand());
        }
        return expression.toString();
    }

    private String operator() {
        return " " + OPERATORS[draws.choice(OPERATORS.length)] + " ";
    }

    private String operand() {
        return switch (draws.choice(4)) {
            case 0 -> Integer.toString(draws.next());
            case 1 -> "(" + word() + operator() + draws.next() + ")";
            default -> word();
        };
    }

    private String word() {
        return WordList.word(draws);
    }
}
