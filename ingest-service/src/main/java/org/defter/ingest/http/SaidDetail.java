package org.defter.ingest.http;

import org.defter.core.detail.Detail;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A detail in an answer: the sentence, in the language of who asks. */
final class SaidDetail extends StdSerializer<Detail> {

  SaidDetail() {
    super(Detail.class);
  }

  @Override
  public void serialize(Detail detail, JsonGenerator generator, SerializationContext context) {
    generator.writeString(detail.in(LocaleContextHolder.getLocale()));
  }
}
