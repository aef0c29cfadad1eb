package dev.assay.cli;

import dev.assay.process.InheritedSettings;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands with what they need of the outside world. */
final class CommandFactory implements IFactory {
    private final InheritedSettings given;
    private final Map<String, String> environment;
    private final IFactory otherwise = CommandLine.defaultFactory();

    CommandFactory(InheritedSettings given) {
        this.given = given;
        this.environment = given.environment();
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(environment));
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(given));
        }
        if (type == ListCommand.class) {
            return type.cast(new ListCommand(environment));
        }
        if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(environment));
        }
        if (type == VerifyCommand.class) {
            return type.cast(new VerifyCommand(environment));
        }
        if (type == ReportCommand.class) {
            return type.cast(new ReportCommand(environment));
        }
        if (type == ExportCommand.class) {
            return type.cast(new ExportCommand(environment));
        }
        if (type == HistoryCommand.class) {
            return type.cast(new HistoryCommand(environment));
        }
        return otherwise.create(type);
    }
}
