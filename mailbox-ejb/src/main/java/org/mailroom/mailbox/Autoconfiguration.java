package org.mailroom.mailbox;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.environment.Environment;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.autoconfig.Search;
import org.mailroom.mailbox.jpa.CheckSlots;

/**
 * Finds out how to connect from an e-mail address: presets, the file that the domain publishes for
 * mail programs, its DNS records, and where it receives mail.
 *
 * <p>Takes no transaction and at most about 5 seconds. No password is ever sent, and nothing but
 * the domain, unless the domain's own server wants the address. Counts as a connection check: each
 * search is audited, and too many a minute are refused.
 */
@Stateless
@Allowed(CONTRACT_MANAGER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Autoconfiguration {
  @Inject Search search;
  @Inject CheckSlots slots;
  @EJB Audit audit;
  @Inject Environment environment;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService threads;

  /** Whether the operator lets settings be looked up. */
  @Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
  public boolean isOn() {
    return environment.autoconfiguration();
  }

  /**
   * What was found, the best first; possibly nothing.
   *
   * @throws NoMailAddress if the address is none, or the type is missing
   * @throws AutoconfigurationOff if the operator has switched it off
   * @throws CheckRefused if there were too many searches and checks in the last minute
   */
  public List<FoundSettings> find(String address, MailboxType type) {
    EmailAddress wanted = valid(address, type);
    if (!isOn()) {
      throw new AutoconfigurationOff();
    }
    Instant now = clock.instant();
    if (!slots.take(now)) {
      throw new CheckRefused(slots.untilFree(now));
    }
    List<FoundSettings> found = search.find(wanted, type, threads);
    audit.note("mailbox.autoconfigured", wanted.domain(), found.size() + " found");
    return found;
  }

  private static EmailAddress valid(String address, MailboxType type) {
    List<Problem> problems = new ArrayList<>();
    Optional<EmailAddress> wanted = EmailAddress.parse(address);
    if (wanted.isEmpty()) {
      problems.add(
          new Problem(
              "ADDRESS_SYNTAX", "address", "Write one e-mail address, such as desk@example.org."));
    }
    if (type == null) {
      problems.add(new Problem("TYPE_MISSING", "type", "Choose the type: INPUT or OUTPUT."));
    }
    if (!problems.isEmpty()) {
      throw new NoMailAddress(problems);
    }
    return wanted.orElseThrow();
  }
}
