package org.defter.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.defter.identity.LocalIdentity.Person;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;

/** The whole archive that the tests of this module share, as it runs. */
final class Archive {
  private static final LocalStack STACK = LocalStack.forTests(Part.values());

  private Archive() {}

  static LocalStack stack() {
    return STACK;
  }

  /** A shell for which this archive is {@code $ARCHIVE}. */
  static Shell shell() {
    return new Shell(stack());
  }

  /** One of those who can sign in. */
  static Person person(String name) {
    return stack().people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A connection to the event store's database. */
  static Connection connection() throws SQLException {
    LocalStack stack = stack();
    return DriverManager.getConnection(
        stack.jdbcUrl(), stack.postgresUser(), stack.postgresPassword());
  }

  /** The first column of what the event store answers. */
  static List<String> stored(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
