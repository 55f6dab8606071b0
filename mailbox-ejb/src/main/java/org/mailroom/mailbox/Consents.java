package org.mailroom.mailbox;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxToken;

/**
 * The right of mailboxes to sign in by OAuth2: leads a person to the provider and back, and tells
 * how far each mailbox is. Stateless and thread-safe; tokens never come out.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class Consents {
  @Inject MailboxStore store;
  @Inject ConsentDialogue dialogue;
  @Inject ConsentViews views;
  @Inject HeldTokens held;
  @EJB Audit audit;

  /** Where the provider sends people back to; to be registered there. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public URI redirectUri() {
    return dialogue.redirectUri();
  }

  /**
   * Begins a consent; the person has ten minutes. Asks the provider for its address, outside any
   * transaction.
   *
   * @param session the id of the browser's session that alone may complete it; empty for a program,
   *     then any session of the same person may
   * @return where the person signs in and consents
   * @throws MailboxNotFound if there is no such mailbox
   * @throws ConsentRefused if the mailbox needs no consent
   * @throws TokenTrouble if the provider is not to be found
   */
  @Allowed(CONTRACT_MANAGER)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public URI start(MailboxId id, Optional<String> session) {
    Mailbox mailbox = existing(id);
    if (!mailbox.signsInByOAuth2() || !dialogue.isNeeded(mailbox)) {
      throw new ConsentRefused(
          "Mailbox %s signs in without anybody's consent.".formatted(mailbox.name()));
    }
    URI address = dialogue.start(mailbox, session);
    audit.note("mailbox.consent.started", "mailbox " + id, "");
    return address;
  }

  /**
   * Takes what the provider has answered; each consent that was begun takes one answer. Exchanges
   * the code outside any transaction.
   *
   * @param session the id of the browser's session
   * @return the mailbox, which may sign in now
   * @throws ConsentRefused if the answer is nobody's, another's or too late, or says no
   * @throws TokenTrouble if the provider grants no token for it
   */
  @Allowed(CONTRACT_MANAGER)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public MailboxId finish(ConsentAnswer answer, String session) {
    return dialogue.finish(answer, session);
  }

  /**
   * How far a mailbox is.
   *
   * @throws MailboxNotFound if there is no such mailbox
   * @throws ConsentRefused if it does not sign in by OAuth2
   */
  public ConsentView stateOf(MailboxId id) {
    Mailbox mailbox = existing(id);
    if (!mailbox.signsInByOAuth2()) {
      throw new ConsentRefused("Mailbox %s does not sign in by OAuth2.".formatted(mailbox.name()));
    }
    return views.view(mailbox, held.find(id));
  }

  /**
   * Forgets all tokens of a mailbox. The provider is not told: revoke the consent there as well.
   */
  @Allowed(CONTRACT_MANAGER)
  public void forget(MailboxId id) {
    existing(id);
    Optional<MailboxToken> token = held.find(id);
    if (token.isPresent()) {
      String client = token.get().client();
      held.change(id, client, stored -> stored.startAfresh(client));
      audit.note("mailbox.consent.forgotten", "mailbox " + id, "");
    }
  }

  private Mailbox existing(MailboxId id) {
    return store.find(id).orElseThrow(() -> new MailboxNotFound(id));
  }
}
