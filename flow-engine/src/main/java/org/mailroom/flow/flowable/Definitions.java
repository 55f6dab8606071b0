package org.mailroom.flow.flowable;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.exceptions.XMLException;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.flowable.validation.ProcessValidator;
import org.flowable.validation.ProcessValidatorImpl;
import org.flowable.validation.ValidationError;
import org.flowable.validation.validator.ValidatorSet;
import org.flowable.validation.validator.ValidatorSetFactory;
import org.flowable.validation.validator.impl.DiagramInterchangeInfoValidator;
import org.flowable.validation.validator.impl.SendTaskValidator;
import org.mailroom.failure.Problem;

/** The flows that the engine can run. */
@Dependent
public class Definitions {
  @Inject RunningEngine engine;

  /** The engine's own rules, but for those about send tasks, which are e-mail elements here. */
  static ProcessValidator validator() {
    ValidatorSet rules = new ValidatorSetFactory().createFlowableExecutableProcessValidatorSet();
    rules.removeValidator(SendTaskValidator.class);
    rules.removeValidator(DiagramInterchangeInfoValidator.class);
    ProcessValidatorImpl validator = new ProcessValidatorImpl();
    validator.addValidatorSet(rules);
    return validator;
  }

  /** What the engine has against a diagram. */
  public List<Problem> problemsIn(String executable) {
    try {
      return validator().validate(model(executable)).stream()
          .filter(error -> !error.isWarning())
          .map(Definitions::problem)
          .toList();
    } catch (XMLException e) {
      return List.of(
          new Problem("DIAGRAM", "", "The engine cannot read the diagram: " + e.getMessage()));
    }
  }

  private static BpmnModel model(String executable) {
    byte[] bytes = executable.getBytes(StandardCharsets.UTF_8);
    return new BpmnXMLConverter()
        .convertToBpmnModel(() -> new ByteArrayInputStream(bytes), false, true);
  }

  private static Problem problem(ValidationError error) {
    String element = error.getActivityId() == null ? "" : error.getActivityId();
    return new Problem("DIAGRAM", element, error.getDefaultDescription() + " (" + element + ").");
  }

  /** Makes it the version that new requests run; the version's number. */
  public int deploy(String key, String executable) {
    Deployment deployment =
        repository()
            .createDeployment()
            .key(key)
            .addString(key + ".bpmn20.xml", executable)
            .disableSchemaValidation() // it holds what is on our list and nothing else
            .deploy();
    return repository()
        .createProcessDefinitionQuery()
        .deploymentId(deployment.getId())
        .singleResult()
        .getVersion();
  }

  /** How many requests are on a version now. */
  public long running(String key, int version) {
    return engine
        .get()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(key)
        .processDefinitionVersion(version)
        .count();
  }

  /** Forgets all versions of a flow that no request has run. */
  public void delete(String key) {
    repository().createDeploymentQuery().deploymentKey(key).list().stream()
        .map(Deployment::getId)
        .forEach(repository()::deleteDeployment);
  }

  private RepositoryService repository() {
    return engine.get().getRepositoryService();
  }
}
