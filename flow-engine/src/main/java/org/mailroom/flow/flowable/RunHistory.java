package org.mailroom.flow.flowable;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.runtime.Execution;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.mailroom.flow.FlowRunView;
import org.mailroom.flow.model.Run;

/**
 * Tells where a run stands and how it came there. Asks the engine's own stores where they have what
 * is wanted: its queries put their SQL together anew each time.
 */
@Dependent
public class RunHistory {
  @Inject RunningEngine engine;

  public FlowRunView of(Run run) {
    Command<FlowRunView> look = context -> view(run, context);
    return processes().getManagementService().executeCommand(look);
  }

  private FlowRunView view(Run run, CommandContext context) {
    HistoricProcessInstance history =
        CommandContextUtil.getHistoricProcessInstanceEntityManager(context)
            .findById(run.instance());
    boolean ended = history.getEndTime() != null;
    return new FlowRunView(
        run.flow(),
        run.version(),
        instant(history.getStartTime()),
        instant(history.getEndTime()),
        completed(run),
        ended ? List.of() : active(run, history.getProcessDefinitionId(), context),
        ended ? List.of() : tasks(run, context),
        ended ? List.of() : incidents(run, context));
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
  private List<String> active(Run run, String definition, CommandContext context) {
    BpmnModel model = processes().getRepositoryService().getBpmnModel(definition);
    return CommandContextUtil.getExecutionEntityManager(context)
        .findChildExecutionsByProcessInstanceId(run.instance())
        .stream()
        .map(Execution::getActivityId)
        .filter(Objects::nonNull)
        .filter(element -> !(model.getFlowElement(element) instanceof BoundaryEvent))
        .distinct()
        .toList();
  }

  private static List<FlowRunView.Task> tasks(Run run, CommandContext context) {
    return CommandContextUtil.getTaskService(context)
        .findTasksByProcessInstanceId(run.instance())
        .stream()
        .sorted(comparing(Task::getCreateTime))
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

  private static List<FlowRunView.Incident> incidents(Run run, CommandContext context) {
    return CommandContextUtil.getJobService(context)
        .findDeadLetterJobsByProcessInstanceId(run.instance())
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
