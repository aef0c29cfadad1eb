package dev.assay.toolchain.c;

import dev.assay.model.Runtime;
import dev.assay.toolchain.host.ToolchainErrors;
import java.util.List;

/**
 * A language that these compilers translate, and all in which C and C++ differ here.
 *
 * @param runtime whose programs they are
 * @param standard the argument that names the standard
 * @param variable the variable by which a user names a compiler
 * @param names the names under which one is looked for, the first first; the last one is clang's
 * @param neededBy what needs one, for messages
 * @param packages what Debian and Ubuntu install for one
 */
public record Dialect(
        Runtime runtime, String standard, String variable, List<String> names, String neededBy, List<String> packages) {
    /** C, the reference for Rust and Python. */
    public static final Dialect C = new Dialect(
            Runtime.C,
            "-std=c17",
            "CC",
            List.of("cc", "gcc", "clang"),
            "The C programs (the reference for Rust and Python) and Rust's linker need it.",
            List.of("gcc", "libc6-dev"));
    /** C++, of which a run can do without. */
    public static final Dialect CPP = new Dialect(
            Runtime.CPP,
            "-std=c++20",
            "CXX",
            List.of("c++", "g++", "clang++"),
            "The C++ programs need it.",
            List.of("g++"));

    public Dialect {
        names = List.copyOf(names);
        packages = List.copyOf(packages);
    }

    /** The arguments with which every program is compiled. Multiply-add is not contracted, so that floating-point results are the same bits as in the other languages. */
    public List<String> flags() {
        return List.of(standard, "-O3", "-ffp-contract=off", "-Wall", "-Wextra");
    }

    /** The names in words. */
    String alternatives() {
        return names.get(0) + ", " + names.get(1) + " or " + clang();
    }

    /** The name of clang for this language. */
    String clang() {
        return names.get(2);
    }

    /** What is said of the compiler in messages. */
    ToolchainErrors.Tool tool() {
        return new ToolchainErrors.Tool(
                "A " + runtime.title() + " compiler (" + alternatives() + ")",
                neededBy,
                List.of("Debian, Ubuntu:  " + ToolchainErrors.install(packages)),
                packages,
                "Use " + variable + "=/path/to/compiler for another one.");
    }
}
