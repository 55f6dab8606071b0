package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementInTurnTest {
  @ParameterizedTest
  @CsvSource({
    "SELECT id FROM message, true",
    " select 1, true",
    "SELECT id FROM message FOR UPDATE SKIP LOCKED, false",
    "SELECT NEXT VALUE FOR ids, false",
    "SELECT id FROM FINAL TABLE (INSERT INTO t VALUES 1), false",
    "CALL NEXT VALUE FOR ids, true",
    "CALL NEXT VALUE FOR ids + 1, false",
    "INSERT INTO t SELECT 1, false",
  })
  void only_what_reads_and_locks_nothing_or_asks_for_numbers_goes_without_its_turn(
      String sql, boolean free) {
    assertThat(StatementInTurn.isFree(sql)).isEqualTo(free);
  }
}
