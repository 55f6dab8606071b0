package org.mailroom.flow.flowable;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import org.flowable.common.engine.impl.async.AsyncTaskExecutorConfiguration;
import org.flowable.common.engine.impl.async.DefaultAsyncTaskExecutor;
import org.flowable.job.service.impl.asyncexecutor.AsyncJobExecutorConfiguration;
import org.flowable.job.service.impl.asyncexecutor.DefaultAsyncJobExecutor;
import org.mailroom.environment.NodeId;

/**
 * Runs the steps of flows on threads of its own. A node is the owner of the jobs it has taken under
 * a name that survives a restart: what it held when it was killed it takes back at once.
 */
final class JobExecutor extends DefaultAsyncJobExecutor {
  private static final int WORKERS = 4;

  // a step is handed on when it is made; looking for work only finds what a crash or retry left
  private static final int WAITING_STEPS = 10_000;
  private static final Duration LOOK_FOR_STEPS = Duration.ofSeconds(1);
  private static final Duration LOOK_FOR_TIMERS = Duration.ofSeconds(5);
  private static final Duration LOCK = Duration.ofMinutes(2);
  private static final Duration LAST_STEPS = Duration.ofSeconds(20);

  private final ThreadFactory threads;

  JobExecutor(ThreadFactory threads, NodeId node) {
    super(configuration(node));
    this.threads = threads;
    setTaskExecutor(workers(threads));
  }

  private static AsyncJobExecutorConfiguration configuration(NodeId node) {
    AsyncJobExecutorConfiguration configuration = new AsyncJobExecutorConfiguration();
    configuration.setLockOwner(node.value());
    configuration.setUnlockOwnedJobs(true);
    configuration.setAsyncJobLockTime(LOCK);
    configuration.setTimerLockTime(LOCK);
    configuration.setDefaultAsyncJobAcquireWaitTime(LOOK_FOR_STEPS);
    configuration.setDefaultTimerJobAcquireWaitTime(LOOK_FOR_TIMERS);
    return configuration;
  }

  private static DefaultAsyncTaskExecutor workers(ThreadFactory threads) {
    AsyncTaskExecutorConfiguration pool = new AsyncTaskExecutorConfiguration();
    pool.setCorePoolSize(WORKERS);
    pool.setMaxPoolSize(WORKERS);
    pool.setAllowCoreThreadTimeout(false);
    pool.setQueueSize(WAITING_STEPS);
    pool.setAwaitTerminationPeriod(LAST_STEPS);
    DefaultAsyncTaskExecutor workers = new Workers(pool);
    workers.setThreadFactory(threads);
    workers.start();
    return workers;
  }

  @Override
  protected void startJobAcquisitionThread() {
    asyncJobAcquisitionThread = threads.newThread(asyncJobsDueRunnable);
    super.startJobAcquisitionThread();
  }

  @Override
  protected void startTimerAcquisitionThread() {
    timerJobAcquisitionThread = threads.newThread(timerJobRunnable);
    super.startTimerAcquisitionThread();
  }

  @Override
  protected void startResetExpiredJobsThread() {
    resetExpiredJobThread = threads.newThread(resetExpiredJobsRunnable);
    super.startResetExpiredJobsThread();
  }

  /** Lets the steps that run come to their end, before what still waits is given back. */
  @Override
  protected void stopExecutingAsyncJobs() {
    getTaskExecutor().shutdown();
  }

  /**
   * Workers that are all there from the start: a thread takes over the log-in of whoever makes it,
   * and must not run the steps of everybody in the name of the person who opened the first request.
   */
  private static final class Workers extends DefaultAsyncTaskExecutor {
    Workers(AsyncTaskExecutorConfiguration pool) {
      super(pool);
    }

    @Override
    public void start() {
      super.start();
      ((ThreadPoolExecutor) executorService).prestartAllCoreThreads();
    }
  }
}
