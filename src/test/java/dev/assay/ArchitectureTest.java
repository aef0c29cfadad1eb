package dev.assay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the architecture. */
class ArchitectureTest {
    private static final String ROOT = "dev.assay.";
    private static final int MOST_COMPONENTS = 12;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assay");

    /** Who may know whom: data flows one way. */
    static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("model", Set.of("text")),
            Map.entry("stats", Set.of()),
            Map.entry("process", Set.of("text", "model")),
            Map.entry("schema", Set.of("text")),
            Map.entry("json", Set.of("model")),
            Map.entry("catalog", Set.of("text", "model", "schema", "json")),
            Map.entry("input", Set.of("model")),
            Map.entry("mutation", Set.of("model")),
            Map.entry("toolchain.host", Set.of("text", "model", "process")),
            Map.entry("toolchain.rust", Set.of("model", "process", "toolchain.host")),
            Map.entry("toolchain.c", Set.of("model", "process", "toolchain.host")),
            Map.entry("toolchain.python", Set.of("model", "process", "toolchain.host")),
            Map.entry(
                    "toolchain",
                    Set.of(
                            "text",
                            "model",
                            "process",
                            "toolchain.host",
                            "toolchain.rust",
                            "toolchain.c",
                            "toolchain.python")),
            Map.entry("environment", Set.of("model", "process")),
            Map.entry("meter", Set.of("model", "process")),
            Map.entry("plan", Set.of("model")),
            Map.entry("store", Set.of("text", "model", "schema", "json")),
            Map.entry("run", Set.of("text", "model", "mutation", "plan", "meter", "store")),
            Map.entry("analysis.sample", Set.of("model", "stats", "plan")),
            Map.entry("analysis.estimate", Set.of("text", "model", "stats", "plan", "analysis.sample")),
            Map.entry(
                    "analysis.comparison",
                    Set.of("text", "model", "stats", "plan", "analysis.sample", "analysis.estimate")),
            Map.entry(
                    "analysis.claim", Set.of("text", "model", "stats", "plan", "analysis.sample", "analysis.estimate")),
            Map.entry(
                    "analysis.change",
                    Set.of(
                            "text",
                            "model",
                            "stats",
                            "plan",
                            "analysis.sample",
                            "analysis.estimate",
                            "analysis.comparison")),
            Map.entry(
                    "analysis",
                    Set.of(
                            "text",
                            "model",
                            "stats",
                            "plan",
                            "analysis.sample",
                            "analysis.estimate",
                            "analysis.comparison",
                            "analysis.claim")),
            Map.entry("history", Set.of("model", "stats")),
            Map.entry("chart", Set.of("text", "model", "history")),
            Map.entry("report.svg", Set.of("text", "model", "history", "chart")),
            Map.entry("report", Set.of("text", "model", "history", "chart", "report.svg")),
            Map.entry("report.markdown", Set.of("text", "model", "history", "chart", "report")),
            Map.entry("export", Set.of("text", "model", "stats")),
            // a listener of a run is handed its plan
            Map.entry("console", Set.of("text", "model", "plan", "run", "history", "chart")),
            Map.entry("app.request", Set.of("text", "model", "stats", "environment", "catalog", "run")),
            Map.entry(
                    "app",
                    Set.of(
                            "text",
                            "app.request",
                            "model",
                            "process",
                            "catalog",
                            "toolchain",
                            "toolchain.host",
                            "toolchain.python",
                            "input",
                            "environment",
                            "meter",
                            "plan",
                            "store",
                            "run",
                            "analysis",
                            "analysis.change",
                            "analysis.estimate",
                            "history",
                            "chart",
                            "report",
                            "report.markdown",
                            "export",
                            "console")),
            Map.entry(
                    "doctor",
                    Set.of(
                            "text",
                            "model",
                            "stats",
                            "meter",
                            "environment",
                            "toolchain.host",
                            "plan",
                            "run",
                            "analysis",
                            "chart",
                            "console",
                            "toolchain",
                            "app",
                            "app.request")));

    /** The same within the model. Who may know it may know all of it. */
    static final Map<String, Set<String>> MODEL = Map.of(
            "model", Set.of("text"),
            "model.catalog", Set.of("text", "model"),
            "model.run", Set.of("text", "model", "model.catalog"),
            "model.result", Set.of("text", "model", "model.catalog", "model.run"),
            "model.history", Set.of("text", "model", "model.run"));

    /** Which package alone may use a library. */
    static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.apache.commons.exec..", Set.of("process")),
            Map.entry("org.knowm.xchart..", Set.of("chart")),
            Map.entry("picocli..", Set.of("cli", "cli.option")),
            Map.entry("io.jstach..", Set.of("report")),
            Map.entry("com.networknt..", Set.of("schema")),
            Map.entry("org.apache.commons.statistics..", Set.of("stats")),
            Map.entry("org.apache.commons.numbers..", Set.of("stats")),
            Map.entry("org.slf4j..", Set.of()),
            // Jackson 3 kept the package of its annotations
            Map.entry("com.fasterxml..", Set.of("json", "meter")),
            Map.entry(
                    "tools.jackson..",
                    Set.of("schema", "json", "catalog", "toolchain.rust", "meter", "store", "export")));

    private static String packageOf(String room) {
        return ROOT + room;
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("dev.assay.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyRoomKnowsOnlyThoseItMay() {
        Set<String> rooms = CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Set<String>> knows = new TreeMap<>();
        KNOWS.forEach((room, known) -> knows.put(room, withTheWholeModel(known)));
        knows.putAll(MODEL);
        Set<String> listed = new TreeSet<>(knows.keySet());
        listed.addAll(Set.of("cli", "cli.option"));
        assertThat(rooms).isEqualTo(listed);
        knows.forEach((room, known) -> {
            String[] forbidden = listed.stream()
                    .filter(other -> !other.equals(room) && !known.contains(other))
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(packageOf(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(CLASSES);
        });
    }

    private static Set<String> withTheWholeModel(Set<String> known) {
        Set<String> whole = new TreeSet<>(known);
        if (known.contains("model")) {
            whole.addAll(MODEL.keySet());
        }
        return whole;
    }

    /** A pattern with a slip in it would forbid nothing. */
    @Test
    void everyRoomThatIsNamedForALibraryUsesIt() {
        LIBRARIES.forEach((library, rooms) -> rooms.forEach(room -> assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(ROOT + room))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName() + ".")
                        .filter(name -> name.startsWith(library.replace("..", "."))))
                .as("what %s uses of %s", room, library)
                .isNotEmpty()));
    }

    @Test
    void librariesStayInTheRoomNamedForThem() {
        LIBRARIES.forEach((library, rooms) -> noClasses()
                .that()
                .resideOutsideOfPackages(
                        rooms.stream().map(ArchitectureTest::packageOf).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
    }

    @Test
    void onlyTheConsoleUsesTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("console"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .accessField(java.io.FileDescriptor.class, "out")
                .orShould()
                .accessField(java.io.FileDescriptor.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    /** Whoever starts one must also see to it that nothing is left of it: the room for that is {@code process}, through its library. */
    @Test
    void nobodyStartsAProcessByHand() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "Runtime.exec",
                        call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                && call.getName().equals("exec")))
                .check(CLASSES);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.assay.cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .check(CLASSES);
    }

    /** In a longer list of arguments nobody sees which is which: what belongs together is grouped. */
    @Test
    void noRecordHasMoreThanTwelveComponents() {
        assertThat(CLASSES.stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> type.reflect().getRecordComponents().length > MOST_COMPONENTS)
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void nobodyThrowsAGenericException() {
        methods()
                .that(WRITTEN_BY_HAND)
                .and()
                .doNotHaveName("create") // picocli's factory demands it
                .should(notDeclareGenericExceptions())
                .check(CLASSES);
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
    }

    /** Not the renderers that jstachio generates, nor the bridges that javac adds to generic interfaces. */
    private static final DescribedPredicate<JavaMethod> WRITTEN_BY_HAND = DescribedPredicate.describe(
            "are written by hand",
            method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                    && !method.getOwner().getSimpleName().endsWith("Renderer"));

    private static ArchCondition<JavaMethod> notDeclareGenericExceptions() {
        return new ArchCondition<>("declare no Exception or Throwable") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean generic = method.getExceptionTypes().stream()
                        .map(JavaClass::getName)
                        .anyMatch(Set.of("java.lang.Exception", "java.lang.Throwable")::contains);
                events.add(new SimpleConditionEvent(method, !generic, method.getDescription()));
            }
        };
    }

    @Test
    void everyRoomIsNullMarked() {
        classes().should(liveInANullMarkedPackage()).check(CLASSES);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, type.getPackage().isAnnotatedWith(NullMarked.class), type.getDescription()));
            }
        };
    }
}
