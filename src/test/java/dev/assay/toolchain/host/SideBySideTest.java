package dev.assay.toolchain.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps of a build that are taken side by side. */
class SideBySideTest {
    private final List<String> told = new ArrayList<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final BuildListener listener = new BuildListener() {
        @Override
        public void step(String what) {
            told.add(what);
        }

        @Override
        public void detail(String line) {
            told.add(line);
        }
    };

    private BuildStep step(String name) {
        return new BuildStep(name, () -> done.add(name));
    }

    private static RuntimeException failure(String what) {
        return new IllegalStateException(what);
    }

    @Test
    void everyStepIsTakenAndToldOfInOrder() {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "step " + i).toList();
        SideBySide.run(names.stream().map(this::step).toList(), 3, listener);

        assertThat(told).isEqualTo(names);
        assertThat(done).containsExactlyInAnyOrderElementsOf(names);
        SideBySide.run(List.of(), 3, listener);
        assertThat(told).hasSameSizeAs(names);
    }

    /** Each waits until the other has begun, so one alone would never end. */
    @Test
    void twoStepsAreTakenAtATime() {
        CyclicBarrier both = new CyclicBarrier(2);
        Runnable meeting = () -> {
            try {
                both.await();
                done.add("met");
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        };
        SideBySide.run(List.of(new BuildStep("one", meeting), new BuildStep("other", meeting)), 2, listener);

        assertThat(done).containsExactly("met");
    }

    /** The second fails first, and then the first: what is thrown does not hang on which is faster. */
    @Test
    void theFirstFailureInOrderIsThrownAndNothingBeginsAfterOne() {
        CountDownLatch otherFailed = new CountDownLatch(1);
        List<BuildStep> steps = List.of(
                new BuildStep("first", () -> {
                    try {
                        otherFailed.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    throw failure("of the first");
                }),
                new BuildStep("second", () -> {
                    otherFailed.countDown();
                    throw failure("of the second");
                }),
                step("third"));

        assertThatThrownBy(() -> SideBySide.run(steps, 2, listener)).hasMessage("of the first");
        assertThatThrownBy(() -> SideBySide.run(steps.subList(1, 3), 1, listener))
                .hasMessage("of the second");
        assertThat(done).isEmpty();
    }
}
