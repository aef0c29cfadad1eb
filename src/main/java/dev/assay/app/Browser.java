package dev.assay.app;

import dev.assay.model.AssayException.Usage;
import dev.assay.process.CommandResult;
import dev.assay.process.CommandRunner;
import dev.assay.process.Invocation;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.SearchPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of whoever asks: the first of {@code BROWSER} that is there, else, on a desktop, what {@code xdg-open} takes. */
public final class Browser {
    private static final String URL = "%s";

    /** The program in the background with its streams closed, so that it outlives this one and writes nowhere; a shell does that at once. */
    private static final String IN_BACKGROUND = "\"$@\" </dev/null >/dev/null 2>&1 &";

    private static final Duration SOON = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final CommandRunner runner;

    public Browser(Map<String, String> environment, CommandRunner runner) {
        this.environment = environment;
        this.runner = runner;
    }

    /** Shows a file; whether there was a browser to show it. */
    public boolean open(Path file) {
        Optional<List<String>> command = command(file.toAbsolutePath().toUri().toASCIIString());
        if (command.isEmpty()) {
            return false;
        }
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", IN_BACKGROUND, "sh"));
        argv.addAll(command.get());
        CommandResult started = runner.run(new Invocation(argv, environment, Path.of("/"), SOON));
        return started.ok();
    }

    private Optional<List<String>> command(String url) {
        SearchPath path = SearchPath.parse(environment.getOrDefault("PATH", ""));
        // several, with colons between them, the best one first
        for (String wanted : environment.getOrDefault("BROWSER", "").split(":", -1)) {
            List<String> words = words(wanted);
            Optional<Path> program = words.isEmpty() ? Optional.empty() : path.find(words.get(0));
            if (program.isPresent()) {
                return Optional.of(with(program.get(), words, url));
            }
        }
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? path.find("xdg-open").map(program -> List.of(program.toString(), url)) : Optional.empty();
    }

    private static List<String> words(String command) {
        try {
            return ShellWords.split(command);
        } catch (Usage e) {
            // what needs a shell is none that we could start
            return List.of();
        }
    }

    private static List<String> with(Path program, List<String> words, String url) {
        List<String> argv = new ArrayList<>(List.of(program.toString()));
        words.stream().skip(1).map(word -> word.replace(URL, url)).forEach(argv::add);
        if (words.stream().noneMatch(word -> word.contains(URL))) {
            argv.add(url);
        }
        return List.copyOf(argv);
    }
}
