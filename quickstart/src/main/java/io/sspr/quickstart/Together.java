package io.sspr.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Does things at the same time, each on a thread of its own. */
final class Together {

    /** One of the things; {@code name} becomes the thread's. */
    record Task(String name, Step step) {}

    /** What is done; failing is allowed. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    private Together() {}

    /** Waits for all, also when one fails, so that nothing comes up later unseen; then throws the first failure. */
    static void run(List<Task> tasks) throws Exception {
        List<FutureTask<Void>> running = new ArrayList<>();
        for (Task task : tasks) {
            FutureTask<Void> future = new FutureTask<>(() -> {
                task.step().run();
                return null;
            });
            new Thread(future, task.name()).start();
            running.add(future);
        }
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<Void> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            Throwable first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first instanceof Exception exception ? exception : new ExecutionException(first);
        }
    }
}
