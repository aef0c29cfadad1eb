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
final class RunSchema {
    private RunSchema() {}

    /** Where a file differs from it. */
    static List<Error> problems(Path runJson) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(RunSchema.class.getResourceAsStream("/dev/assay/schema/run-1.schema.json"));
        return schema.validate(Files.readString(runJson), InputFormat.JSON);
    }
}
