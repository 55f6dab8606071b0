package org.mailroom.inbound.jpa;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;
import org.mailroom.access.Allowed;
import org.mailroom.inbound.model.Transactions;

/** The container's transactions. */
@Stateless
@Local(Transactions.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@Allowed
public class JtaTransactions implements Transactions {
  @Override
  public <T> T call(Supplier<T> work) {
    return work.get();
  }
}
