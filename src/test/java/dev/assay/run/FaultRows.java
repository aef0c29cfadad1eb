package dev.assay.run;

import static dev.assay.run.Verdicts.lost;
import static dev.assay.run.Verdicts.notStarted;
import static dev.assay.run.Verdicts.problem;
import static dev.assay.run.Verdicts.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.run.Exit.Reason;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Every hostile program with its limits and its verdict. */
final class FaultRows {
    private static final int ENOENT = 2;
    private static final int E2BIG = 7;
    private static final int ENOEXEC = 8;
    private static final int EACCES = 13;
    private static final int SIGABRT = 6;
    private static final int SIGKILL = 9;
    private static final int SIGSEGV = 11;
    private static final int SIGPIPE = 13;
    private static final int SIGTERM = 15;
    private static final int SIGXFSZ = 25;

    private FaultRows() {}

    static List<Fault> all() {
        return Stream.of(ends(), launches(), outputs(), workTimes(), processes(), meterKillers(), resources(), files())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> ends() {
        return List.of(
                Fault.of("ignores-term.sh").hanging(300, 1).signal(Reason.TIMEOUT, SIGKILL),
                Fault.of("blocks-all-signals.c").hanging(200, 1).signal(Reason.TIMEOUT, SIGKILL),
                Fault.of("stops-itself.c").hanging(200, 1).signal(Reason.TIMEOUT, SIGKILL),
                Fault.of("sleeps.sh").hanging(200).signal(Reason.TIMEOUT, SIGTERM),
                Fault.of("segfault.c").signal(Reason.SIGNALED, SIGSEGV),
                Fault.of("aborts.c").signal(Reason.SIGNALED, SIGABRT),
                Fault.of("exits.sh", "1").code(Reason.EXITED, 1),
                Fault.of("exits.sh", "126").code(Reason.EXITED, 126),
                Fault.of("exits.sh", "127").code(Reason.EXITED, 127),
                Fault.of("exits.sh", "137").code(Reason.EXITED, 128 + SIGKILL),
                Fault.of("exits.sh", "255").code(Reason.EXITED, 255),
                Fault.of("exits-256.c"),
                Fault.of("kills-itself.sh", "9").signal(Reason.SIGNALED, SIGKILL),
                Fault.of("kills-itself.sh", "15").signal(Reason.SIGNALED, SIGTERM),
                Fault.of("kills-itself.sh", "64").signal(Reason.SIGNALED, 64),
                Fault.of("kills-its-group.sh").signal(Reason.SIGNALED, SIGKILL),
                Fault.of("exceeds-its-own-limit.c").signal(Reason.SIGNALED, SIGXFSZ));
    }

    private static List<Fault> launches() {
        return List.of(
                Fault.of("no/such/program").is(notStarted(ENOENT, "no/such/program")),
                Fault.of("no such \033[31m\nprogram").is(notStarted(ENOENT, "no such ?[31m?program")),
                Fault.of("not-executable.sh").is(notStarted(EACCES, "not-executable.sh")),
                Fault.of("bad-interpreter.sh").is(notStarted(ENOENT, "bad-interpreter.sh")),
                Fault.of("not-a-program.txt").is(notStarted(ENOEXEC, "not-a-program.txt")),
                Fault.of("a folder").is(notStarted(EACCES, "a folder")),
                Fault.of("good.c", "x".repeat(200 * 1024)).is(notStarted(E2BIG, "rgument")),
                Fault.of("good.c", Collections.nCopies(400, "x".repeat(4 << 10)).toArray(String[]::new))
                        .is(notStarted(E2BIG, "the arguments and the environment together are"))
                        .leavingSome(),
                Fault.of("counts-its-arguments.c", "x".repeat(100 * 1024)),
                Fault.of(FaultPrograms.ODD_NAME));
    }

    private static List<Fault> outputs() {
        return List.of(
                Fault.of("floods.c", "1").ends(Reason.OUTPUT_LIMIT),
                Fault.of("floods.c", "2").ends(Reason.OUTPUT_LIMIT),
                Fault.of("grows-its-output.c").ends(Reason.OUTPUT_LIMIT),
                Fault.of("writes-to-a-closed-pipe.c").signal(Reason.SIGNALED, SIGPIPE),
                prints("b'\\xff\\xfe\\xc3\\x28\\n'", "b''", 0).is(wrong("line 1 is '")),
                prints("b'4\\x002\\n'", "b''", 0).is(wrong("line 1 is '4?2' and should be '42'")),
                prints("b'42'", "b''", 0).is(wrong("the lines are the same, their ends are not")),
                prints("b'42\\r\\n'", "b''", 0).is(wrong("the lines are the same, their ends are not")),
                prints("b'4'", "b''", 0).is(wrong("line 1 is '4' and should be '42'")),
                prints("b''", "b''", 0).is(wrong("line 1 is missing and should be '42'")),
                prints("b'42\\n42\\n'", "b''", 0).is(wrong("line 2 is '42' and should be missing")),
                prints("b'\\x1b[2J\\x1b]0;t\\x07\\x9b31m43\\n'", "b''", 0).is(wrong("line 1 is '?[2J?]0;t?")),
                prints("b'42\\n'", "b'\\x1b[2J\\x1b[31mso\\n'", 1)
                        .is(Verdicts.ended(Reason.EXITED, 1, null)
                                .andThen(problem("exited with code 1; last output: ?[2J?[31mso"))),
                prints("b'42\\n' * 300000", "b'x' * 900000", 3).ends(Reason.OUTPUT_LIMIT),
                Fault.of("closes-its-outputs.c"),
                Fault.of("writes-into-stdin.c"),
                Fault.of("reads-stdin.c"),
                Fault.of("truncates-its-output.c").is(wrong("line 1 is '???42' and should be '42'")),
                Fault.of("reopens-its-output.sh"),
                Fault.of("leaves-a-writer.sh").leaving(1),
                replacesItsOutput("nothing"),
                replacesItsOutput("fifo"),
                replacesItsOutput("link"),
                replacesItsOutput("folder"),
                // nothing is closed to root
                Fault.of("replaces-its-output.sh", "closed")
                        .is(sample -> assertThat(sample.ok()).isFalse()));
    }

    private static Fault prints(String output, String error, int code) {
        return Fault.of("prints.py", output, error, Integer.toString(code));
    }

    private static Fault replacesItsOutput(String by) {
        return Fault.of("replaces-its-output.sh", by, FaultPrograms.VICTIM).is(problem("deleted its output files"));
    }

    private static List<Fault> workTimes() {
        return List.of(
                prints("b'42\\n'", "b'work_ns=1\\n'", 0).reportingTime(),
                lies("b''", "did not write exactly one line work_ns=<nanoseconds>"),
                lies("b'work_ns=-5\\n'", "did not write exactly one line work_ns=<nanoseconds>"),
                lies("b'work_ns=NaN\\n'", "did not write exactly one line work_ns=<nanoseconds>"),
                lies("b'work_ns=1e3\\n'", "did not write exactly one line work_ns=<nanoseconds>"),
                lies("b'work_ns=99999999999999999999999\\n'", "did not write exactly one line work_ns=<nanoseconds>"),
                lies("b'work_ns=1\\nwork_ns=2\\n'", "did not write exactly one line work_ns=<nanoseconds>"));
    }

    private static Fault lies(String error, String words) {
        return prints("b'42\\n'", error, 0).reportingTime().is(problem(words));
    }

    private static List<Fault> processes() {
        return List.of(
                Fault.of("daemon.c").leaving(1),
                Fault.of("leaves-many.c").leaving(100),
                Fault.of("unusual-clone.c").leaving(1),
                Fault.of("escapes-the-tracer.c").leaving(1),
                Fault.of("adopts-orphans.c").leaving(1),
                Fault.of("hides-behind-its-name.c").leaving(1),
                Fault.of("escapes-its-group.c").hanging(200).signal(Reason.TIMEOUT, SIGTERM),
                Fault.of("fork-bomb.c").hanging(300).ends(Reason.TIMEOUT),
                Fault.of("exec-chain.c"),
                Fault.of("exec-from-a-thread.c"),
                Fault.of("vfork-child.c"),
                Fault.of("makes-zombies.c"),
                Fault.of("ignores-sigchld.c"),
                Fault.of("threads.c").hanging(300).signal(Reason.TIMEOUT, SIGTERM),
                Fault.of("threads.c", "exits"),
                Fault.of("threads.c", "leaves"),
                Fault.of("traces-itself.c").hanging(200, 1).ends(Reason.TIMEOUT),
                Fault.of("is-traced-to-its-end.c"),
                Fault.of("traces-its-child.c"),
                Fault.of("stops-and-continues.c"),
                Fault.of("uses-a-debuggers-signal.c"),
                Fault.of("locks-itself-in.c"),
                Fault.of("locks-itself-in.c", "and breaks out").signal(Reason.SIGNALED, SIGKILL),
                Fault.of("outlives-its-first-image.c"));
    }

    private static List<Fault> meterKillers() {
        return List.of(
                Fault.of("kills-the-meter.sh", "9").is(lost()),
                Fault.of("kills-the-meter.sh", "15").is(lost()),
                Fault.of("kills-the-meter.sh", "STOP").is(lost()),
                Fault.of("kills-the-meter-and-lives-on.sh", "meter").is(lost()),
                Fault.of("kills-the-meter-and-lives-on.sh", "warden").is(lost()),
                Fault.of("writes-a-record.sh").is(lost()));
    }

    private static List<Fault> resources() {
        return List.of(
                Fault.of("opens-a-thousand-files.c"),
                Fault.of("lowers-its-standing.c"),
                Fault.of("allocates.c", "1").memory(64 << 20).signal(Reason.MEMORY_LIMIT, SIGKILL),
                Fault.of("allocates.c", "8").memory(64 << 20).signal(Reason.MEMORY_LIMIT, SIGKILL),
                Fault.of("burns-cpu.c", "1").cpu(200).signal(Reason.CPU_LIMIT, SIGTERM),
                Fault.of("burns-cpu.c", "8").cpu(200).signal(Reason.CPU_LIMIT, SIGTERM),
                Fault.of("burns-cpu-unseen.c")
                        .cpu(200)
                        .is(Verdicts.ended(Reason.CPU_LIMIT, null, SIGTERM).andThen(Verdicts.cpuBelow(4_000_000_000L))),
                Fault.of("fork-bomb.c").processes(50).signal(Reason.PROCESS_LIMIT, SIGKILL));
    }

    private static List<Fault> files() {
        return List.of(
                Fault.of("fills-its-folder.c"),
                Fault.of("closes-its-folder.sh"),
                Fault.of("leaves-odd-files.c"),
                Fault.of("leaves-a-deep-tree.c"),
                Fault.of("deletes-its-folder.sh", "nothing"),
                Fault.of("deletes-its-folder.sh", "file"),
                Fault.of("deletes-its-folder.sh", "link", FaultPrograms.VICTIM_FOLDER),
                deletesEverything("nothing"),
                deletesEverything("file"),
                deletesEverything("link"));
    }

    private static Fault deletesEverything(String by) {
        return Fault.of("deletes-everything.sh", by, FaultPrograms.VICTIM_FOLDER)
                .is(problem("deleted its output files"));
    }
}
