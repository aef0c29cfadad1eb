package dev.assay.toolchain.c;

import dev.assay.toolchain.host.CompilerDiagnostics;
import java.util.List;
import java.util.regex.Pattern;

/** What gcc and clang say: lines such as {@code a.c:3:5: error: ...}, without codes. */
public final class CDiagnostics {
    private static final Pattern ERROR = Pattern.compile("(?m)^\\S.*?:\\d+(:\\d+)?: (fatal )?error: ");
    private static final Pattern WARNING = Pattern.compile("(?m)^\\S.*?:\\d+(:\\d+)?: warning: ");
    private static final Pattern LINKING =
            Pattern.compile("(?m)^collect2: error|linker command failed|undefined reference to ");

    private CDiagnostics() {}

    public static CompilerDiagnostics parse(String stderr) {
        boolean error = ERROR.matcher(stderr).find();
        boolean linking = !error && LINKING.matcher(stderr).find();
        boolean warning = !error && !linking && WARNING.matcher(stderr).find();
        return new CompilerDiagnostics(
                List.of(),
                error || linking ? List.of(stderr.strip()) : List.of(),
                warning ? List.of(stderr.strip()) : List.of(),
                linking);
    }
}
