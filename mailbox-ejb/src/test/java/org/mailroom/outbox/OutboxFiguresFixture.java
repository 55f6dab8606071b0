package org.mailroom.outbox;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.mailroom.outbox.jpa.Stores;

/** The figures over an entity manager of a test. */
public final class OutboxFiguresFixture {
  private OutboxFiguresFixture() {}

  public static OutboxFigures over(EntityManager entities, Clock clock) {
    OutboxFigures figures = new OutboxFigures();
    figures.store = Stores.figures(entities);
    figures.clock = clock;
    return figures;
  }
}
