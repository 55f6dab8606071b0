package org.mailroom.console.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.mailroom.console.Moments;
import org.mailroom.console.Notices;
import org.mailroom.mailbox.MailboxHistory;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.Providers;

/** Tells in words what somebody else has changed meanwhile, and who it was. */
@Named
@RequestScoped
public class ChangePanel {
  private static final String SERVICE = "mailbox.service";

  @EJB MailboxHistory history;
  @EJB Providers providers;
  @Inject Notices notices;
  @Inject Moments moments;

  /** Null if the audit does not tell. */
  public MailboxHistory.LastChange lastOf(MailboxId mailbox) {
    return history.lastChange(mailbox).orElse(null);
  }

  public String before(OtherChanges.Change change) {
    return words(change.label(), change.before());
  }

  public String now(OtherChanges.Change change) {
    return words(change.label(), change.now());
  }

  private String words(String label, Object value) {
    return SERVICE.equals(label) && value != null
        ? providers.find(value.toString()).map(Provider::name).orElse(value.toString())
        : words(value);
  }

  private String words(Object value) {
    if (value instanceof Boolean yes) {
      return notices.words(yes ? "action.yes" : "action.no");
    }
    if (value instanceof Enum<?> choice) {
      return notices.words(choice.getDeclaringClass().getSimpleName() + "." + choice.name());
    }
    if (value instanceof LocalDate day) {
      return moments.day(day);
    }
    return value == null || value.toString().isEmpty() ? "–" : value.toString();
  }
}
