package org.mailroom.console.audit;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.mailroom.audit.AuditEntryView;
import org.mailroom.audit.AuditExport;
import org.mailroom.audit.AuditFormat;
import org.mailroom.audit.AuditLog;
import org.mailroom.audit.AuditQuery;
import org.mailroom.console.PageModel;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** Who changed what, by filters; also saved as a file. */
@Named
@ViewScoped
public class AuditPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject AuditLog log;
  @Inject AuditExport export;
  @Inject Clock clock;

  private final PageModel<AuditEntryView> rows = new PageModel<>(this::rows);
  private String who;
  private String action;
  private String subject;
  private String text;
  private LocalDate from;
  private LocalDate until;

  private Page<AuditEntryView> rows(Slice slice) {
    return log.list(query(), slice);
  }

  private AuditQuery query() {
    return new AuditQuery(
        stated(who),
        stated(action),
        stated(subject),
        stated(text),
        begin(from),
        begin(until == null ? null : until.plusDays(1)));
  }

  private static String stated(String input) {
    return input == null || input.isBlank() ? null : input.strip();
  }

  private Instant begin(LocalDate day) {
    return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
  }

  public void exportCsv() throws IOException {
    export(AuditFormat.CSV);
  }

  public void exportJsonLines() throws IOException {
    export(AuditFormat.JSONL);
  }

  // straight to the browser: however long it is, it is nowhere kept whole
  private void export(AuditFormat format) throws IOException {
    var faces = FacesContext.getCurrentInstance();
    var answer = faces.getExternalContext();
    answer.responseReset();
    answer.setResponseContentType(format.mediaType() + ";charset=UTF-8");
    answer.setResponseHeader("Content-Disposition", "attachment; filename=" + format.fileName());
    var out =
        new BufferedWriter(
            new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8));
    export.write(query(), format, out);
    out.flush();
    faces.responseComplete();
  }

  public PageModel<AuditEntryView> getRows() {
    return rows;
  }

  public String getWho() {
    return who;
  }

  public void setWho(String who) {
    this.who = who;
  }

  public String getAction() {
    return action;
  }

  public void setAction(String action) {
    this.action = action;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }
}
