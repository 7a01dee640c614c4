package org.defter.query.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON-LD 1.1 (W3C Recommendation of 16 July 2020) with the context in it, so that nothing
 * need be fetched to read it. What a bundle says stands in the graph of its name.
 */
final class JsonLd {

  private JsonLd() {}

  static String write(Document document) {
    Map<String, Object> json = new LinkedHashMap<>();
    Map<String, String> context = new LinkedHashMap<>();
    for (Namespace namespace : document.namespaces()) {
      context.put(namespace.prefix(), namespace.uri());
    }
    json.put("@context", context);
    List<Map<String, Object>> top = graph(document.about());
    for (Bundle bundle : document.bundles()) {
      Map<String, Object> named = new LinkedHashMap<>();
      named.put("@id", bundle.id().uri());
      named.put("@graph", graph(bundle));
      top.add(named);
    }
    json.put("@graph", top);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static List<Map<String, Object>> graph(Bundle bundle) {
    List<Map<String, Object>> graph = new ArrayList<>();
    Resource.of(bundle).forEach(resource -> graph.add(node(resource)));
    return graph;
  }

  private static Map<String, Object> node(Resource resource) {
    Map<String, Object> node = new LinkedHashMap<>();
    if (resource.name() != null) {
      node.put("@id", resource.name().uri());
    }
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (Resource.Property property : resource.properties()) {
      boolean type = property.predicate().equals(Resource.TYPE);
      values
          .computeIfAbsent(
              type ? "@type" : property.predicate().qualified(), _ -> new ArrayList<>())
          .add(value(property.object(), type));
    }
    node.putAll(values);
    return node;
  }

  private static Object value(Resource.Node object, boolean type) {
    return switch (object) {
      case Resource.Ref(var name) -> type ? name.qualified() : Map.of("@id", name.uri());
      case Resource.Nested(var resource) -> node(resource);
      case Resource.Plain(var literal) -> {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("@value", literal.text());
        if (literal.datatype() != null) {
          written.put("@type", literal.datatype().qualified());
        } else if (literal.language() != null) {
          written.put("@language", literal.language());
        }
        yield written;
      }
    };
  }
}
