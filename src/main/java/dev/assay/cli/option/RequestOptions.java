package dev.assay.cli.option;

import dev.assay.app.request.RunOption;
import dev.assay.app.request.RunRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Options of a run on the command line: each description becomes an option of the command that this is mixed in. */
@Command
public final class RequestOptions {
    private final List<RunOption<?>> options;
    private final Map<RunOption<?>, String> helps = new HashMap<>();
    private final Map<String, String> given = new HashMap<>();

    public RequestOptions(List<RunOption<?>> options) {
        this.options = options;
    }

    /** Gives an option another help text in this command. */
    public RequestOptions describe(RunOption<?> option, String help) {
        helps.put(option, help);
        return this;
    }

    /** Picocli tells here which command this is mixed in. */
    @Spec(Spec.Target.MIXEE)
    void addTo(CommandSpec command) {
        options.forEach(option -> command.addOption(spec(option)));
    }

    private OptionSpec spec(RunOption<?> option) {
        OptionSpec.Builder spec = OptionSpec.builder(option.toString())
                .description(helps.getOrDefault(option, option.help()).replace("%", "%%"))
                .setter(new Setter(option.name()));
        if (option.isRepeatable()) {
            return repeated(option, spec);
        }
        return option.isFlag()
                ? spec.type(boolean.class).arity("0").build()
                : spec.type(String.class).arity("1").paramLabel(option.label()).build();
    }

    private OptionSpec repeated(RunOption<?> option, OptionSpec.Builder spec) {
        return spec.type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(option.label())
                .setter(new ISetter() {
                    @Override
                    public <T> @Nullable T set(@Nullable T value) {
                        if (value instanceof List<?> texts && !texts.isEmpty()) {
                            given.merge(
                                    option.name(),
                                    texts.stream().map(String::valueOf).collect(Collectors.joining(" ")),
                                    (before, more) -> before + " " + more);
                        }
                        return value;
                    }
                })
                .build();
    }

    /**
     * What was typed, or set as a property.
     *
     * @throws dev.assay.model.AssayException.Usage if a value is none
     */
    public RunRequest request() {
        return RunRequest.parse(given);
    }

    /** Keeps the value of an option as text. */
    private final class Setter implements ISetter {
        private final String name;

        Setter(String name) {
            this.name = name;
        }

        @Override
        public <T> @Nullable T set(@Nullable T value) {
            if (value == null || value.equals(false)) {
                given.remove(name);
            } else {
                given.put(name, value.toString());
            }
            return value;
        }
    }
}
