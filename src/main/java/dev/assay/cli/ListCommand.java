package dev.assay.cli;

import dev.assay.app.AssayHome;
import dev.assay.app.CatalogSource;
import dev.assay.app.PreparedTools;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.catalog.CatalogSelection;
import dev.assay.catalog.VariantSelection;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.console.DefinitionList;
import dev.assay.doctor.ToolAvailability;
import dev.assay.model.Profile;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.stats.Precision;
import dev.assay.text.DurationText;
import dev.assay.toolchain.ToolChoice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what there is. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists suites, workloads with their programs and sizes, probes, profiles and claims. Shows what would be skipped here, and why.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mvn exec:java -Dexec.args=list",
            "  mvn exec:java -Dexec.args=\"list --suite=numeric\"",
            "  mvn exec:java -Dexec.args=\"list --catalog=../my-workloads\"",
        })
final class ListCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options =
            new RequestOptions(Stream.concat(RunOptions.PICKING.stream(), RunOptions.TOOLS.stream())
                    .toList());

    ListCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        show(output.console(caller.terminal()), caller.home());
        return ExitCode.DONE.code();
    }

    void show(Console console, AssayHome home) {
        RunRequest request = options.request();
        ToolChoice tools = PreparedTools.choice(request);
        Catalog catalog = CatalogSource.read(home, request);
        CatalogSelection chosen = CatalogSelection.of(
                catalog, request.get(RunOptions.SUITE, CatalogSelection.ALL), request.get(RunOptions.WORKLOAD, "*"));
        DefinitionList sheet = new DefinitionList(console);
        Catalog shown =
                new Catalog(catalog.root(), chosen.workloads(), chosen.probes(), catalog.rules(), catalog.sha256());
        shown.suites().forEach(suite -> suite(sheet, suite, catalog, shown));
        profiles(sheet);
        if (!catalog.claims().isEmpty()) {
            claims(sheet, catalog);
        }
        new ToolAvailability(shown, PreparedTools.builder(console, home, tools, caller.environment()), tools.offline())
                .print(sheet);
    }

    private static void suite(DefinitionList sheet, String suite, Catalog catalog, Catalog shown) {
        sheet.heading("suite " + suite);
        Map<String, String> extra = VariantSelection.leftOut(catalog, VariantSelection.CLAIMS);
        shown.workloads().stream()
                .filter(workload -> workload.suite().equals(suite))
                .forEach(workload -> workload(sheet, workload, extra));
        shown.probes().stream().filter(probe -> probe.suite().equals(suite)).forEach(probe -> probe(sheet, probe));
    }

    private static void workload(DefinitionList sheet, Workload workload, Map<String, String> extra) {
        Predicate<Implementation> usual = program -> !extra.containsKey(ProgramFilter.name(workload, program));
        String more = labels(workload, usual.negate());
        String sizes = Stream.of(Profile.values())
                .map(profile -> Long.toString(workload.size(profile)))
                .collect(Collectors.joining(" / "));
        sheet.entry(
                workload.id(),
                workload.title()
                        + (workload.service() == null ? "" : " (servers)")
                        + (workload.onRequest() ? " (on request)" : "")
                        + (workload.size(Profile.FULL) > 0 ? "; " + workload.parameter() + " " + sizes : "") + "\n"
                        + labels(workload, usual)
                        + (more.isEmpty() ? "" : "\nwith --variants=all: " + more));
    }

    private static String labels(Workload workload, Predicate<Implementation> wanted) {
        return workload.implementations().stream()
                .filter(wanted)
                .map(ListCommand::program)
                .collect(Collectors.joining(", "));
    }

    private static String program(Implementation program) {
        return program.label() + (program.repeats() ? " (repeats " + program.repeat() + " times)" : "");
    }

    private static void probe(DefinitionList sheet, Probe probe) {
        Probe.Expectation expected = probe.expectation();
        String outcomes = expected.outcomes().stream().map(ProbeOutcome::words).collect(Collectors.joining(" or "));
        String code = expected.code() == null ? "" : ", " + expected.code();
        sheet.entry(probe.id(), "probe: " + probe.title() + " (" + outcomes + code + ")");
    }

    /** The sizes of workloads stand in this order. */
    private static void profiles(DefinitionList sheet) {
        sheet.heading("profiles (in the order of the sizes above)");
        for (Profile profile : Profile.values()) {
            Duration budget = profile.budget();
            sheet.entry(
                    profile + (profile == Profile.QUICK ? ", the default" : ""),
                    budget == null
                            ? profile.blocks() + " blocks of everything; no verdicts"
                            : Precision.FEWEST + " to " + profile.blocks() + " blocks of everything, within "
                                    + DurationText.format(budget) + " of measured time");
        }
    }

    private static void claims(DefinitionList sheet, Catalog catalog) {
        sheet.heading("claims of \"" + catalog.article().title() + "\"");
        List<Claim> claims = catalog.claims();
        claims.forEach(claim -> sheet.entry(
                claim.id(), claim.claim() + (claim.untestable() == null ? "" : " (Not testable by a program.)")));
    }
}
