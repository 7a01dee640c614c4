package org.defter.ingest.store;

import java.util.Map;
import java.util.Objects;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.event.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Stores events as the core writes them: JSON text under a stable type name, with the origin as the
 * only metadata. No Java class name reaches the store.
 */
final class ArchiveEventSerializer implements Serializer {

  private final ChainingConverter converter = new ChainingConverter();

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    String json =
        switch (object) {
          case ArchiveEvent event -> ArchiveJson.write(event);
          case MetaData metadata ->
              ArchiveJson.mapper()
                  .writeValueAsString(Map.of(StoredMessages.ORIGIN, origin(metadata)));
          case null, default ->
              throw new IllegalArgumentException("only the archive's events are stored: " + object);
        };
    return new SimpleSerializedObject<>(
        converter.convert(json, String.class, representation),
        representation,
        typeForClass(Objects.requireNonNull(object).getClass()));
  }

  /** The origin an event was recorded with. */
  static Origin origin(Map<String, ?> metadata) {
    if (metadata.get(StoredMessages.ORIGIN) instanceof Origin origin) {
      return origin;
    }
    throw new IllegalArgumentException("an event without an origin cannot be stored: who did it?");
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    String json =
        converter.convert(serialized.getData(), serialized.getContentType(), String.class);
    if (isMetaData(serialized.getType())) {
      var origin = ArchiveJson.mapper().readTree(json).required(StoredMessages.ORIGIN);
      return (T)
          MetaData.with(
              StoredMessages.ORIGIN, ArchiveJson.mapper().treeToValue(origin, Origin.class));
    }
    return (T) ArchiveJson.read(EventType.named(serialized.getType().getName()), json);
  }

  private static boolean isMetaData(SerializedType type) {
    return SerializedMetaData.isSerializedMetaData(
        new SimpleSerializedObject<>("", String.class, type));
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return converter.canConvert(String.class, representation);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (isMetaData(type)) {
      return MetaData.class;
    }
    try {
      return EventType.named(type.getName()).eventClass();
    } catch (IllegalArgumentException newerThanThisVersion) {
      return UnknownSerializedType.class;
    }
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // Axon's signature
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null) {
      return SerializedType.emptyType();
    }
    if (MetaData.class.isAssignableFrom(type)) {
      return new SimpleSerializedType(MetaData.class.getName(), null);
    }
    return new SimpleSerializedType(
        EventType.of(type.asSubclass(ArchiveEvent.class)).typeName(), null);
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
