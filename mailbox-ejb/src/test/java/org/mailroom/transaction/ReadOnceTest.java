package org.mailroom.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadOnceTest {
  private final OneTransaction transaction = new OneTransaction();
  private final ReadOnce once = new ReadOnce();
  private int reads;

  {
    once.registry = transaction;
  }

  private int read() {
    return ++reads;
  }

  @Test
  void a_transaction_reads_each_thing_once() {
    assertThat(once.get(List.of("rules", 1), this::read)).isEqualTo(1);
    assertThat(once.get(List.of("rules", 1), this::read)).isEqualTo(1);
    assertThat(once.get(List.of("rules", 2), this::read)).isEqualTo(2);
  }

  @Test
  void another_transaction_reads_it_again() {
    once.get("rules", this::read);
    transaction.resources.clear();

    assertThat(once.get("rules", this::read)).isEqualTo(2);
  }

  @Test
  void without_a_transaction_it_is_read_each_time() {
    transaction.key = null;

    once.get("rules", this::read);

    assertThat(once.get("rules", this::read)).isEqualTo(2);
  }

  @Test
  void what_could_not_be_read_is_read_again() {
    assertThatThrownBy(
            () ->
                once.get(
                    "rules",
                    () -> {
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");

    assertThat(once.get("rules", this::read)).isEqualTo(1);
  }

  /** What a container keeps for the transaction of the thread. */
  private static final class OneTransaction implements TransactionSynchronizationRegistry {
    private final Map<Object, Object> resources = new HashMap<>();
    private Object key = "it runs";

    @Override
    public Object getTransactionKey() {
      return key;
    }

    @Override
    public void putResource(Object what, Object value) {
      resources.put(what, value);
    }

    @Override
    public Object getResource(Object what) {
      return resources.get(what);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization end) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getTransactionStatus() {
      return key == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
    }

    @Override
    public void setRollbackOnly() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
      return false;
    }
  }
}
