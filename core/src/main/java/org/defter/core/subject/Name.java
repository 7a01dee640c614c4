package org.defter.core.subject;

import org.defter.core.edtf.Edtf;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * One name of a subject (EAC-CPF nameEntry).
 *
 * @param text as written in that language and script
 * @param language with its script where it is not the usual one, for example {@code az-Cyrl}
 * @param used when it was in use (EAC-CPF useDates); null where not known
 */
public record Name(String text, LanguageTag language, @Nullable Edtf used) {
  public Name {
    PlainText.line("name.text", text);
  }
}
