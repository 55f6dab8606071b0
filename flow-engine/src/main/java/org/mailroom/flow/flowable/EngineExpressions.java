package org.mailroom.flow.flowable;

import java.util.function.Function;
import org.flowable.common.engine.api.delegate.Expression;
import org.flowable.common.engine.api.variable.VariableContainer;
import org.flowable.common.engine.impl.el.FlowableElContext;
import org.flowable.common.engine.impl.javax.el.ELContext;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.el.ProcessExpressionManager;
import org.mailroom.flow.model.Facts;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;

/** Lets the engine read and run our expressions and no others. */
final class EngineExpressions extends ProcessExpressionManager {
  private final Function<RequestNumber, RequestView> requests;

  EngineExpressions(Expressions expressions, Function<RequestNumber, RequestView> requests) {
    this.requests = requests;
    setExpressionFactory(expressions.factory());
  }

  @Override
  public Expression createExpression(String text) {
    return super.createExpression(Expressions.normalised(text));
  }

  @Override
  public ELContext getElContext(VariableContainer container) {
    return new FlowableElContext(
        new FactsResolver(() -> facts(container)), null, expressionFactory);
  }

  private Facts facts(VariableContainer container) {
    String number = ((DelegateExecution) container).getProcessInstanceBusinessKey();
    return Facts.of(
        requests.apply(new RequestNumber(Long.parseLong(number))), container::getVariable);
  }
}
