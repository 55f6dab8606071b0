package org.mailroom.flow.flowable;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.JtaProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.cmd.ClearProcessInstanceLockTimesCmd;
import org.flowable.engine.parse.BpmnParseHandler;
import org.mailroom.access.Allowed;
import org.mailroom.database.Database;
import org.mailroom.environment.NodeId;
import org.mailroom.request.ServiceRequests;

/** Starts the one engine of this node and stops it. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Allowed
public class Engine {
  private static final System.Logger LOG = System.getLogger(Engine.class.getName());

  // where the servers keep theirs; no name is standard
  private static final List<String> TRANSACTION_MANAGERS =
      List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");

  @EJB Database database;
  @EJB ServiceRequests requests;
  @Inject NodeId node;
  @Inject Instance<BpmnParseHandler> parseHandlers;

  @Resource(lookup = Database.JNDI_NAME)
  DataSource source;

  @Inject RunningEngine running;

  private ProcessEngine engine;

  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void start() {
    database.ready();
    JtaProcessEngineConfiguration configuration = new JtaProcessEngineConfiguration();
    configuration.setDataSource(source);
    configuration.setTransactionManager(transactionManager());
    configuration.setTransactionsExternallyManaged(true);
    EngineSettings.apply(
        configuration,
        new JobExecutor(new StepThreads(), node),
        requests,
        parseHandlers.stream().toList());
    engine = StartLock.holding(source, configuration::buildProcessEngine);
    running.is(engine);
    startJobs(configuration, node);
    LOG.log(System.Logger.Level.INFO, "flow engine started node={0}", node);
  }

  static void startJobs(ProcessEngineConfigurationImpl configuration, NodeId node) {
    // a kill leaves requests locked as if a step of theirs were running
    configuration
        .getManagementService()
        .executeCommand(new ClearProcessInstanceLockTimesCmd(node.value()));
    configuration.getAsyncExecutor().start();
  }

  @SuppressWarnings("BanJNDI") // the names are ours, and in the server's own name space
  private static TransactionManager transactionManager() {
    NamingException last = null;
    for (String name : TRANSACTION_MANAGERS) {
      try {
        return (TransactionManager) new InitialContext().lookup(name);
      } catch (NamingException e) {
        last = e;
      }
    }
    throw new IllegalStateException(
        "This server keeps its transaction manager under none of " + TRANSACTION_MANAGERS, last);
  }

  /** Returns when the engine has started. */
  public void ready() {
    // the container has run start() before it lets this call in
  }

  @PreDestroy
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void stop() {
    engine.close();
    LOG.log(System.Logger.Level.INFO, "flow engine stopped node={0}", node);
  }
}
