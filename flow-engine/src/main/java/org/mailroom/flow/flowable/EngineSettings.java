package org.mailroom.flow.flowable;

import java.util.List;
import java.util.UUID;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.parse.BpmnParseHandler;
import org.mailroom.request.ServiceRequests;

/** What is the same for the engine wherever it runs, in a server or in a test. */
final class EngineSettings {
  /** Tries of a failing step before it is an incident. */
  static final int TRIES = 3;

  private static final int SECONDS_BETWEEN_TRIES = 10;

  private EngineSettings() {}

  static void apply(
      ProcessEngineConfigurationImpl engine,
      JobExecutor jobs,
      ServiceRequests requests,
      List<BpmnParseHandler> parseHandlers) {
    engine.setDatabaseSchemaUpdate("true");
    engine.setDisableIdmEngine(true);
    engine.setDisableEventRegistry(true);
    engine.setEnableSafeBpmnXml(true);
    engine.setCreateDiagramOnDeploy(false);
    // the engine's own numbers come from a transaction of their own, which it cannot have
    // everywhere
    engine.setIdGenerator(() -> UUID.randomUUID().toString());
    engine.setHistoryLevel(HistoryLevel.ACTIVITY); // the path taken, connections included
    engine.setAsyncExecutor(jobs);
    engine.setAsyncTaskExecutor(jobs.getTaskExecutor()); // else it makes threads of its own
    engine.setAsyncTaskInvokerTaskExecutor(jobs.getTaskExecutor());
    engine.setAsyncExecutorNumberOfRetries(TRIES);
    engine.setAsyncFailedJobWaitTime(SECONDS_BETWEEN_TRIES);
    engine.setDefaultFailedJobWaitTime(SECONDS_BETWEEN_TRIES);
    engine.setAgendaFactory(StepsTogether.Agenda::new);
    engine.setCustomJobHandlers(List.of(new StepsTogether.Job()));
    // its statement for several rows is put together anew each time, at more than what it saves
    engine.setBulkInsertEnabled(false);
    engine.setDbSqlSessionFactory(StepSession.factory());
    engine.setExpressionManager(new EngineExpressions(new Expressions(), requests::brief));
    engine.setCustomDefaultBpmnParseHandlers(parseHandlers);
    engine.setEventListeners(List.of(new RequestClosing(requests)));
    engine.setProcessValidator(Definitions.validator());
  }
}
