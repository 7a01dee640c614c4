package org.defter.core.value;

/**
 * What something is called in one language.
 *
 * @param text one line
 * @param language its language
 */
public record Label(String text, LanguageTag language) {
  public Label {
    PlainText.line("label.text", text);
  }
}
