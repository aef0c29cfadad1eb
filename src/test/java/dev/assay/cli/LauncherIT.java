package dev.assay.cli;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file <code>target/assay</code> as users start it. */
class LauncherIT {
    private static final Path JAR = Path.of(System.getProperty("assay.jar"));
    private static final Path LAUNCHER = JAR.resolveSibling("assay");

    @TempDir
    private Path folder;

    /** A Java that prints each of its arguments on a line. */
    private Path javaHome;

    @BeforeEach
    void makeJava() throws IOException {
        javaHome = folder.resolve("a Java");
        Files.createDirectories(javaHome.resolve("bin"));
        Path java = Files.createFile(javaHome.resolve("bin/java"), asFileAttribute(fromString("rwxr-xr-x")));
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 7\n");
    }

    private Ended run(Map<String, String> environment, Path launcher, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private Map<String, String> withJava(Path home) {
        return Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", home.toString());
    }

    @Test
    void startsTheJarFromAnyFolderThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("a link"), LAUNCHER);
        Ended ended = run(withJava(Path.of(System.getProperty("java.home"))), link, "run", "--suite=no such suite");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("no such suite");
    }

    @Test
    void passesArgumentsAndTheExitCodeOnAndUsesTheArchiveOfTheBuild() throws IOException, InterruptedException {
        Ended ended = run(withJava(javaHome), LAUNCHER, "compare", "two words", "", "$HOME");
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out())
                .contains("-XX:SharedArchiveFile=" + JAR.resolveSibling("assay.jsa") + "\n")
                .endsWith("-jar\n" + JAR + "\ncompare\ntwo words\n\n$HOME\n");
        assertThat(JAR.resolveSibling("assay.jsa")).isNotEmptyFile();
    }

    @Test
    void saysThatJavaHomeHasNoJava() throws IOException, InterruptedException {
        Ended ended = run(withJava(folder.resolve("nothing")), LAUNCHER, "--version");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err())
                .isEqualTo("assay: JAVA_HOME is " + folder.resolve("nothing")
                        + ", which has no bin/java. Set it to the folder of Java 17 or newer, or unset it.\n");
    }

    @Test
    void saysThatThereIsNoJava() throws IOException, InterruptedException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed")) {
            Files.createSymbolicLink(
                    tools.resolve(tool), Path.of("/usr/bin", tool).toRealPath());
        }
        Ended ended = run(Map.of("PATH", tools.toString()), LAUNCHER, "--version");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).isEqualTo("assay: Java was not found. Get it: sudo apt install default-jdk-headless\n");
    }

    @Test
    void saysThatJavaIsTooOld() throws IOException, InterruptedException {
        for (String version : List.of("11.0.2", "1.8.0_292")) {
            Files.writeString(javaHome.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
            Ended ended = run(withJava(javaHome), LAUNCHER, "--version");
            assertThat(ended.code()).isEqualTo(4);
            assertThat(ended.err())
                    .startsWith("assay: " + javaHome + "/bin/java is Java ")
                    .endsWith(", and 17 or newer is needed. If there are several, JAVA_HOME chooses.\n");
        }
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"21\"\n");
        assertThat(run(withJava(javaHome), LAUNCHER, "--version").code()).isEqualTo(7);
    }

    @Test
    void saysThatTheJarIsMissing() throws IOException, InterruptedException {
        Path alone = Files.copy(LAUNCHER, folder.resolve("assay"));
        Ended ended = run(withJava(javaHome), alone, "--version");
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err())
                .contains(folder.resolve("assay.jar") + " is missing. Build it: mvn package -DskipTests");
    }
}
