package org.mailroom.request;

import jakarta.ejb.Stateless;
import java.util.Optional;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Opens and keeps service requests.
 *
 * <p>Each call joins the caller's transaction or starts one; a request and the start of its flow
 * commit together. Stateless and thread-safe.
 */
@Stateless
public class ServiceRequests {
  /**
   * Opens a request and starts the flow of its contract.
   *
   * @throws InvalidRequest if the contract does not run today or a field breaks a rule
   */
  public RequestView open(OpenRequest wanted) {
    throw new UnsupportedOperationException();
  }

  /** Writes an occurrence on a request, whatever its situation. */
  public OccurrenceView append(RequestNumber number, NewOccurrence occurrence) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws SituationRefused if the present situation does not lead to the wanted one
   */
  public RequestView change(RequestNumber number, Situation wanted) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws RequestNotFound if there is none
   */
  public RequestView get(RequestNumber number) {
    throw new UnsupportedOperationException();
  }

  public Optional<RequestView> find(RequestNumber number) {
    throw new UnsupportedOperationException();
  }

  public Page<RequestView> list(RequestQuery query, Slice slice) {
    throw new UnsupportedOperationException();
  }

  /** Remembers a Message-ID of its conversation, for the References of the next mail. */
  public void joinThread(RequestNumber number, String messageId) {
    throw new UnsupportedOperationException();
  }

  public AttachmentContent attachment(RequestNumber number, long attachment) {
    throw new UnsupportedOperationException();
  }

  /**
   * What the subject of its mails carries, so that a bare reply finds it: {@code [#4711-abcdefgh]}.
   */
  public String subjectToken(RequestNumber number) {
    throw new UnsupportedOperationException();
  }

  /** The request whose token, with our signature, a subject carries. */
  public Optional<RequestNumber> inSubject(String subject) {
    throw new UnsupportedOperationException();
  }
}
