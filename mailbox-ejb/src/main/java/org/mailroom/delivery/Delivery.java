package org.mailroom.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.mailroom.access.OwnWork;
import org.mailroom.database.Database;
import org.mailroom.delivery.smtp.ContainerMailSession;
import org.mailroom.delivery.smtp.SmtpSettings;
import org.mailroom.environment.Environment;
import org.mailroom.outbox.MailSession;

/**
 * Starts, drives and stops delivery with the application. The timer only ticks; what is due is in
 * the database, so a missed tick costs a second and no mail.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
// each step has a short transaction of its own, and SMTP none
@TransactionManagement(TransactionManagementType.BEAN)
public class Delivery {
  @EJB Database database;
  @Inject Dispatcher dispatcher;
  @Inject SmtpSettings settings;
  @EJB ContainerMailSession containerSession;
  @Inject Environment environment;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService threads;

  @PostConstruct
  void start() {
    MailSession.of(environment); // a wrong setting is told now, not when the first mail is due
    database.ready();
    settings.startFrom(containerSession.settings());
    // whoever queues a message wakes its lane, and must not lend it their name
    dispatcher.start(OwnWork.on(threads));
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    dispatcher.tick();
  }

  @PreDestroy
  void stop() {
    dispatcher.stop();
  }
}
