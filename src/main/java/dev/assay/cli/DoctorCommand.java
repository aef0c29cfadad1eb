package dev.assay.cli;

import dev.assay.app.AssayHome;
import dev.assay.app.PreparedTools;
import dev.assay.app.request.RunOptions;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.doctor.Diagnosis;
import dev.assay.doctor.DoctorSheet;
import dev.assay.doctor.NoiseCheckup;
import dev.assay.environment.MachineInspector;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.Builder;
import dev.assay.toolchain.ToolChoice;
import dev.assay.toolchain.ToolchainReport;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether measuring here is sound, and what would make it better. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks this machine: compilers and interpreters, settings, the meter, and the current noise. For each problem"
                    + " it shows the command that fixes it.",
            "It changes no settings and takes about ten seconds once the meter is built."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  ready to measure",
            "  1  results would be unreliable",
            "  4  a toolchain is missing or broken",
            "",
            "Example:",
            "  mvn exec:java -Dexec.args=doctor",
        })
final class DoctorCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options = new RequestOptions(RunOptions.TOOLS);

    DoctorCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        Console console = output.console(caller.terminal());
        ToolChoice asked = PreparedTools.choice(options.request());
        AssayHome home = caller.home();
        console.progress("looking for compilers and interpreters");
        Builder builder = PreparedTools.builder(console, home, asked, caller.environment());
        List<ToolchainReport> surveys = Runtime.measured().stream()
                .sorted(Comparator.comparing(runtime -> !runtime.compiled()))
                .map(builder::survey)
                .toList();
        Diagnosis diagnosis = diagnosis(console, home, surveys);
        DoctorSheet.print(console, diagnosis);
        return exitCode(diagnosis).code();
    }

    static ExitCode exitCode(Diagnosis diagnosis) {
        if (diagnosis.incomplete()) {
            return ExitCode.TOOLCHAIN;
        }
        return diagnosis.misleads() ? ExitCode.GATE : ExitCode.DONE;
    }

    private Diagnosis diagnosis(Console console, AssayHome home, List<ToolchainReport> surveys) {
        try {
            PreparedTools workbench = PreparedTools.prepareMeter(console, home, caller.environment());
            NoiseCheckup checkup = NoiseCheckup.of(console, workbench, first(surveys, Runtime.PYTHON));
            return new Diagnosis(surveys, workbench.before(), "", checkup);
        } catch (ToolchainFailure e) {
            MachineInspector probe = new MachineInspector(new CommandRunner(), caller.environment());
            return new Diagnosis(surveys, probe.take(SnapshotPhase.BEFORE), e.getMessage(), null);
        }
    }

    private static @Nullable Toolchain first(List<ToolchainReport> surveys, Runtime runtime) {
        return surveys.stream()
                .filter(survey -> survey.runtime() == runtime && survey.usable())
                .map(survey -> survey.found().get(0))
                .findFirst()
                .orElse(null);
    }
}
