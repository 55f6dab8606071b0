package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.ServerAction;

/** A mailbox that mail is read from. */
@Entity
@DiscriminatorValue("INPUT")
public class InputMailbox extends Mailbox {
  @Enumerated(EnumType.STRING)
  private Protocol protocol;

  private String folder;

  @Column(name = "read_existing")
  private boolean readExisting;

  @Enumerated(EnumType.STRING)
  @Column(name = "after_success")
  private ServerAction afterSuccess;

  @Column(name = "success_folder")
  private String successFolder;

  @Enumerated(EnumType.STRING)
  @Column(name = "after_failure")
  private ServerAction afterFailure;

  @Column(name = "failure_folder")
  private String failureFolder;

  protected InputMailbox() {}

  @Override
  void changeOwn(MailboxSettings settings) {
    Reading reading = settings.reading();
    protocol = reading.protocol();
    folder = reading.folder();
    readExisting = reading.existing();
    afterSuccess = reading.after().afterSuccess();
    successFolder = reading.after().successFolder();
    afterFailure = reading.after().afterFailure();
    failureFolder = reading.after().failureFolder();
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
        MailboxType.INPUT, new Reading(protocol, folder, readExisting, address(), after()), null);
  }

  private AfterReading after() {
    return new AfterReading(afterSuccess, successFolder, afterFailure, failureFolder).of(protocol);
  }
}
