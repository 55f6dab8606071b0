package org.mailroom.console.request;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Notices;
import org.mailroom.contract.ContractId;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Contact;
import org.mailroom.request.InvalidRequest;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.ServiceRequests;
import org.mailroom.transaction.TakingAlong;

/** The form that opens a service request. */
@Named
@ViewScoped
public class NewRequestPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject ServiceRequests requests;
  @Inject Notices notices;

  private Long contract;
  private String title;
  private String description;
  private String contactName;
  private String contactEmail;

  public String open() {
    OpenRequest wanted = wanted();
    var opened = TakingAlong.call(() -> requests.open(wanted));
    notices.done("request.openedNotice", opened.number().toString());
    return "/request/view?faces-redirect=true&number=" + opened.number();
  }

  private OpenRequest wanted() {
    List<Problem> problems = new ArrayList<>();
    Optional<EmailAddress> email = EmailAddress.parse(contactEmail);
    if (email.isEmpty() && !isBlank(contactEmail)) {
      problems.add(new Problem("EMAIL_FORM", "contact.email", "This is no e-mail address."));
    }
    if (contract == null) {
      problems.add(new Problem("CONTRACT_MISSING", "contract", "Choose the contract."));
    }
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
    return OpenRequest.of(
        new ContractId(contract), title, description, new Contact(contactName, email), "console");
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  public Long getContract() {
    return contract;
  }

  public void setContract(Long contract) {
    this.contract = contract;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getContactName() {
    return contactName;
  }

  public void setContactName(String contactName) {
    this.contactName = contactName;
  }

  public String getContactEmail() {
    return contactEmail;
  }

  public void setContactEmail(String contactEmail) {
    this.contactEmail = contactEmail;
  }
}
