package org.mailroom.request;

import java.util.List;
import java.util.Optional;
import org.mailroom.contract.ContractId;
import org.mailroom.mailbox.EmailAddress;

/**
 * A request to be opened.
 *
 * @param title one line of at most 250 characters; a mail's is cut, or "(no subject)" if empty
 * @param contact null for nobody
 * @param origin how it came: {@code console}, {@code api} or {@code mail}
 * @param sourceMessageId the Message-ID of the mail it came from, with angle brackets
 * @param refersTo the closed request it continues
 * @param classification what is known of it from the start
 * @param copied addresses that were in copy, and may answer too
 * @param original the mail it came from
 */
public record OpenRequest(
    ContractId contract,
    String title,
    String description,
    Contact contact,
    String origin,
    Optional<String> sourceMessageId,
    Optional<RequestNumber> refersTo,
    Classification classification,
    List<EmailAddress> copied,
    List<NewAttachment> attachments,
    Optional<OriginalMail> original) {
  /** A request that came by no mail. */
  public OpenRequest(
      ContractId contract,
      String title,
      String description,
      Contact contact,
      String origin,
      Optional<String> sourceMessageId,
      Optional<RequestNumber> refersTo,
      Classification classification,
      List<EmailAddress> copied,
      List<NewAttachment> attachments) {
    this(
        contract,
        title,
        description,
        contact,
        origin,
        sourceMessageId,
        refersTo,
        classification,
        copied,
        attachments,
        Optional.empty());
  }

  public static OpenRequest of(
      ContractId contract, String title, String description, Contact contact, String origin) {
    return new OpenRequest(
        contract,
        title,
        description,
        contact,
        origin,
        Optional.empty(),
        Optional.empty(),
        Classification.NONE,
        List.of(),
        List.of());
  }
}
