package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;

/** A mailbox that mail is read from. */
@Entity
@DiscriminatorValue("INPUT")
public class InputMailbox extends Mailbox {
  @Enumerated(EnumType.STRING)
  private Protocol protocol;

  private String folder;

  @Column(name = "read_existing")
  private boolean readExisting;

  protected InputMailbox() {}

  @Override
  void changeOwn(MailboxSettings settings) {
    Reading reading = settings.reading();
    protocol = reading.protocol();
    folder = reading.folder();
    readExisting = reading.existing();
  }

  // A new server for the same user is a moved mailbox; what waits there must not be skipped.
  @Override
  boolean isAnotherInbox(MailboxSettings settings) {
    return folder != null
        && !(folder.equals(settings.reading().folder())
            && Objects.equals(connection().user(), settings.connection().user()));
  }

  @Override
  public MailboxSettings settings() {
    return settings(
        MailboxType.INPUT, new Reading(protocol, folder, readExisting, address()), null);
  }
}
