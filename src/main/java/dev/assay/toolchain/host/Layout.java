package dev.assay.toolchain.host;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Links the functions of a program in another order, with gaps between them: the same code at other addresses. Where code lies moves times
 * by several percent (Mytkowicz et al., Producing Wrong Data Without Doing Anything Obviously Wrong, ASPLOS 2009; Curtsinger and Berger,
 * STABILIZER, ASPLOS 2013), and no number of runs of one build shows it.
 *
 * @param number which one, from 1; the linker's order and the gaps follow from it alone, and 0 stands for the plain build
 * @param linkers the folder with {@code ld.lld}
 * @param gaps an object file with sections between which the functions come to lie
 */
public record Layout(int number, Path linkers, Path gaps) {
    /** What a compiler passes on to the linker. Every function has to be a section of its own. */
    public List<String> arguments() {
        return List.of("-B" + linkers, "-fuse-ld=lld", "-Wl,--shuffle-sections=.text*=" + number, gaps.toString());
    }

    /** The same for rustc, which gives every function a section by itself. */
    public List<String> rustFlags() {
        return arguments().stream()
                .flatMap(argument -> Stream.of("-C", "link-arg=" + argument))
                .toList();
    }

    /** The name of folders that hold what it makes. */
    public String folder() {
        return "layout-" + number;
    }
}
