package org.defter.core.event;

import java.util.List;
import org.defter.core.detail.Detail;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The stored form of a detail: {@code {"key":"fact.no-citation","arguments":[3]}}, so that it is
 * said in the language of whoever reads it later. A sentence that was stored before there were keys
 * stays what it is.
 */
final class DetailJson {

  private DetailJson() {}

  static final class Writer extends StdSerializer<Detail> {
    Writer() {
      super(Detail.class);
    }

    @Override
    public void serialize(Detail detail, JsonGenerator generator, SerializationContext context) {
      generator.writeStartObject();
      generator.writeStringProperty("key", detail.key());
      generator.writeArrayPropertyStart("arguments");
      for (Object argument : detail.arguments()) {
        generator.writePOJO(argument);
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<Detail> {
    Reader() {
      super(Detail.class);
    }

    @Override
    public Detail deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.hasToken(JsonToken.VALUE_STRING)) {
        return Detail.untranslated(parser.getString());
      }
      JsonNode stored = context.readTree(parser);
      List<Object> arguments =
          stored.path("arguments").valueStream().map(each -> argument(each, context)).toList();
      return new Detail(stored.path("key").asString(), arguments);
    }

    private static Object argument(JsonNode stored, DeserializationContext context) {
      if (stored.isObject()) {
        return context.readTreeAsValue(stored, Detail.class);
      }
      if (stored.isString()) {
        return stored.stringValue();
      }
      return stored.isInt() ? (Object) stored.intValue() : (Object) stored.longValue();
    }
  }
}
