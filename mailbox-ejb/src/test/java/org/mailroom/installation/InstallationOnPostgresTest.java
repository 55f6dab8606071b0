package org.mailroom.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;

class InstallationOnPostgresTest extends InstallationContract {
  @Override
  TestDatabase database() {
    return TestDatabase.postgres();
  }

  @Test
  void the_same_content_in_another_database_is_noticed() throws SQLException {
    Node node = node("a").look();
    String id = node.view().id().orElseThrow();
    try (TestDatabase restored = TestDatabase.postgres()) {
      fill(restored, id);

      assertThat(node("a", restored).look().doubt()).contains(Doubt.OTHER_DATABASE);
    }
  }

  private static void fill(TestDatabase restored, String id) throws SQLException {
    try (var connection = restored.dataSource().getConnection();
        var insert = connection.prepareStatement("INSERT INTO installation VALUES (1, ?, now())")) {
      insert.setString(1, id);
      insert.executeUpdate();
    }
  }
}
