package org.defter.query.provenance;

import java.util.Iterator;
import org.defter.query.provenance.Attribute.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Writes Turtle (W3C Recommendation of 25 February 2014). It has no named graphs: what the bundles
 * say, and what is said of them, stands in one.
 */
final class Turtle {

  private Turtle() {}

  static String write(Document document) {
    StringBuilder out = new StringBuilder();
    for (Namespace namespace : document.namespaces()) {
      out.append("@prefix %s: <%s> .\n".formatted(namespace.prefix(), namespace.uri()));
    }
    document
        .all()
        .flatMap(bundle -> Resource.of(bundle).stream())
        .forEach(resource -> {
          out.append('\n').append(iri(resource.name()));
          properties(resource, "\n  ", out);
          out.append(" .\n");
        });
    return out.toString();
  }

  private static void properties(Resource resource, String between, StringBuilder out) {
    Iterator<Resource.Property> all = resource.properties().iterator();
    while (all.hasNext()) {
      Resource.Property property = all.next();
      out.append(between)
          .append(
              property.predicate().equals(Resource.TYPE) ? "a" : property.predicate().qualified())
          .append(' ');
      object(property.object(), out);
      out.append(all.hasNext() ? " ;" : "");
    }
  }

  private static void object(Resource.Node object, StringBuilder out) {
    switch (object) {
      case Resource.Ref(var name) -> out.append(isTerm(name) ? name.qualified() : iri(name));
      case Resource.Plain(var literal) -> out.append(literal(literal));
      case Resource.Nested(var resource) -> {
        out.append('[');
        properties(resource, " ", out);
        out.append(" ]");
      }
    }
  }

  /** A local name may not hold a slash, nor end in a full stop: only terms are abbreviated. */
  private static boolean isTerm(Name name) {
    return name.namespace().equals(Namespace.PROV) || name.namespace().equals(Namespace.DEFTER);
  }

  private static String iri(@Nullable Name name) {
    return name == null ? "[]" : "<" + name.uri() + ">";
  }

  private static String literal(Literal literal) {
    String quoted =
        "\""
            + literal
                .text()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
            + "\"";
    if (literal.datatype() != null) {
      return quoted + "^^" + literal.datatype().qualified();
    }
    return literal.language() == null ? quoted : quoted + "@" + literal.language();
  }
}
