package dev.assay.console;

import dev.assay.console.Console.Style;
import dev.assay.model.Warning;
import java.util.List;

/** Headed lists of names and what is to be said of them, wrapped at the terminal's width. */
public final class DefinitionList {
    private static final String INDENT = "  ";
    private static final int WIDEST_NAME = 25;

    private final Console console;
    private final int nameWidth;
    private boolean begun;

    /** A sheet on a console's results. */
    public DefinitionList(Console console) {
        this.console = console;
        this.nameWidth = Math.min(WIDEST_NAME, console.width() * 5 / 12);
    }

    /** Begins a part. */
    public void heading(String text) {
        if (begun) {
            console.result("");
        }
        begun = true;
        console.result(console.styled(Style.BOLD, text));
    }

    /** A name and what is to be said of it, each line of it beginning a new one. A name that is too long has a line of its own. */
    public void entry(String name, String text) {
        String margin = " ".repeat(INDENT.length() + nameWidth);
        boolean tooLong = name.length() + INDENT.length() > nameWidth;
        if (tooLong) {
            console.result(INDENT + name);
        }
        String before = tooLong ? margin : INDENT + name + margin.substring(INDENT.length() + name.length());
        for (String paragraph : text.lines().toList()) {
            for (String line : TerminalText.wrapped(paragraph, console.width() - margin.length())) {
                console.result(before + line);
                before = margin;
            }
        }
    }

    /** A sentence. */
    public void text(String text) {
        TerminalText.wrapped(text, console.width() - INDENT.length()).forEach(line -> console.result(INDENT + line));
    }

    /** What is to be said of the line above it. */
    public void aside(String text) {
        String margin = INDENT.repeat(3);
        TerminalText.wrapped(text, console.width() - margin.length())
                .forEach(line -> console.result(margin + console.styled(Style.FAINT, line)));
    }

    /** A warning with its remedy. */
    public void warning(Warning warning) {
        Style style = warning.misleads() ? Style.RED : Style.YELLOW;
        List<String> problem = TerminalText.wrapped(warning.code() + ": " + warning.problem(), console.width() - 4);
        String code = warning.code() + ":";
        console.result(INDENT + console.styled(style, code) + problem.get(0).substring(code.length()));
        problem.stream().skip(1).forEach(line -> console.result(INDENT + INDENT + line));
        TerminalText.wrapped("-> " + warning.advice(), console.width() - 4)
                .forEach(line -> console.result(INDENT + INDENT + line));
    }
}
