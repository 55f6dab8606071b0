package org.mailroom.api.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mailroom.api.json.Fields;
import org.mailroom.api.reference.ContractReferences;
import org.mailroom.contract.ContractId;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Classification;
import org.mailroom.request.Contact;
import org.mailroom.request.NewAttachment;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.Priority;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.Situation;

/** Reads bodies about requests. */
@ApplicationScoped
class RequestForms {
  private static final String ORIGIN = "api";

  @Inject ContractReferences contracts;

  OpenRequest open(Fields in) {
    ContractId contract = in.require("contract").resolved("contract", "contract", contracts::find);
    Contact contact = in.object("contact", RequestForms::contact);
    return OpenRequest.of(
        contract,
        orEmpty(in.text("title")),
        orEmpty(in.text("description")),
        contact == null ? new Contact("", Optional.empty()) : contact,
        ORIGIN);
  }

  private static Contact contact(Fields in) {
    return new Contact(orEmpty(in.text("name")), address(in));
  }

  private static Optional<EmailAddress> address(Fields in) {
    String text = in.text("email");
    Optional<EmailAddress> address = EmailAddress.parse(text);
    if (text != null && !text.isBlank() && address.isEmpty()) {
      in.wrong("ADDRESS", "email", "is no e-mail address: " + text);
    }
    return address;
  }

  static NewOccurrence occurrence(Fields in, String by) {
    return NewOccurrence.of(by, ORIGIN, orEmpty(in.require("text").text("text")));
  }

  static NewOccurrence occurrence(NewAttachment file, String text, String by) {
    return new NewOccurrence(by, ORIGIN, orEmpty(text), Optional.empty(), List.of(file));
  }

  /**
   * What is to be split off.
   *
   * @param title null for that of the request
   */
  record Split(long occurrence, String title) {}

  static RequestNumber into(Fields in) {
    Long number = in.require("into").number("into");
    return new RequestNumber(number == null ? 0 : number);
  }

  static Split split(Fields in) {
    Long occurrence = in.require("occurrence").number("occurrence");
    return new Split(occurrence == null ? 0 : occurrence, in.text("title"));
  }

  static Classification classification(Fields in) {
    return new Classification(
        in.text("service"), in.choice("priority", Priority.class), in.text("group"));
  }

  static Situation situation(Fields in) {
    return in.require("situation").choice("situation", Situation.class);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
