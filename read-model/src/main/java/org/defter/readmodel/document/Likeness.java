package org.defter.readmodel.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.defter.core.fact.Statement;
import org.defter.core.value.Canonical;

/**
 * Numbers by which facts that speak of the same are gathered, since to count by numbers costs a
 * tenth of counting by words. Two things may share a number by chance, so what was gathered is
 * compared once more.
 *
 * @param slot of the subject and the property: what one statement about it leaves no room for,
 *     where a property holds one value at a time
 * @param value of the subject, the property and the value in its {@link Canonical} form
 */
public record Likeness(long slot, long value) {

  /**
   * Bits that are dropped, so that a number is exact as a double too: Elasticsearch counts in
   * those.
   */
  private static final int DROPPED = 12;

  /** Every number is below this one, and they are spread evenly. */
  public static final long BOUND = 1L << (Long.SIZE - DROPPED);

  /** The numbers of a statement. */
  public static Likeness of(Statement statement) {
    String slot = statement.subject().value() + '\n' + statement.property().value();
    return new Likeness(number(slot), number(slot + '\n' + Canonical.of(statement.value())));
  }

  private static long number(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong() >>> DROPPED;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
