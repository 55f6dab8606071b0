package org.mailroom.database;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether this node has brought the schema up to date: for those who are asked while the
 * application still starts, and answer rather than wait. Thread-safe.
 */
@ApplicationScoped
public class Migrated {
  private volatile boolean done;

  public void done() {
    done = true;
  }

  public boolean isDone() {
    return done;
  }
}
