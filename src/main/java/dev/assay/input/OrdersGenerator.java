package dev.assay.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The input {@code orders}: a table as comma-separated values, with a header, decimals, and names in quotes where they have a comma. */
public final class OrdersGenerator implements InputGenerator {
    static final String NAME = "orders";

    private static final int PRODUCTS = 64;
    private static final int CUSTOMERS = 4096;
    private static final String[] QUARTERS = {"00", "25", "50", "75"};

    private final InputRandom draws;

    /** Starts a file with the lower 32 bits of the seed. */
    public OrdersGenerator(long seed) {
        draws = new InputRandom(seed);
    }

    /** Writes the header and that many orders. */
    @Override
    public void write(long orders, OutputStream out) throws IOException {
        out.write("order,day,customer,product,quantity,price\n".getBytes(StandardCharsets.US_ASCII));
        for (long order = 1; order <= orders; order++) {
            String line = order + "," + day() + "," + (1 + draws.choice(CUSTOMERS)) + "," + product() + ","
                    + (1 + draws.choice(16)) + "," + price() + "\n";
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String day() {
        return "2026-0" + (1 + draws.choice(8)) + "-" + (10 + draws.choice(16));
    }

    private String product() {
        int product = draws.choice(PRODUCTS);
        String word = WordList.spell(product + 1);
        return product % 8 == 7 ? '"' + word + ", large\"" : word;
    }

    /** In quarters, so that sums of prices are exact in any order. */
    private String price() {
        int quarters = draws.choice(4096);
        return quarters / 4 + "." + QUARTERS[quarters % 4];
    }
}
