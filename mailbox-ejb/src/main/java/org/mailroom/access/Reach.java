package org.mailroom.access;

import java.util.HashSet;
import java.util.Set;

/**
 * How far the present call reaches: everything, or only the mailboxes and contracts that were given
 * to a contract manager. It is that of the roles by which the call was let in, and holds for all
 * that the call does, in whatever service beans it comes to; only {@link OwnWork} inside it reaches
 * everything.
 *
 * <p>For stores and service beans: what is out of reach does not exist for the call. Belongs to one
 * thread.
 */
public final class Reach {
  /** The id of nothing, so that a list for a query is never empty. */
  private static final long NOTHING = 0;

  private static final Reach EVERYTHING = new Reach(null);

  /** What is asked of a limited reach, when it is asked. */
  interface Given {
    Set<Long> contracts();

    Set<Long> mailboxes(Set<Long> contracts);

    boolean covers(Set<Long> contracts, String reference);

    void giveMailbox(long id);

    void giveContract(long id);
  }

  private final Given given;
  private Set<Long> contracts;
  private Set<Long> mailboxes;

  private Reach(Given given) {
    this.given = given;
  }

  static Reach everything() {
    return EVERYTHING;
  }

  static Reach of(Given given) {
    return new Reach(given);
  }

  /** That of the call which this thread is in; everything where it is in none. */
  public static Reach ofThisCall() {
    return Call.present().map(Call::reach).orElse(EVERYTHING);
  }

  public boolean isEverything() {
    return given == null;
  }

  public boolean mailbox(long id) {
    return isEverything() || mailboxes().contains(id);
  }

  public boolean contract(long id) {
    return isEverything() || contracts().contains(id);
  }

  /** Whether mail on behalf of this party, the id of a contract, is within reach. */
  public boolean party(String party) {
    return isEverything() || contracts().stream().map(String::valueOf).anyMatch(party::equals);
  }

  /** Whether mail with this reference is about something within reach, such as a request. */
  public boolean reference(String reference) {
    return isEverything()
        || (reference != null && OwnWork.call(() -> given.covers(contracts(), reference)));
  }

  /** The ids of the mailboxes, never empty; for a query, if this is not everything. */
  public Set<Long> mailboxes() {
    if (mailboxes == null) {
      mailboxes = isEverything() ? ids(Set.of()) : ids(OwnWork.call(this::mailboxesGiven));
    }
    return mailboxes;
  }

  private Set<Long> mailboxesGiven() {
    return given.mailboxes(contracts());
  }

  /** The ids of the contracts, never empty; for a query, if this is not everything. */
  public Set<Long> contracts() {
    if (contracts == null) {
      contracts = isEverything() ? ids(Set.of()) : ids(OwnWork.call(given::contracts));
    }
    return contracts;
  }

  private static Set<Long> ids(Set<Long> given) {
    Set<Long> ids = new HashSet<>(given);
    ids.add(NOTHING);
    return ids;
  }

  /** What a contract manager registers is theirs. */
  public void registeredMailbox(long id) {
    if (!isEverything()) {
      OwnWork.run(() -> given.giveMailbox(id));
      mailboxes().add(id);
    }
  }

  /** What a contract manager registers is theirs; it names none but their mailboxes. */
  public void registeredContract(long id) {
    if (!isEverything()) {
      OwnWork.run(() -> given.giveContract(id));
      contracts().add(id);
    }
  }
}
