package dev.assay.cli;

import dev.assay.process.InheritedSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lets a system property of the same name set an option: {@code -Dsuite=all} is {@code --suite=all}, which wins when both are there. */
final class PropertyDefaults implements IDefaultValueProvider {
    private final Map<String, String> values;

    private PropertyDefaults(Map<String, String> values) {
        this.values = values;
    }

    /**
     * What the properties say now.
     *
     * @param options the names of all options
     * @param given has what Java may have lost of them
     * @throws dev.assay.model.AssayException.Usage if something of one is lost
     */
    static PropertyDefaults of(Set<String> options, InheritedSettings given) {
        Map<String, String> values = new HashMap<>();
        for (String option : options) {
            String value = System.getProperty(option);
            if (value != null) {
                values.put(option, given.property(option, value));
            }
        }
        return new PropertyDefaults(values);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String name = option.longestName().substring(2);
        String value = values.get(name);
        boolean flag = option.typeInfo().isBoolean();
        // picocli would replace ${name} in a default by a variable or a property, and takes $$ for a dollar
        return value == null ? null : flag && value.isEmpty() ? "true" : value.replace("$", "$$");
    }
}
