package org.mailroom.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** All that is known of what was given to contract managers, put together. */
@ApplicationScoped
class GivenThings {
  @Inject @Any Instance<Grants> grants;
  @Inject @Any Instance<Belongings> belongings;

  Reach.Given to(String login) {
    return new GivenTo(login);
  }

  private final class GivenTo implements Reach.Given {
    private final String login;

    GivenTo(String login) {
      this.login = login;
    }

    @Override
    public Set<Long> contracts() {
      return grants.stream()
          .flatMap(known -> known.contractsOf(login).stream())
          .collect(Collectors.toSet());
    }

    @Override
    public Set<Long> mailboxes(Set<Long> contracts) {
      Set<Long> mailboxes = new HashSet<>();
      grants.forEach(known -> mailboxes.addAll(known.mailboxesOf(login)));
      belongings.forEach(known -> mailboxes.addAll(known.mailboxesOf(contracts)));
      return mailboxes;
    }

    @Override
    public boolean covers(Set<Long> contracts, String reference) {
      return belongings.stream().anyMatch(known -> known.covers(contracts, reference));
    }

    @Override
    public void giveMailbox(long id) {
      grants.forEach(known -> known.giveMailbox(login, id));
    }

    @Override
    public void giveContract(long id) {
      grants.forEach(known -> known.giveContract(login, id));
    }
  }
}
