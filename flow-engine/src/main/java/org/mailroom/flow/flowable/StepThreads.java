package org.mailroom.flow.flowable;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailroom.access.OwnWork;

/**
 * Threads for the steps of flows; plain ones, on purpose. A managed thread carries the invocation
 * of the bean that asked for it, and Payara and GlassFish enlist a connection in the transaction
 * that this invocation knows of, not in the one that the engine has begun on the thread: what a
 * step changes would then commit piece by piece. A thread without an invocation has only its own
 * transaction. The session beans that a step calls bring their own surroundings.
 *
 * <p>A step is the flow's own work, whoever set it going.
 */
final class StepThreads implements ThreadFactory {
  private final AtomicInteger made = new AtomicInteger();

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(() -> OwnWork.run(work), "mailroom-flow-" + made.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
