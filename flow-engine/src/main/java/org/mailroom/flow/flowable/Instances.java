package org.mailroom.flow.flowable;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.flowable.engine.runtime.ProcessInstance;
import org.mailroom.flow.FlowNotFound;
import org.mailroom.flow.model.Run;
import org.mailroom.request.RequestNumber;
import org.mailroom.transaction.ReadOnce;

/** Moves the runs of requests: start, end, complete a task, run a failed step again. */
@Dependent
public class Instances {
  /** The variable of a run that a person has worked on; what follows is no robot's answer. */
  public static final String WORKED_ON = "workedOn";

  @Inject RunningEngine engine;
  @Inject ReadOnce once;

  /** Returns when the engine has started. */
  public void ready() {
    engine.get();
  }

  /**
   * Starts the current version and runs it up to its first job.
   *
   * @throws FlowNotFound if there is none
   */
  public Run start(String flow, RequestNumber request) {
    ProcessInstance instance =
        processes()
            .getRuntimeService()
            .createProcessInstanceBuilder()
            .processDefinitionId(once.get(List.of("current version of", flow), () -> current(flow)))
            .businessKey(request.toString())
            .start();
    return new Run(request, flow, instance.getProcessDefinitionVersion(), instance.getId());
  }

  /**
   * The same, with the steps that follow, which are jobs otherwise; throws what one of them throws.
   */
  public Run startWithSteps(String flow, RequestNumber request) {
    Command<Run> start =
        context -> {
          StepsTogether.allow(context);
          return start(flow, request);
        };
    return processes().getManagementService().executeCommand(start);
  }

  private String current(String flow) {
    Command<String> look =
        context ->
            CommandContextUtil.getProcessEngineConfiguration(context)
                .getDeploymentManager()
                .findDeployedLatestProcessDefinitionByKey(flow)
                .getId();
    try {
      return processes().getManagementService().executeCommand(look);
    } catch (FlowableObjectNotFoundException e) {
      throw new FlowNotFound("flow " + flow);
    }
  }

  /** Ends a run, unless it has ended or is just ending. */
  public void end(Run run) {
    if (isRunning(run)) {
      processes().getRuntimeService().deleteProcessInstance(run.instance(), "request ended");
    }
  }

  /**
   * Asks the engine's session rather than the database: while a flow ends, the end of its request
   * comes back to us before the engine has written its own.
   */
  private boolean isRunning(Run run) {
    Command<Boolean> look =
        context -> {
          ExecutionEntity execution =
              CommandContextUtil.getExecutionEntityManager(context).findById(run.instance());
          return execution != null && !execution.isEnded() && !execution.isDeleted();
        };
    return processes().getManagementService().executeCommand(look);
  }

  /** Whether the task was waiting and is now done. */
  public boolean complete(Run run, String task, Map<String, String> answers) {
    boolean waiting =
        processes()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(run.instance())
                .taskId(task)
                .count()
            > 0;
    if (waiting) {
      Map<String, Object> told = new HashMap<>(answers);
      told.put(WORKED_ON, true);
      processes().getTaskService().complete(task, told);
    }
    return waiting;
  }

  /** Whether there was such an incident; its step is a job again. */
  public boolean retry(Run run, String incident) {
    boolean there =
        processes()
                .getManagementService()
                .createDeadLetterJobQuery()
                .processInstanceId(run.instance())
                .jobId(incident)
                .count()
            > 0;
    if (there) {
      processes()
          .getManagementService()
          .moveDeadLetterJobToExecutableJob(incident, EngineSettings.TRIES);
    }
    return there;
  }

  private ProcessEngine processes() {
    return engine.get();
  }
}
