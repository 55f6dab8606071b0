package org.mailroom.console.received;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.mailroom.console.Notices;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.intake.IntakeTrial;
import org.mailroom.intake.IntakeTrials;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.Classification;
import org.mailroom.rule.RuleView;

/** Shows what would become of a mail, as a file or as text. */
@Named
@ViewScoped
public class TrialPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject IntakeTrials trials;
  @Inject Notices notices;

  private transient Part file;
  private transient IntakeTrial trial;
  private Long mailbox;
  private String pasted;

  public void judge() throws IOException {
    byte[] raw = raw();
    if (raw.length == 0) {
      trial = null;
      notices.refuse("received.trial.nothing");
    } else {
      trial = trials.tried(new MailboxId(mailbox), raw);
    }
  }

  /** The file counts, if both are there. */
  private byte[] raw() throws IOException {
    if (file != null && file.getSize() > 0) {
      try (InputStream content = file.getInputStream()) {
        return content.readNBytes(ReceivedMails.MOST_BYTES + 1);
      }
    }
    return pasted == null ? new byte[0] : pasted.strip().getBytes(StandardCharsets.UTF_8);
  }

  public IntakeTrial getTrial() {
    return trial;
  }

  /** What could be read of the mail; null if nothing. */
  public IncomingMail getMail() {
    return trial.mail().orElse(null);
  }

  public Classification getClassification() {
    return trial.rule().map(RuleView::classification).orElse(Classification.NONE);
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public Long getMailbox() {
    return mailbox;
  }

  public void setMailbox(Long mailbox) {
    this.mailbox = mailbox;
  }

  public String getPasted() {
    return pasted;
  }

  public void setPasted(String pasted) {
    this.pasted = pasted;
  }
}
