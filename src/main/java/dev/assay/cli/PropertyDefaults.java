package dev.assay.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lets a system property of the same name set an option: {@code -Dsuite=all} is {@code --suite=all}, which wins when both are there. */
final class PropertyDefaults implements IDefaultValueProvider {
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String name = option.longestName().substring(2);
        String value = System.getProperty(name);
        boolean flag = option.typeInfo().isBoolean();
        return value == null ? null : flag && value.isEmpty() ? "true" : value;
    }
}
