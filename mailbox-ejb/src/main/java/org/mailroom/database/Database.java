package org.mailroom.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.mailroom.access.Allowed;

/**
 * Brings the schema up to date when the application starts (Flyway, all {@code db/migration}
 * folders on the class path).
 *
 * <p>A start-up bean that touches the database calls {@link #ready()} first: the container then
 * finishes the migrations before the call returns, whatever order it starts its singletons in. Who
 * must not wait asks {@link Migrated}.
 */
@DataSourceDefinition(
    name = Database.JNDI_NAME,
    className = "org.mailroom.database.MailroomDataSource",
    url = "env:MAILROOM_DB_URL", // WildFly wants one
    minPoolSize = 2,
    maxPoolSize = 60,
    // H2 closes its database when the disk is full, and each connection to it is of no use from
    // then on; the method that costs nothing on either database finds that out
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=auto-commit"
    })
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Allowed
public class Database {
  /** Where the data source is found by all units of the application. */
  public static final String JNDI_NAME = "java:app/jdbc/mailroom";

  @Resource(lookup = JNDI_NAME)
  DataSource source;

  @Inject Migrated migrated;

  @PostConstruct
  void migrate() {
    new Schema(source).migrate();
    migrated.done();
  }

  /** Returns when the schema is up to date. */
  public void ready() {
    // the container has run migrate() before it lets this call in
  }
}
