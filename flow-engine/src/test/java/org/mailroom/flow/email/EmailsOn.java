package org.mailroom.flow.email;

import org.flowable.engine.parse.BpmnParseHandler;
import org.mailroom.flow.Desk;
import org.mailroom.flow.flowable.Expressions;
import org.mailroom.transaction.EachTime;

/** The e-mail element of an engine, speaking to a desk in memory. */
public final class EmailsOn {
  private EmailsOn() {}

  public static BpmnParseHandler desk(Desk desk) {
    EmailSending sending = new EmailSending();
    sending.requests = desk.requests();
    sending.people = desk.people();
    sending.templates = desk.templates();
    sending.routing = desk.routing();
    sending.outbox = desk.outbox();
    sending.limit = desk.limit();
    sending.expressions = new Expressions();
    sending.once = new EachTime();
    EmailParseHandler handler = new EmailParseHandler();
    handler.sending = sending;
    return handler;
  }
}
