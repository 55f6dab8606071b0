package org.mailroom.attachment;

import jakarta.persistence.EntityManager;
import java.util.Map;
import org.mailroom.attachment.jpa.ContentStore;
import org.mailroom.attachment.tika.ContentTypes;
import org.mailroom.contract.ContractFixture;
import org.mailroom.environment.Environment;

/** Files as tests need them. */
public final class AttachmentFixture {
  private AttachmentFixture() {}

  public static FileContents contents(EntityManager em) {
    FileContents contents = new FileContents();
    contents.store = new ContentStore(em);
    contents.clock = ContractFixture.NOON;
    return contents;
  }

  /**
   * @param clamd where the virus scanner listens; empty for none
   */
  public static FileGate gate(String clamd) {
    FileGate gate = new FileGate();
    gate.types = new ContentTypes();
    gate.scan = scan(clamd);
    return gate;
  }

  /**
   * @param clamd where it listens; empty for none
   */
  public static VirusScan scan(String clamd) {
    VirusScan scan = new VirusScan();
    scan.environment = Environment.of(Map.of(VirusScan.VARIABLE, clamd)::get);
    return scan;
  }
}
