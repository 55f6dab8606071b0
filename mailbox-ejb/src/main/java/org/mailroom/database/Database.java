package org.mailroom.database;

import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/**
 * Brings the schema up to date when the application starts (Flyway, all {@code db/migration} folders
 * on the class path).
 *
 * <p>A start-up bean that touches the database calls {@link #ready()} first: the container then
 * finishes the migrations before the call returns, whatever order it starts its singletons in.
 */
@Startup
@Singleton
public class Database {
  /** Returns when the schema is up to date. */
  public void ready() {
    throw new UnsupportedOperationException();
  }
}
