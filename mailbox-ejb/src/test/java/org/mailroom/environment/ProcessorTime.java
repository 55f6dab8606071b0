package org.mailroom.environment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long something takes a processor. The time on the clock says more about who else wants the
 * processor, and about the collector of garbage.
 */
public final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LOOK_MILLIS = 20;

  // it does not have to come to an end: what waits uses no processor
  private static final Duration AT_ALL = Duration.ofMinutes(5);

  private ProcessorTime() {}

  /** Work whose result nobody wants. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** Fails if some work takes longer; does not wait for its end then. */
  public static void assertWithin(Duration limit, Work work) throws Exception {
    callWithin(
        limit,
        () -> {
          work.run();
          return null;
        });
  }

  /** The same for work with a result. */
  public static <T> T callWithin(Duration limit, Callable<T> work) throws Exception {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              long start = THREADS.getCurrentThreadCpuTime();
              T result = work.call();
              require(THREADS.getCurrentThreadCpuTime() - start, limit, new StackTraceElement[0]);
              return result;
            });
    Thread thread = new Thread(task, "measured");
    thread.setDaemon(true);
    thread.start();
    long end = System.nanoTime() + AT_ALL.toNanos();
    while (true) {
      try {
        return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException atWork) {
        // of a thread that has ended it is negative
        long taken = THREADS.getThreadCpuTime(thread.getId());
        require(System.nanoTime() > end ? Long.MAX_VALUE : taken, limit, thread.getStackTrace());
      } catch (ExecutionException e) {
        throw thrown(e.getCause());
      }
    }
  }

  private static void require(long nanos, Duration limit, StackTraceElement[] where) {
    if (nanos > limit.toNanos()) {
      throw new AssertionError(
          "It takes longer than %s, and is at %s".formatted(limit, Arrays.toString(where)));
    }
  }

  private static Exception thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (Exception) cause;
  }
}
