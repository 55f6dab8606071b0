package org.mailroom.console.message;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.outbox.MessageEvent;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;

/** One outgoing message and all that happened to it. */
@Named
@ViewScoped
public class MessagePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Outbox outbox;

  private long id;
  private transient OutboxMessageView message;
  private transient List<MessageEvent> history;

  /** Reads it anew; also what the refresh of the page calls. */
  public void load() {
    message = outbox.get(new OutboxMessageId(id));
    history = outbox.history(new OutboxMessageId(id));
  }

  public OutboxMessageView getMessage() {
    if (message == null) {
      load();
    }
    return message;
  }

  public List<MessageEvent> getHistory() {
    if (history == null) {
      load();
    }
    return history;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
