package dev.assay.toolchain;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.run.Toolchain;
import dev.assay.toolchain.host.LanguageTools;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tools of a language that only tests know. */
public final class ExtraLanguage implements AutoCloseable, LanguageTools {
    private final Runtime runtime;
    private final Function<Languages, LanguageTools> line;

    /** Makes them known until this is closed. */
    public ExtraLanguage(Runtime runtime) {
        this.runtime = runtime;
        this.line = all -> this;
        Languages.KNOWN.add(line);
    }

    @Override
    public Runtime runtime() {
        return runtime;
    }

    @Override
    public Toolchain find() {
        return new Toolchain(runtime, "/opt/tool", "0.14.1", Map.of(), List.of());
    }

    @Override
    public Map<Programs.Key, Programs.Built> build(
            Catalog catalog, List<RequestedPrograms.Program> programs, List<Layout> layouts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Programs.Built buildVariant(Catalog catalog, RequestedPrograms.Program program, List<Layout> layouts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        Languages.KNOWN.remove(line);
    }
}
