package org.mailroom.console.received;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mailroom.console.Downloads;
import org.mailroom.console.Notices;
import org.mailroom.contract.ContractId;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.MailHeaders;
import org.mailroom.inbound.Parsed;
import org.mailroom.inbound.ReceivedBodyPurged;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.ReceivedView;
import org.mailroom.intake.ReceivedDecisions;
import org.mailroom.request.RequestNumber;
import org.mailroom.transaction.TakingAlong;
import org.primefaces.model.StreamedContent;

/** One received mail, and what a person makes of it. */
@Named
@ViewScoped
public class ReceivedPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject ReceivedMails received;
  @Inject ReceivedDecisions decisions;
  @Inject Notices notices;

  private long id;
  private Long request;
  private Long contract;
  private boolean runAgain = true;
  private transient ReceivedView mail;
  private transient Parsed parsed;
  private transient MailHeaders headers;

  /** Reads it anew. */
  public void load() {
    mail = received.get(key());
    parsed = null;
    headers = null;
  }

  public void runAgain() {
    received.runAgain(key());
    load();
    notices.done("received.ranAgain");
  }

  public void discard() {
    decisions.discard(key());
    load();
    notices.done("received.discarded");
  }

  public void assign() {
    decisions.assign(key(), new RequestNumber(request));
    load();
    notices.done("received.assigned", request.toString());
  }

  public void open() {
    RequestNumber opened = TakingAlong.call(() -> decisions.open(key(), new ContractId(contract)));
    load();
    notices.done("request.openedNotice", opened.toString());
  }

  public void releaseSender() {
    int again = decisions.releaseSender(key(), runAgain);
    load();
    notices.done("received.released", again);
  }

  private ReceivedId key() {
    return new ReceivedId(id);
  }

  /** Whether a person may still make something of it. */
  public boolean isUndecided() {
    ReceivedState state = getMail().state();
    return state == ReceivedState.IGNORED || state == ReceivedState.QUARANTINED;
  }

  public boolean isQuarantined() {
    return getMail().state() == ReceivedState.QUARANTINED;
  }

  public ReceivedView getMail() {
    if (mail == null) {
      load();
    }
    return mail;
  }

  /** What could be read of it; null if nothing. */
  public IncomingMail getContent() {
    return parsed().mail().orElse(null);
  }

  /** Why not all of it was read; empty if it was. */
  public String getRefusal() {
    return parsed().refusal();
  }

  private Parsed parsed() {
    if (parsed == null) {
      parsed = read();
    }
    return parsed;
  }

  private Parsed read() {
    try {
      return received.parsed(key());
    } catch (ReceivedBodyPurged gone) {
      return Parsed.refused(gone.getMessage());
    }
  }

  public MailHeaders getHeaders() {
    if (headers == null) {
      headers = getContent() == null ? MailHeaders.NONE : received.headers(key());
    }
    return headers;
  }

  public StreamedContent getRaw() {
    return Downloads.mail("received-" + id, received.raw(key()));
  }

  public StreamedContent attachment(int index) {
    IncomingMail.Attachment file = getContent().attachments().get(index);
    return Downloads.untrusted(file.name(), file.content());
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public Long getRequest() {
    return request;
  }

  public void setRequest(Long request) {
    this.request = request;
  }

  public Long getContract() {
    return contract;
  }

  public void setContract(Long contract) {
    this.contract = contract;
  }

  public boolean isRunAgain() {
    return runAgain;
  }

  public void setRunAgain(boolean runAgain) {
    this.runAgain = runAgain;
  }
}
