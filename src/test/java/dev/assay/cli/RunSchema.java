package dev.assay.cli;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shape that every {@code run.json} has. */
public final class RunSchema {
    private RunSchema() {}

    /** Where a file differs from it. */
    public static List<Error> problems(Path runJson) throws IOException {
        return problems(runJson, "run-1.schema.json");
    }

    /** Where a file differs from another of the schemas. */
    public static List<Error> problems(Path file, String name) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(RunSchema.class.getResourceAsStream("/dev/assay/schema/" + name));
        return schema.validate(Files.readString(file), InputFormat.JSON);
    }
}
