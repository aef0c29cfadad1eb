package dev.assay.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands with what they need of the outside world. */
final class CommandFactory implements IFactory {
    private final Caller caller;
    private final IFactory otherwise = CommandLine.defaultFactory();

    CommandFactory(Caller caller) {
        this.caller = caller;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(caller));
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(caller));
        }
        if (type == ListCommand.class) {
            return type.cast(new ListCommand(caller));
        }
        if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(caller));
        }
        if (type == VerifyCommand.class) {
            return type.cast(new VerifyCommand(caller));
        }
        if (type == ReportCommand.class) {
            return type.cast(new ReportCommand(caller));
        }
        if (type == ExportCommand.class) {
            return type.cast(new ExportCommand(caller));
        }
        if (type == HistoryCommand.class) {
            return type.cast(new HistoryCommand(caller));
        }
        return otherwise.create(type);
    }
}
