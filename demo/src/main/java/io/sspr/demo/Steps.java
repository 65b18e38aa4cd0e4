package io.sspr.demo;

import java.io.PrintStream;
import java.util.function.Supplier;

/** Says of each step that it held; the first that does not ends the demonstration with {@link StepFailed}. */
final class Steps {

    private final PrintStream out;
    private int held;

    Steps(PrintStream out) {
        this.out = out;
    }

    <T> T check(String what, Supplier<T> step) {
        T result;
        try {
            result = step.get();
        } catch (RuntimeException e) {
            throw new StepFailed(what, e);
        }
        held++;
        out.println("✓ " + what);
        return result;
    }

    void check(String what, Runnable step) {
        check(what, () -> {
            step.run();
            return what;
        });
    }

    void say(String line) {
        out.println(line);
    }

    int held() {
        return held;
    }

    /** Inside a step: throws IllegalStateException with the word on what is wrong. */
    static void require(boolean holds, String otherwise) {
        if (!holds) throw new IllegalStateException(otherwise);
    }
}
