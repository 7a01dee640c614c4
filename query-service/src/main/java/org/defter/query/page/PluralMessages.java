package org.defter.query.page;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The texts of the pages. Those with arguments are messages of ICU, whose plurals are right in
 * every language: Russian has one form for 1 and 21, another for 2 and 22, a third for 5 and 11.
 */
final class PluralMessages extends ResourceBundleMessageSource {

  PluralMessages() {
    setBasename("messages");
    setDefaultEncoding("UTF-8");
    // English is the language of the file without one; that of the machine must not matter.
    setFallbackToSystemLocale(false);
  }

  @Override
  protected @Nullable String getMessageInternal(
      @Nullable String code, Object @Nullable [] arguments, @Nullable Locale reader) {
    if (code == null || arguments == null || arguments.length == 0) {
      return super.getMessageInternal(code, arguments, reader);
    }
    Locale locale = Objects.requireNonNullElse(reader, Locale.ENGLISH);
    String pattern = resolveCodeWithoutArguments(code, locale);
    return pattern == null
        ? null
        : new MessageFormat(pattern, locale).format(resolveArguments(arguments, locale));
  }
}
