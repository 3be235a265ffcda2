package org.customactions.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs callables at the very same moment, each on a thread of its own that waits for all the others to be ready. */
public final class Concurrently {
    private Concurrently() {}

    /**
     * Runs all callables at once.
     *
     * @param limit for all of them together
     * @return their results in the order of the callables
     * @throws AssertionError when one of them fails, with its failure as the cause, or when the time is up
     */
    public static <T> List<T> call(Duration limit, List<? extends Callable<T>> callables) {
        CyclicBarrier barrier = new CyclicBarrier(callables.size());
        ExecutorService threads = Executors.newFixedThreadPool(callables.size(), Concurrently::daemon);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> callable : callables) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return callable.call();
                }));
            }
            return results(futures, System.nanoTime() + limit.toNanos());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Runs a callable {@code n} times at once, each with its number from 0. */
    public static <T> List<T> times(int n, Duration limit, IntFunction<T> callable) {
        List<Callable<T>> callables = new ArrayList<>();
        IntStream.range(0, n).forEach(i -> callables.add(() -> callable.apply(i)));
        return call(limit, callables);
    }

    private static <T> List<T> results(List<Future<T>> futures, long deadline) {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            int number = results.size();
            try {
                results.add(future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException e) {
                throw new AssertionError("Callable " + number + " of " + futures.size() + " failed", e.getCause());
            } catch (TimeoutException e) {
                throw new AssertionError("Callable " + number + " of " + futures.size() + " was not done in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while callables ran", e);
            }
        }
        return results;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "concurrently");
        thread.setDaemon(true);
        return thread;
    }
}
