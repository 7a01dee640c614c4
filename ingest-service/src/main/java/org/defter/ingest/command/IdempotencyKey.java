package org.defter.ingest.command;

import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.PlainText;

/**
 * Names a request, so that sending it again has no further effect (the Idempotency-Key header of
 * the IETF draft draft-ietf-httpapi-idempotency-key-header).
 *
 * @param actorId whose request it is: another actor's key of the same letters is another key
 * @param value as the client chose it, at most 255 characters
 * @param requestDigest SHA-256 of the request, 64 hexadecimal digits: the same key with another
 *     request is refused
 */
public record IdempotencyKey(String actorId, String value, String requestDigest) {

  private static final int LIMIT = 255;

  /**
   * @throws InvalidValue when the key is empty or too long
   */
  public IdempotencyKey {
    PlainText.line("Idempotency-Key", value);
    if (value.length() > LIMIT) {
      throw new InvalidValue("Idempotency-Key", Detail.of("ingest.header.longer-than", LIMIT));
    }
  }
}
