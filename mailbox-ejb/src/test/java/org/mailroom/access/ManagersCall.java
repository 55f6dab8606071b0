package org.mailroom.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A call that was let in by the role of contract manager alone, where there is no container. */
public final class ManagersCall {
  private final Set<Long> contracts;
  private final Set<Long> mailboxes;

  /** What they were given for having registered it. */
  public final List<String> registered = new ArrayList<>();

  private ManagersCall(Set<Long> contracts, Set<Long> mailboxes) {
    this.contracts = contracts;
    this.mailboxes = mailboxes;
  }

  public static ManagersCall givenMailboxes(Long... ids) {
    return new ManagersCall(Set.of(), Set.of(ids));
  }

  /** Mail with such a number as its reference is about such a contract. */
  public static ManagersCall givenContracts(Long... ids) {
    return new ManagersCall(Set.of(ids), Set.of());
  }

  public <T> T call(Supplier<T> work) {
    try {
      return new Call(Reach.of(new Things())).around(work::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  private final class Things implements Reach.Given {
    @Override
    public Set<Long> contracts() {
      return contracts;
    }

    @Override
    public Set<Long> mailboxes(Set<Long> contracts) {
      return mailboxes;
    }

    @Override
    public boolean covers(Set<Long> contracts, String reference) {
      return contracts.stream().anyMatch(id -> reference.equals(id.toString()));
    }

    @Override
    public void giveMailbox(long id) {
      registered.add("mailbox " + id);
    }

    @Override
    public void giveContract(long id) {
      registered.add("contract " + id);
    }
  }
}
