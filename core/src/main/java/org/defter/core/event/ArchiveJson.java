package org.defter.core.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Collection;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.FactCommand.ValidTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON form of everything in the archive's language: events in the store and on the topic, and
 * the bodies of commands. One mapper, so that a thing looks the same wherever it is met.
 *
 * <p>Strict on reading: a field that is unknown, missing (unless it is {@code @Nullable} or a list)
 * or given twice is an error that names it; so is one of the wrong type, for nothing is turned into
 * text, a number or a truth value that was not written as one.
 */
public final class ArchiveJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule("defter")
                  .addSerializer(new EdtfSerializer())
                  .addDeserializer(Edtf.class, new EdtfDeserializer())
                  .addSerializer(new DetailJson.Writer())
                  .addDeserializer(Detail.class, new DetailJson.Reader())
                  .addDeserializer(ValidTime.class, new ValidTimeDeserializer()))
          .annotationIntrospector(new RequiredUnlessNullable())
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfig(LogicalType.Textual, ArchiveJson::takesOnlyStrings)
          .build();

  private ArchiveJson() {}

  private static void takesOnlyStrings(MutableCoercionConfig textual) {
    textual
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /**
   * The mapper, for those who read or write JSON in other containers than strings. Never
   * reconfigure it.
   */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** The stored form of an event. */
  public static String write(ArchiveEvent event) {
    return MAPPER.writeValueAsString(event);
  }

  /**
   * Reads a stored event.
   *
   * @throws tools.jackson.core.JacksonException when it is not the JSON of such an event
   */
  public static ArchiveEvent read(EventType type, String json) {
    return MAPPER.readValue(json, type.eventClass());
  }

  private static final class EdtfSerializer extends StdSerializer<Edtf> {
    EdtfSerializer() {
      super(Edtf.class);
    }

    @Override
    public void serialize(Edtf value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(value.text());
    }
  }

  private static final class EdtfDeserializer extends StdDeserializer<Edtf> {
    EdtfDeserializer() {
      super(Edtf.class);
    }

    @Override
    public Edtf deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Edtf) context.handleUnexpectedToken(getValueType(context), parser);
      }
      String text = parser.getString();
      try {
        return Edtf.parse(text);
      } catch (IllegalArgumentException notEdtf) {
        throw context
            .weirdStringException(text, Edtf.class, String.valueOf(notEdtf.getMessage()))
            .withCause(notEdtf);
      }
    }
  }

  /** In a correction, no field leaves the valid time as it is, and null takes it away. */
  private static final class ValidTimeDeserializer extends StdDeserializer<ValidTime> {
    ValidTimeDeserializer() {
      super(ValidTime.class);
    }

    @Override
    public ValidTime deserialize(JsonParser parser, DeserializationContext context) {
      return new ValidTime(context.readValue(parser, Edtf.class));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return new ValidTime(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }

  /**
   * A record component is required unless it is {@code @Nullable}; a list that is left out is
   * empty.
   */
  private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return isOptional(member) ? Boolean.FALSE : Boolean.TRUE;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
      if (annotated instanceof AnnotatedParameter parameter) {
        return JsonSetter.Value.construct(whenNull(parameter), Nulls.FAIL);
      }
      return super.findSetterInfo(config, annotated);
    }

    private static Nulls whenNull(AnnotatedParameter parameter) {
      if (isNullable(parameter)) {
        return Nulls.DEFAULT;
      }
      if (isList(parameter)) {
        return Nulls.AS_EMPTY;
      }
      return isLeftOutByDefault(parameter) ? Nulls.DEFAULT : Nulls.FAIL;
    }

    private static boolean isOptional(AnnotatedMember member) {
      return !(member instanceof AnnotatedParameter parameter)
          || isNullable(parameter)
          || isList(parameter)
          || isLeftOutByDefault(parameter);
    }

    private static boolean isLeftOutByDefault(AnnotatedParameter parameter) {
      return parameter.hasAnnotation(JsonInclude.class);
    }

    private static boolean isList(AnnotatedParameter parameter) {
      return Collection.class.isAssignableFrom(parameter.getRawType());
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
      if (!(parameter.getOwner().getAnnotated() instanceof Executable creator)) {
        return false;
      }
      AnnotatedType type = creator.getAnnotatedParameterTypes()[parameter.getIndex()];
      return type.isAnnotationPresent(Nullable.class);
    }
  }
}
