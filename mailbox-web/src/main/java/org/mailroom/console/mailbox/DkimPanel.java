package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.dkim.DkimKeyView;
import org.mailroom.dkim.DkimKeys;
import org.mailroom.dkim.DkimRecordState;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;

/** The keys that sign the mail of a saved Output mailbox. */
@Named
@ViewScoped
public class DkimPanel implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject DkimKeys keys;
  @Inject Notices notices;

  private String selector = "";
  private boolean unseen;
  private List<DkimKeyView> shown;

  public List<DkimKeyView> of(MailboxView mailbox) {
    if (mailbox == null || mailbox.type() != MailboxType.OUTPUT) {
      return List.of();
    }
    if (shown == null) {
      shown = keys.of(mailbox.id());
    }
    return shown;
  }

  public void prepare(MailboxView mailbox) {
    DkimKeyView key = keys.prepare(mailbox.id(), selector);
    selector = "";
    done("dkim.prepared", key.recordName());
  }

  public void check(MailboxView mailbox, DkimKeyView key) {
    DkimRecordState seen = keys.check(mailbox.id(), key.selector());
    unseen = seen == DkimRecordState.UNKNOWN;
    String words = "dkim.record." + seen;
    if (seen == DkimRecordState.PUBLISHED) {
      done(words, key.recordName());
    } else {
      notices.warn(words, key.recordName());
    }
  }

  public void activate(MailboxView mailbox, DkimKeyView key) {
    keys.activate(mailbox.id(), key.selector(), unseen);
    done("dkim.activated", key.selector());
  }

  public void stop(MailboxView mailbox, DkimKeyView key) {
    keys.stop(mailbox.id(), key.selector());
    done("dkim.stopped", key.selector());
  }

  public void remove(MailboxView mailbox, DkimKeyView key) {
    keys.remove(mailbox.id(), key.selector());
    done("dkim.removed", key.selector());
  }

  private void done(String text, String argument) {
    shown = null;
    notices.done(text, argument);
  }

  public String getSelector() {
    return selector;
  }

  public void setSelector(String selector) {
    this.selector = selector;
  }

  public boolean isUnseen() {
    return unseen;
  }

  public void setUnseen(boolean unseen) {
    this.unseen = unseen;
  }
}
