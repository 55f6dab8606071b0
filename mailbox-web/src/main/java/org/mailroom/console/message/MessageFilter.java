package org.mailroom.console.message;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxQuery;

/** What the list is narrowed to, as it stands on screen and in the address. */
public class MessageFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private String text;
  private MessageState state;
  private String lane;
  private String contract;
  private String reference;
  private LocalDate from;
  private LocalDate to;

  /**
   * @param zone in which days begin
   */
  OutboxQuery query(ZoneId zone) {
    return new OutboxQuery(
        Optional.ofNullable(reference),
        Optional.ofNullable(state),
        Optional.ofNullable(lane).map(Lane::parse),
        Optional.ofNullable(contract),
        Optional.ofNullable(text),
        Optional.ofNullable(from).map(day -> begin(day, zone)),
        Optional.ofNullable(to).map(day -> begin(day.plusDays(1), zone)));
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Whether one of those is set that the page shows only on demand. */
  public boolean isMore() {
    return Stream.of(reference, from, to).anyMatch(Objects::nonNull);
  }

  private static String some(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = some(text);
  }

  public MessageState getState() {
    return state;
  }

  public void setState(MessageState state) {
    this.state = state;
  }

  public String getLane() {
    return lane;
  }

  /** Takes what no lane is called as none, as people edit addresses. */
  public void setLane(String lane) {
    String wanted = some(lane);
    this.lane = wanted != null && wanted.matches("session|none|mailbox:\\d{1,18}") ? wanted : null;
  }

  public String getContract() {
    return contract;
  }

  public void setContract(String contract) {
    this.contract = some(contract);
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = some(reference);
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }
}
