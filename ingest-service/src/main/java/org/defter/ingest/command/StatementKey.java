package org.defter.ingest.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.defter.core.event.ArchiveJson;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Value;

/**
 * What a fact says of what: the part of a statement by which two facts are recognised as the same.
 *
 * @param subject what it is about
 * @param property what is said of it
 * @param value what it is said to be
 */
public record StatementKey(SubjectId subject, PropertyId property, Value value) {

  /** The key of a statement. */
  public static StatementKey of(Statement statement) {
    return new StatementKey(statement.subject(), statement.property(), statement.value());
  }

  /**
   * The digest that the SQL function {@code statement_key} gives for a stored event of this
   * statement.
   */
  public String digest() {
    String text =
        subject.value()
            + '\n'
            + property.value()
            + '\n'
            + ArchiveJson.mapper().writeValueAsString(value);
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has MD5", impossible);
    }
  }
}
