package org.mailroom.mailbox;

import java.util.Optional;

/** Port to whoever signs mail: the key that a mailbox's mail is signed with. */
public interface SigningKeys {
  /**
   * @param recordName where receivers look for it
   * @param publicKey Base64 of the SubjectPublicKeyInfo, as it should stand there
   */
  record SigningKey(String domain, String recordName, String publicKey) {}

  /** Empty if its mail leaves unsigned by us. */
  Optional<SigningKey> of(MailboxId mailbox);
}
