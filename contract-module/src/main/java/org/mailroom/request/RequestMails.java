package org.mailroom.request;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.attachment.FileContents;
import org.mailroom.attachment.FileGate;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.request.html.MailDocument;
import org.mailroom.request.jpa.RequestStore;
import org.mailroom.request.model.Attachment;

/** What the mails of a request looked like. Stateless and thread-safe. */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class RequestMails {
  /** No SVG: it is a document, with scripts. */
  private static final Set<String> IMAGES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");

  private static final long MAX_IMAGES = 10L << 20;

  @Inject RequestStore store;
  @Inject FileContents contents;
  @Inject FileGate gate;

  /**
   * A whole document, to be shown in a sandbox without scripts, with the images that came with the
   * mail inside it (10 MB of them at most).
   *
   * @param occurrence 0 for the mail that opened the request
   * @param remoteImages whether images are fetched from elsewhere; by a person's choice alone
   * @throws RequestNotFound if there is no such mail
   */
  public String document(RequestNumber number, long occurrence, boolean remoteImages) {
    MailDocument document = new MailDocument(mail(number, occurrence).html());
    List<Attachment> files = store.attachments(number, occurrence);
    Budget budget = new Budget();
    document.ownImages(id -> image(files, id, budget));
    if (remoteImages) {
      document.remoteImages();
    }
    return document.text();
  }

  /**
   * The row of the ledger that has a mail as it came.
   *
   * @param occurrence 0 for the mail that opened the request
   * @throws RequestNotFound if there is no such mail
   */
  public ReceivedId received(RequestNumber number, long occurrence) {
    return mail(number, occurrence).received();
  }

  private OriginalMail mail(RequestNumber number, long occurrence) {
    return store
        .find(number)
        .flatMap(request -> store.mail(number, occurrence))
        .orElseThrow(() -> new RequestNotFound("%s with such a mail".formatted(number)))
        .original();
  }

  private Optional<String> image(List<Attachment> files, String contentId, Budget budget) {
    return files.stream()
        .filter(file -> file.isNamed(contentId) && budget.allows(file.view().size()))
        .findFirst()
        .flatMap(this::data);
  }

  private Optional<String> data(Attachment file) {
    byte[] content = bytes(file);
    String type = gate.typeOf(content);
    return IMAGES.contains(type)
        ? Optional.of("data:" + type + ";base64," + Base64.getEncoder().encodeToString(content))
        : Optional.empty();
  }

  private byte[] bytes(Attachment file) {
    try (InputStream content = contents.open(file.hash())) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much may still go into one document. */
  private static final class Budget {
    private long left = MAX_IMAGES;

    boolean allows(long size) {
      boolean allowed = size <= left;
      left -= allowed ? size : 0;
      return allowed;
    }
  }
}
