package org.mailroom.api.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractNotFound;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;

/** Contracts in memory. */
public class FakeContracts extends Contracts {
  private final List<ContractView> all;

  private FakeContracts(List<ContractView> all) {
    this.all = all;
  }

  public static FakeContracts of(ContractView... all) {
    return new FakeContracts(List.of(all));
  }

  public static ContractView contract(long id, String number) {
    return new ContractView(
        new ContractId(id),
        number,
        "XPTO Company",
        List.of(),
        LocalDate.of(2026, 1, 1),
        null,
        ContractStatus.ACTIVE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        WhenOutboxUnavailable.WAIT,
        SenderPolicy.ANYONE,
        false,
        1);
  }

  @Override
  public ContractView get(ContractId id) {
    return all.stream()
        .filter(contract -> contract.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ContractNotFound(id.toString()));
  }

  @Override
  public Optional<ContractView> withNumber(String number) {
    return all.stream().filter(contract -> contract.number().equals(number)).findFirst();
  }
}
