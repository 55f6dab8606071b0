package org.mailroom.transfer;

import java.util.Optional;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;
import org.mailroom.transfer.seal.PassphraseSeal;
import org.mailroom.transfer.seal.WrongPassphrase;
import org.mailroom.vault.Secret;

/** The secrets of one mailbox in a document, each sealed for its mailbox and its field only. */
final class StatedSecrets {
  private final Stated stated;
  private final Writing writing;

  StatedSecrets(Stated stated, Writing writing) {
    this.stated = stated;
    this.writing = writing;
  }

  /** What a secret is sealed for. */
  static String context(String mailbox, String field) {
    return Kind.MAILBOX.section() + "/" + Kind.MAILBOX.identity(mailbox) + "/" + field;
  }

  /** The secret of a field; empty if it states none, or none that opens, which is a problem. */
  Optional<Secret> open(String field) {
    String sealed = stated.item().text(field);
    if (sealed == null) {
      return Optional.empty();
    }
    if (writing.seal().isEmpty()) {
      problem(field, "PASSPHRASE_MISSING", "This is sealed: give the passphrase.");
      return Optional.empty();
    }
    return open(sealed, field, writing.seal().get());
  }

  private Optional<Secret> open(String sealed, String field, PassphraseSeal seal) {
    try {
      return Optional.of(seal.open(sealed, context(stated.item().name(), field)));
    } catch (WrongPassphrase wrong) {
      problem(
          field,
          "PASSPHRASE_WRONG",
          "This does not open: the passphrase is another one, or the text was changed.");
      return Optional.empty();
    }
  }

  private void problem(String field, String code, String message) {
    writing.problem(stated.problem(code, field, message));
  }
}
