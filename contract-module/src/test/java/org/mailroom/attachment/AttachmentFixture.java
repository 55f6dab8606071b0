package org.mailroom.attachment;

import jakarta.persistence.EntityManager;
import org.mailroom.attachment.jpa.ContentStore;
import org.mailroom.contract.ContractFixture;

/** Files as tests need them. */
public final class AttachmentFixture {
  private AttachmentFixture() {}

  public static FileContents contents(EntityManager em) {
    FileContents contents = new FileContents();
    contents.store = new ContentStore(em);
    contents.clock = ContractFixture.NOON;
    return contents;
  }
}
