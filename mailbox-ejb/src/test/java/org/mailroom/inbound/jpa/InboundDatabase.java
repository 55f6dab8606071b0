package org.mailroom.inbound.jpa;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.inbound.model.Ledger;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.inbound.model.Transactions;

/** The stores on a database of a test, with transactions as a container would give them. */
public final class InboundDatabase implements AutoCloseable, Transactions {
  private final TestDatabase database;

  @SuppressWarnings("ThreadLocalUsage") // lives as long as one test
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

  private final EntityManager entities = (EntityManager) proxy();

  public InboundDatabase(TestDatabase database) {
    this.database = database;
  }

  private Object proxy() {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {EntityManager.class},
        (self, method, arguments) -> {
          try {
            return method.invoke(current.get(), arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  @Override
  public <T> T call(Supplier<T> work) {
    EntityManager suspended = current.get();
    try {
      return database.transaction(
          "mailbox",
          mine -> {
            current.set(mine);
            return work.get();
          });
    } finally {
      current.set(suspended);
    }
  }

  public Cursors cursors() {
    JpaCursors cursors = new JpaCursors();
    cursors.entities = entities;
    return cursors;
  }

  public Ledger ledger() {
    JpaLedger ledger = new JpaLedger();
    ledger.entities = entities;
    return ledger;
  }

  public StoredMails mails() {
    JpaStoredMails mails = new JpaStoredMails();
    mails.entities = entities;
    return mails;
  }

  @Override
  public void close() {
    database.close();
  }
}
