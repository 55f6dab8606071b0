package org.mailroom.transaction;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/**
 * What a transaction has read of the configuration and need not read again, as when it makes
 * requests of several mails. For transactions that change none of it.
 *
 * <p>Of the caller's transaction, and forgotten with it; without one, all is read each time.
 * Thread-safe.
 */
@ApplicationScoped
public class ReadOnce {
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry registry;

  /**
   * Reads unless the transaction has read it before.
   *
   * @param what stands for it, as a value with all that it depends on
   * @throws RuntimeException whatever reading throws; then it is read again when asked for
   */
  public <T> T get(Object what, Supplier<T> read) {
    return registry.getTransactionKey() == null ? read.get() : known(what, read);
  }

  @SuppressWarnings("unchecked") // it was put there under this key
  private <T> T known(Object what, Supplier<T> read) {
    Object known = registry.getResource(what);
    if (known == null) {
      known = read.get();
      registry.putResource(what, known);
    }
    return (T) known;
  }
}
