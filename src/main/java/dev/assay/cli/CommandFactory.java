package dev.assay.cli;

import dev.assay.app.Preloader;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands with what they need of the outside world. */
final class CommandFactory implements IFactory {
    private final Caller caller;
    private final Preloader preloader;
    private final IFactory otherwise = CommandLine.defaultFactory();

    /** A factory of commands that begin with nothing before they are called. */
    CommandFactory(Caller caller) {
        this(caller, new Preloader(caller.given().environment()));
    }

    CommandFactory(Caller caller, Preloader preloader) {
        this.caller = caller;
        this.preloader = preloader;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(caller));
        }
        if (type == CompareCommand.class) {
            return type.cast(new CompareCommand(caller, preloader));
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
