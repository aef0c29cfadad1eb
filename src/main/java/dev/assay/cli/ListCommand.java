package dev.assay.cli;

import dev.assay.console.Console;
import dev.assay.console.Console.Style;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Catalog;
import dev.assay.model.Claim;
import dev.assay.model.Implementation;
import dev.assay.model.Probe;
import dev.assay.model.ProbeOutcome;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.Toolchain;
import dev.assay.model.Workload;
import dev.assay.toolchain.Builder;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what there is. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists suites, workloads with their programs, and claims; and what would be skipped here, and why.",
        footerHeading = "%nExample:%n",
        footer = "  mvn exec:java -Dexec.args=list")
final class ListCommand implements Callable<Integer> {
    private static final int ID = 24;

    private final Map<String, String> environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final CatalogOption catalogs = new CatalogOption();

    @Mixin
    private final ToolOptions tools = new ToolOptions();

    ListCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Console console = output.console(environment);
        Home home = Home.find();
        Catalog catalog = catalogs.read(home);
        workloads(console, catalog);
        if (!catalog.claims().isEmpty()) {
            claims(console, catalog);
        }
        runtimes(console, catalog, Workbench.builder(console, home, tools.choice(), environment));
        return ExitCode.DONE.code();
    }

    private static void workloads(Console console, Catalog catalog) {
        for (String suite : catalog.suites()) {
            console.result(console.styled(Style.BOLD, "suite " + suite));
            catalog.workloads().stream()
                    .filter(workload -> workload.suite().equals(suite))
                    .forEach(workload -> workload(console, workload));
            catalog.probes().stream()
                    .filter(probe -> probe.suite().equals(suite))
                    .forEach(probe -> probe(console, probe));
        }
    }

    private static void workload(Console console, Workload workload) {
        String programs =
                workload.implementations().stream().map(ListCommand::program).collect(Collectors.joining(", "));
        String sizes = Stream.of(Profile.values())
                .map(profile -> Long.toString(workload.size(profile)))
                .collect(Collectors.joining(" / "));
        boolean sized = workload.size(Profile.FULL) > 0;
        console.result("  " + padded(workload.id()) + workload.title());
        console.result("  " + padded("") + programs + (sized ? "; " + workload.parameter() + " " + sizes : ""));
    }

    private static String program(Implementation program) {
        return program.label() + (program.repeats() ? " (repeats " + program.repeat() + " times)" : "");
    }

    private static void probe(Console console, Probe probe) {
        String outcomes = probe.expected().stream().map(ProbeOutcome::words).collect(Collectors.joining(" or "));
        console.result("  " + padded(probe.id()) + "probe: " + probe.title() + " (" + outcomes
                + (probe.code() == null ? "" : ", " + probe.code()) + ")");
    }

    private static void claims(Console console, Catalog catalog) {
        console.result("");
        console.result(console.styled(Style.BOLD, "claims") + " of \""
                + catalog.article().title() + "\"");
        for (Claim claim : catalog.claims()) {
            console.result("  " + padded(claim.id()) + claim.claim());
        }
    }

    private static void runtimes(Console console, Catalog catalog, Builder builder) {
        console.result("");
        console.result(console.styled(Style.BOLD, "runtimes here"));
        Stream.concat(
                        catalog.workloads().stream()
                                .flatMap(workload -> workload.implementations().stream())
                                .map(Implementation::runtime),
                        catalog.probes().stream().map(Probe::runtime))
                .distinct()
                .sorted()
                .forEach(runtime -> console.result("  " + padded(runtime.toString()) + found(runtime, builder)));
        if (programs(catalog).anyMatch(program -> program.compiler() == Implementation.Compiler.CLANG)) {
            console.result("  " + padded("clang")
                    + builder.clang()
                            .map(ListCommand::described)
                            .orElse("missing, so its programs would be left out: sudo apt install clang"));
        }
        String packages = programs(catalog)
                .flatMap(program -> program.needs().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!packages.isEmpty()) {
            console.result("  " + padded("packages") + packages
                    + "; fetched by the first run that needs them, and left out with their programs where that fails");
        }
    }

    private static Stream<Implementation> programs(Catalog catalog) {
        return catalog.workloads().stream().flatMap(workload -> workload.implementations().stream());
    }

    private static String found(Runtime runtime, Builder builder) {
        try {
            return described(builder.describe(runtime));
        } catch (ToolchainFailure e) {
            String problem = e.getMessage().lines().findFirst().orElse("");
            return runtime.optional()
                    ? "missing, so its programs would be left out: " + problem
                    : "missing, so a run of it would end: " + problem + " (leave it out with -Druntimes=...)";
        }
    }

    private static String described(Toolchain toolchain) {
        return toolchain.version() + "  " + toolchain.path();
    }

    private static String padded(String text) {
        return text.length() < ID ? text + " ".repeat(ID - text.length()) : text + " ";
    }
}
