package org.mailroom.flow.flowable;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.parse.BpmnParseHandler;
import org.flowable.job.api.Job;
import org.h2.jdbcx.JdbcDataSource;
import org.mailroom.environment.NodeId;
import org.mailroom.request.ServiceRequests;
import org.mailroom.transaction.EachTime;

/**
 * The engine with our settings and transactions of its own. Jobs run when the test says so, or by
 * themselves after {@link #startJobs}.
 */
public final class TestEngine implements AutoCloseable {
  private final StandaloneProcessEngineConfiguration configuration =
      new StandaloneProcessEngineConfiguration();
  private final NodeId node;
  private final RunningEngine engine = new RunningEngine();

  private TestEngine(
      DataSource source, NodeId node, ServiceRequests requests, List<BpmnParseHandler> handlers) {
    this.node = node;
    JobExecutor jobs = new JobExecutor(new StepThreads(), node);
    jobs.getConfiguration().setDefaultAsyncJobAcquireWaitTime(Duration.ofMillis(50));
    configuration.setEngineName(UUID.randomUUID().toString());
    configuration.setDataSource(source);
    EngineSettings.apply(configuration, jobs, requests, handlers);
    engine.is(configuration.buildProcessEngine());
  }

  public static TestEngine on(
      DataSource source, NodeId node, ServiceRequests requests, BpmnParseHandler... handlers) {
    return new TestEngine(source, node, requests, List.of(handlers));
  }

  public static TestEngine onH2(ServiceRequests requests, BpmnParseHandler... handlers) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return on(source, new NodeId("test"), requests, handlers);
  }

  public Instances instances() {
    Instances instances = new Instances();
    instances.engine = engine;
    instances.once = new EachTime();
    return instances;
  }

  public Definitions definitions() {
    Definitions definitions = new Definitions();
    definitions.engine = engine;
    return definitions;
  }

  public RunHistory history() {
    RunHistory history = new RunHistory();
    history.engine = engine;
    return history;
  }

  ProcessEngine processes() {
    return engine.get();
  }

  public void startJobs() {
    Engine.startJobs(configuration, node);
  }

  /** Runs all jobs that are due, and those they make; a failing one once. */
  public void runJobs() {
    List<Job> due = processes().getManagementService().createJobQuery().list();
    while (!due.isEmpty()) {
      due.forEach(job -> processes().getManagementService().executeJob(job.getId()));
      due = processes().getManagementService().createJobQuery().list();
    }
  }

  /** Runs one of the jobs that are due, and not what it makes. */
  void runJob() {
    Job due = processes().getManagementService().createJobQuery().list().get(0);
    processes().getManagementService().executeJob(due.getId());
  }

  long jobs() {
    return processes().getManagementService().createJobQuery().count();
  }

  /** Tries a failing step until it is an incident: once with the step before, then alone. */
  public void runIntoIncident() {
    for (int i = 0; i <= EngineSettings.TRIES; i++) {
      tryJobs();
      processes().getManagementService().createTimerJobQuery().list().stream()
          .map(Job::getId)
          .forEach(processes().getManagementService()::moveTimerToExecutableJob);
    }
  }

  private void tryJobs() {
    try {
      runJobs();
    } catch (RuntimeException expected) {
      // the engine has noted it on the job
    }
  }

  /** Lets timers be due. */
  public void runTimers() {
    processes().getManagementService().createTimerJobQuery().list().stream()
        .map(Job::getId)
        .forEach(processes().getManagementService()::moveTimerToExecutableJob);
    runJobs();
  }

  @Override
  public void close() {
    processes().close();
  }
}
