package org.mailroom.flow.flowable;

import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.agenda.DefaultFlowableEngineAgenda;
import org.flowable.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.job.service.impl.persistence.entity.JobEntity;
import org.flowable.variable.api.delegate.VariableScope;

/**
 * Lets a step that is a job take the steps that follow it into its transaction, as a transaction
 * for each costs more than the steps do. If one of them fails, all are undone and run again, each
 * as a job of its own: a failing step never keeps back the step before.
 */
final class StepsTogether {
  // so that a flow that runs in a circle still commits
  private static final int MOST = 10;
  private static final String ROOM = StepsTogether.class.getName();

  private StepsTogether() {}

  /** From now on, in this command. */
  static void allow(CommandContext context) {
    context.addAttribute(ROOM, MOST);
  }

  /** Runs a step; the first time together with those that follow. */
  static final class Job extends AsyncContinuationJobHandler {
    @Override
    public void execute(
        JobEntity job, String configuration, VariableScope scope, CommandContext context) {
      if (job.getRetries() == EngineSettings.TRIES) {
        allow(context);
      }
      super.execute(job, configuration, scope, context);
    }
  }

  /** Plans what comes next in a run. */
  static final class Agenda extends DefaultFlowableEngineAgenda {
    Agenda(CommandContext context) {
      super(context);
    }

    @Override
    public void planContinueProcessOperation(ExecutionEntity execution) {
      if (isStep(execution.getCurrentFlowElement()) && hasRoom()) {
        planContinueProcessSynchronousOperation(execution);
      } else {
        super.planContinueProcessOperation(execution);
      }
    }

    private static boolean isStep(FlowElement element) {
      return element instanceof FlowNode node
          && node.isAsynchronous()
          && !(element instanceof SubProcess);
    }

    private boolean hasRoom() {
      if (commandContext.getAttribute(ROOM) instanceof Integer room && room > 0) {
        commandContext.addAttribute(ROOM, room - 1);
        return true;
      }
      return false;
    }
  }
}
