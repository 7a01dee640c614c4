package org.defter.core.decision;

import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Why something was changed: mandatory wherever what the archive says is altered.
 *
 * @param type from the vocabulary
 * @param text in the archivist's words; null only when the type says enough
 */
public record Reason(ReasonType type, @Nullable String text) {

  public Reason {
    if (text != null) {
      PlainText.line("reason.text", text);
    } else if (type == ReasonType.OTHER) {
      throw new InvalidValue("reason.text", Detail.of("reason.words"));
    }
  }
}
