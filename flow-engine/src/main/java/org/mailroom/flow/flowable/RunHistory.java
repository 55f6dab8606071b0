package org.mailroom.flow.flowable;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.runtime.Execution;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.mailroom.flow.FlowRunView;
import org.mailroom.flow.model.Run;

/** Tells where a run stands and how it came there. */
@Dependent
public class RunHistory {
  @Inject RunningEngine engine;

  public FlowRunView of(Run run) {
    HistoricProcessInstance history =
        processes()
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(run.instance())
            .singleResult();
    return new FlowRunView(
        run.flow(),
        run.version(),
        instant(history.getStartTime()),
        instant(history.getEndTime()),
        completed(run),
        active(run, history.getProcessDefinitionId()),
        tasks(run),
        incidents(run));
  }

  private List<String> completed(Run run) {
    return processes()
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(run.instance())
        .finished()
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .list()
        .stream()
        .filter(RunHistory::wasCompleted)
        .map(HistoricActivityInstance::getActivityId)
        .distinct()
        .toList();
  }

  /**
   * Not what was given up when something else ended it; an end that ends others has done its part.
   */
  private static boolean wasCompleted(HistoricActivityInstance activity) {
    return activity.getDeleteReason() == null || activity.getActivityType().endsWith("ndEvent");
  }

  /** Also the steps that wait to be run, which the history does not know yet. */
  private List<String> active(Run run, String definition) {
    List<Execution> executions =
        processes()
            .getRuntimeService()
            .createExecutionQuery()
            .processInstanceId(run.instance())
            .list();
    if (executions.isEmpty()) {
      return List.of();
    }
    BpmnModel model = processes().getRepositoryService().getBpmnModel(definition);
    return executions.stream()
        .map(Execution::getActivityId)
        .filter(Objects::nonNull)
        .filter(element -> !(model.getFlowElement(element) instanceof BoundaryEvent))
        .distinct()
        .toList();
  }

  private List<FlowRunView.Task> tasks(Run run) {
    return processes()
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(run.instance())
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .map(RunHistory::task)
        .toList();
  }

  private static FlowRunView.Task task(Task task) {
    return new FlowRunView.Task(
        task.getId(),
        task.getTaskDefinitionKey(),
        called(task.getName(), task.getTaskDefinitionKey()),
        instant(task.getCreateTime()));
  }

  private List<FlowRunView.Incident> incidents(Run run) {
    return processes()
        .getManagementService()
        .createDeadLetterJobQuery()
        .processInstanceId(run.instance())
        .list()
        .stream()
        .map(RunHistory::incident)
        .toList();
  }

  private static FlowRunView.Incident incident(Job job) {
    return new FlowRunView.Incident(
        job.getId(),
        job.getElementId(),
        called(job.getElementName(), job.getElementId()),
        job.getExceptionMessage(),
        instant(job.getCreateTime()));
  }

  private static String called(String name, String id) {
    return Optional.ofNullable(name).filter(given -> !given.isBlank()).orElse(id);
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  private ProcessEngine processes() {
    return engine.get();
  }
}
