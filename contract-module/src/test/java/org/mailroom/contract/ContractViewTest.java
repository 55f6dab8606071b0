package org.mailroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.contract.ContractFixture.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractViewTest {
  @Test
  void runs_on_its_first_and_on_its_last_day() {
    ContractView contract = active(TODAY, TODAY.plusDays(9));

    assertThat(contract.runsOn(TODAY)).isTrue();
    assertThat(contract.runsOn(TODAY.plusDays(9))).isTrue();
  }

  @Test
  void does_not_run_before_it_starts_nor_after_it_ends() {
    ContractView contract = active(TODAY, TODAY.plusDays(9));

    assertThat(contract.runsOn(TODAY.minusDays(1))).isFalse();
    assertThat(contract.runsOn(TODAY.plusDays(10))).isFalse();
  }

  @Test
  void without_an_end_it_runs_on() {
    assertThat(active(TODAY, null).runsOn(TODAY.plusYears(50))).isTrue();
  }

  @Test
  void an_inactive_one_does_not_run() {
    assertThat(ContractFixture.inactiveView().runsOn(TODAY)).isFalse();
  }

  private static ContractView active(LocalDate start, LocalDate end) {
    return new ContractView(
        new ContractId(1),
        "C-1",
        "XPTO",
        List.of(),
        start,
        end,
        ContractStatus.ACTIVE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        WhenOutboxUnavailable.WAIT,
        SenderPolicy.ANYONE,
        false,
        1);
  }
}
