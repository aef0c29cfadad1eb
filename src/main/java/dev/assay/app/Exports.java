package dev.assay.app;

import dev.assay.export.Format;
import dev.assay.model.result.RunResult;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run in the formats of others, in the folder {@code exports} of its own.
 *
 * @param written the files
 * @param empty what could hold nothing of it
 */
public record Exports(List<Path> written, List<Format> empty) {
    private static final String FOLDER = "exports/";

    public static Exports write(RunFolder folder, RunResult result, Set<Format> formats) {
        List<Path> written = new ArrayList<>();
        List<Format> empty = new ArrayList<>();
        for (Format format : formats) {
            Optional<byte[]> content = format.render(result);
            if (content.isPresent()) {
                String name = FOLDER + format.fileName();
                folder.write(name, content.get());
                written.add(folder.path().resolve(name));
            } else {
                empty.add(format);
            }
        }
        return new Exports(List.copyOf(written), List.copyOf(empty));
    }
}
