package org.mailroom.demo;

import static java.util.Comparator.comparing;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.demo.SampleData.Customer;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.mailbox.MailboxId;

/** What the demo server received, and a form to drop a mail into a customer's input box. */
@Named
@ViewScoped
public class DemoMailPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient DemoMailServer server;
  @Inject transient Contracts contracts;
  @Inject transient ReceivedMails received;

  private String from;
  private String to;
  private String subject;
  private String text;

  @PostConstruct
  void blank() {
    from = "ana@xpto.example";
    to = SampleData.CUSTOMERS.get(0).desk();
    subject = "My printer is on fire";
    text = "Please help, it is the one on the second floor.";
  }

  /** Newest first. */
  public List<DemoMail> getMails() {
    return server.delivered().stream().sorted(comparing(DemoMail::at).reversed()).toList();
  }

  /** The input boxes a mail can be dropped into: address by customer. */
  public Map<String, String> getBoxes() {
    return SampleData.CUSTOMERS.stream()
        .collect(Collectors.toMap(c -> c.client() + " <" + c.desk() + ">", Customer::desk));
  }

  public void drop() {
    server.drop(from, to, subject, text);
    inputOf(to).ifPresent(received::readNow);
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage("Dropped into " + to, "It becomes a service request within seconds."));
  }

  private Optional<MailboxId> inputOf(String desk) {
    return SampleData.CUSTOMERS.stream()
        .filter(customer -> customer.desk().equals(desk))
        .findAny()
        .flatMap(customer -> contracts.withNumber(customer.contract()))
        .flatMap(ContractView::inputMailbox);
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
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
}
