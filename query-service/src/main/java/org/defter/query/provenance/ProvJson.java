package org.defter.query.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes PROV-JSON (W3C Member Submission of 24 April 2013). */
final class ProvJson {

  private ProvJson() {}

  static String write(Document document) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, String> prefixes = new LinkedHashMap<>();
    for (Namespace namespace : document.namespaces()) {
      prefixes.put(namespace.prefix(), namespace.uri());
    }
    json.put("prefix", prefixes);
    json.putAll(records(document.about()));
    Map<String, Object> bundles = new LinkedHashMap<>();
    document.bundles().forEach(bundle -> bundles.put(bundle.id().qualified(), records(bundle)));
    json.put("bundle", bundles);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  /** By kind, then by identifier. Relations have none of their own, and get a blank one. */
  private static Map<String, Map<String, Object>> records(Bundle bundle) {
    Map<String, Map<String, Object>> records = new LinkedHashMap<>();
    for (Element element : bundle.elements()) {
      Map<String, Object> members = new LinkedHashMap<>();
      put(members, "endTime", element.ended());
      attributes(members, element.attributes());
      of(records, element.kind().word()).put(element.id().qualified(), members);
    }
    int blank = 0;
    for (Relation relation : bundle.relations()) {
      Map<String, Object> members = new LinkedHashMap<>();
      put(members, relation.kind().from(), relation.from().qualified());
      put(members, relation.kind().to(), qualified(relation.to()));
      put(members, "activity", qualified(relation.activity()));
      put(members, "time", relation.at());
      attributes(members, relation.attributes());
      of(records, relation.kind().word()).put("_:r" + ++blank, members);
    }
    return records;
  }

  private static Map<String, Object> of(Map<String, Map<String, Object>> records, String kind) {
    return records.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
  }

  private static @Nullable String qualified(@Nullable Name name) {
    return name == null ? null : name.qualified();
  }

  private static void put(Map<String, Object> members, String local, @Nullable Object value) {
    if (value != null) {
      members.put(Namespace.PROV.name(local).qualified(), value.toString());
    }
  }

  private static void attributes(Map<String, Object> members, List<Attribute> attributes) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      values
          .computeIfAbsent(attribute.name().qualified(), _ -> new ArrayList<>())
          .add(value(attribute.value()));
    }
    members.putAll(values);
  }

  private static Object value(Attribute.Value value) {
    return switch (value) {
      case Name name -> Map.of("$", name.qualified(), "type", "prov:QUALIFIED_NAME");
      case Attribute.Literal(var text, var datatype, var language) -> {
        Map<String, String> literal = new LinkedHashMap<>();
        literal.put("$", text);
        if (datatype != null) {
          literal.put("type", datatype.qualified());
        } else if (language != null) {
          literal.put("lang", language);
        }
        yield literal;
      }
    };
  }
}
