package org.mailroom.console.request;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.console.Notices;
import org.mailroom.flow.FlowRunView;
import org.mailroom.flow.FlowRuns;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.paging.Slice;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.NewAttachment;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestThreads;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;
import org.mailroom.transaction.TakingAlong;

/** One service request: its log, its mails, its flow. Read anew with each refresh of the page. */
@Named
@ViewScoped
public class RequestPage implements Serializable {
  private static final long serialVersionUID = 1L;
  // as much as any contract takes
  private static final int MOST = 20 << 20;
  private static final Slice MAILS_SHOWN = Slice.first(200);

  @Inject ServiceRequests requests;
  @Inject RequestThreads threads;
  @Inject FlowRuns runs;
  @Inject Outbox outbox;
  @Inject Notices notices;

  private long number;
  private String comment;
  private Long mergeInto;
  private transient Part file;
  private transient RequestView request;
  private transient FlowRunView run;

  /** Reads the request and its run; also what the refresh of the page calls. */
  public void load() {
    request = requests.get(id());
    run = runs.of(id()).orElse(null);
  }

  public void comment() {
    if (comment == null || comment.isBlank()) {
      notices.refuse("request.comment.empty");
      return;
    }
    requests.append(id(), NewOccurrence.of(caller(), "console", comment));
    comment = null;
    load();
  }

  /** Adds the file that was chosen. */
  public void attach() throws IOException {
    if (file == null || file.getSize() == 0) {
      notices.refuse("request.file.none");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      var added =
          new NewAttachment(
              file.getSubmittedFileName(), file.getContentType(), content.readNBytes(MOST + 1));
      requests.append(
          id(), new NewOccurrence(caller(), "console", "", Optional.empty(), List.of(added)));
    }
    load();
  }

  /** Merges this request into the one whose number was written, and shows that one. */
  public String merge() {
    var other = threads.merge(id(), new RequestNumber(mergeInto == null ? 0 : mergeInto));
    notices.done("request.mergedNotice", Long.toString(number));
    return page(other);
  }

  /** Makes a request of its own of an occurrence, and shows it. */
  public String split(long occurrence) {
    var opened = TakingAlong.call(() -> threads.split(id(), occurrence, null));
    notices.done("request.openedNotice", opened.number().toString());
    return page(opened);
  }

  private static String page(RequestView shown) {
    return "/request/view?faces-redirect=true&number=" + shown.number();
  }

  public void change(Situation wanted) {
    requests.change(id(), wanted);
    load();
  }

  public void complete(FlowRunView.Task task) {
    runs.complete(id(), task.id());
    load();
    notices.done("request.task.completed", task.name());
  }

  public void retry(FlowRunView.Incident incident) {
    runs.retry(id(), incident.id());
    load();
    notices.done("request.incident.retried");
  }

  /** How large a file is, in words. */
  public String size(AttachmentView file) {
    return file.size() < 1024
        ? file.size() + " B"
        : file.size() < 1 << 20
            ? (file.size() >> 10) + " KB"
            : "%.1f MB".formatted(file.size() / 1048576.0);
  }

  private RequestNumber id() {
    return new RequestNumber(number);
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  /** The situations the request may go to now. */
  public List<Situation> getActions() {
    return Stream.of(Situation.values()).filter(getRequest().situation()::leadsTo).toList();
  }

  public List<OutboxMessageView> getMails() {
    return outbox.list(OutboxQuery.about(Long.toString(number)), MAILS_SHOWN).items();
  }

  public String getDiagram() {
    return runs.diagram(id());
  }

  public RequestView getRequest() {
    if (request == null) {
      load();
    }
    return request;
  }

  /** The run of its flow; null if it runs none. */
  public FlowRunView getRun() {
    if (request == null) {
      load();
    }
    return run;
  }

  public FlowPath getPath() {
    return FlowPath.of(getRun());
  }

  public long getNumber() {
    return number;
  }

  public void setNumber(long number) {
    this.number = number;
  }

  public Long getMergeInto() {
    return mergeInto;
  }

  public void setMergeInto(Long mergeInto) {
    this.mergeInto = mergeInto;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(String comment) {
    this.comment = comment;
  }
}
