package org.mailroom.outbox.jpa;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/** The stores over an entity manager of a test. */
public final class Stores {
  private Stores() {}

  public static OutboxStore outbox(EntityManager entities) {
    OutboxStore store = new OutboxStore();
    store.entities = entities;
    return store;
  }

  public static MessageSearch search(EntityManager entities) {
    MessageSearch search = new MessageSearch();
    search.entities = entities;
    return search;
  }

  public static FigureStore figures(EntityManager entities) {
    FigureStore store = new FigureStore();
    store.entities = entities;
    return store;
  }

  /** Leases end by this clock instead of the database's. */
  public static LeaseStore leases(EntityManager entities, Clock clock) {
    LeaseStore store =
        new LeaseStore() {
          @Override
          public Instant now() {
            return clock.instant();
          }
        };
    store.entities = entities;
    return store;
  }

  public static AcceptedMail accepted(EntityManager entities) {
    AcceptedMail store = new AcceptedMail();
    store.entities = entities;
    return store;
  }

  public static OldWords oldWords(EntityManager entities) {
    OldWords words = new OldWords();
    words.entities = entities;
    return words;
  }

  public static WaitingMail waitingMail(EntityManager entities) {
    WaitingMail waiting = new WaitingMail();
    waiting.entities = entities;
    return waiting;
  }
}
