package org.mailroom.flow.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.routing.OutboxChoice;

/**
 * What an e-mail element of a current version says about its outbox; kept beside the diagram so
 * that "who names this mailbox" is a query.
 */
@Entity
@Table(name = "flow_email_element")
public class EmailElementOutbox {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "flow_email_element_seq")
  @SequenceGenerator(
      name = "flow_email_element_seq",
      sequenceName = "flow_email_element_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "flow_key")
  private String flow;

  private String element;
  private String name;

  @Column(name = "own_outbox")
  private boolean specific;

  @Column(name = "mailbox_id")
  private Long mailbox;

  protected EmailElementOutbox() {}

  public EmailElementOutbox(String flow, String element, String name, OutboxChoice choice) {
    this.flow = flow;
    this.element = element;
    this.name = name;
    this.specific = choice.specific();
    this.mailbox = choice.mailbox().map(MailboxId::value).orElse(null);
  }

  public OutboxChoice choice() {
    return new OutboxChoice(specific, Optional.ofNullable(mailbox).map(MailboxId::new));
  }

  /** Flow and element, for a person. */
  public String place() {
    return "%s, element \"%s\"".formatted(flow, name.isBlank() ? element : name);
  }
}
