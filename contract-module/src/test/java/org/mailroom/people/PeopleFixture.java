package org.mailroom.people;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.lockout.LockOuts;
import org.mailroom.lockout.LockOutsFixture;
import org.mailroom.lockout.Origin;
import org.mailroom.people.jpa.PeopleStore;
import org.mailroom.vault.Secret;

/** The services about people over a database of a test, and people to use them. */
public final class PeopleFixture {
  public static final Secret PASSWORD = Secret.of("correct horse");

  final NotedAudit audit = new NotedAudit();
  private final RecentLogIns recent = new RecentLogIns();
  private final Standings standings = new Standings();
  private final Turns turns = new Turns();
  private final TestDatabase database;
  private final LockOuts lockOuts;

  public PeopleFixture(TestDatabase database) {
    this(database, Clock.systemUTC());
  }

  PeopleFixture(TestDatabase database, Clock clock) {
    this.database = database;
    this.lockOuts = LockOutsFixture.over(database, audit, clock);
  }

  /** Registers somebody with {@link #PASSWORD}. */
  public AccountView register(String login, Role... roles) {
    return accounts(
        accounts ->
            accounts.register(AccountDraft.of(login, roles), Optional.of(PASSWORD)).account());
  }

  /** Gives somebody these roles and no other. */
  public void have(String login, Role... roles) {
    change(login, AccountDraft.of(login, roles));
  }

  public void deactivate(String login) {
    change(login, AccountDraft.of(login, Role.OPERATOR).active(false));
  }

  private void change(String login, AccountDraft draft) {
    accounts(accounts -> accounts.change(login, draft, Optional.empty()));
  }

  public void delete(String login) {
    accounts(
        accounts -> {
          accounts.delete(login);
          return null;
        });
  }

  public List<String> notes() {
    return audit.notes();
  }

  <T> T accounts(Function<Accounts, T> work) {
    return database.transaction("contract", em -> work.apply(accounts(em)));
  }

  private Accounts accounts(EntityManager em) {
    Accounts accounts = new Accounts();
    accounts.store = new PeopleStore(em);
    accounts.standings = standings;
    accounts.audit = audit;
    return accounts;
  }

  Entry external(ExternalIdentity identity) {
    return database.transaction(
        "contract",
        em -> {
          ExternalLogIns external = new ExternalLogIns();
          external.store = new PeopleStore(em);
          external.accounts = accounts(em);
          external.audit = audit;
          return external.enter(identity);
        });
  }

  LockOuts lockOuts() {
    return lockOuts;
  }

  Entry enter(String login, Secret password) {
    return enter(login, password, Origin.UNKNOWN);
  }

  Entry enter(String login, Secret password, Origin origin) {
    return logIns(logIns -> logIns.enter(login, password, origin));
  }

  Optional<Set<Role>> rolesOf(String login, Secret password) {
    return enter(login, password)
        .fold(
            entered -> Optional.of(entered.who().roles()),
            Optional::empty,
            locked -> Optional.empty());
  }

  <T> T logIns(Function<LogIns, T> work) {
    return with((logIns, notes, em) -> work.apply(logIns));
  }

  /** What another component needs of people. */
  public interface Work<T> {
    T apply(LogIns logIns, Audit audit, EntityManager em);
  }

  public <T> T with(Work<T> work) {
    return database.transaction(
        "contract",
        em -> {
          LogIns logIns = new LogIns();
          logIns.store = new PeopleStore(em);
          logIns.recent = recent;
          logIns.standings = standings;
          logIns.turns = turns;
          logIns.lockOuts = lockOuts;
          logIns.audit = audit;
          return work.apply(logIns, audit, em);
        });
  }
}
