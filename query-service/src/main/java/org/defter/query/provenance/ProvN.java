package org.defter.query.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes PROV-N (W3C Recommendation of 30 April 2013): {@code text/provenance-notation}. */
final class ProvN {

  private ProvN() {}

  static String write(Document document) {
    StringBuilder out = new StringBuilder("document\n");
    for (Namespace namespace : document.namespaces()) {
      // Both are declared by the language itself.
      if (!namespace.equals(Namespace.PROV) && !namespace.equals(Namespace.XSD)) {
        out.append("prefix %s <%s>\n".formatted(namespace.prefix(), namespace.uri()));
      }
    }
    expressions(document.about(), out);
    for (Bundle bundle : document.bundles()) {
      out.append("\nbundle ").append(name(bundle.id())).append('\n');
      expressions(bundle, out);
      out.append("endBundle\n");
    }
    return out.append("endDocument\n").toString();
  }

  private static void expressions(Bundle bundle, StringBuilder out) {
    for (Element element : bundle.elements()) {
      List<String> arguments = new ArrayList<>(List.of(name(element.id())));
      if (element.kind() == Element.Kind.ACTIVITY) {
        arguments.add("-");
        arguments.add(time(element.ended()));
      }
      expression(element.kind().word(), arguments, element.attributes(), out);
    }
    for (Relation relation : bundle.relations()) {
      expression(relation.kind().word(), arguments(relation), relation.attributes(), out);
    }
  }

  private static List<String> arguments(Relation relation) {
    String from = name(relation.from());
    String to = name(relation.to());
    return switch (relation.kind()) {
      case GENERATION, INVALIDATION, USAGE -> List.of(from, to, time(relation.at()));
      case DERIVATION -> List.of(from, to, name(relation.activity()), "-", "-");
      case ASSOCIATION -> List.of(from, to, "-");
      case DELEGATION -> List.of(from, to, name(relation.activity()));
      case COMMUNICATION, ATTRIBUTION, SPECIALIZATION, ALTERNATE -> List.of(from, to);
    };
  }

  private static void expression(
      String word, List<String> arguments, List<Attribute> attributes, StringBuilder out) {
    List<String> all = new ArrayList<>(arguments);
    if (!attributes.isEmpty()) {
      all.add(
          attributes.stream().map(ProvN::attribute).collect(Collectors.joining(", ", "[", "]")));
    }
    out.append("  ").append(word).append('(').append(String.join(", ", all)).append(")\n");
  }

  private static String attribute(Attribute attribute) {
    return name(attribute.name())
        + "="
        + switch (attribute.value()) {
          case Name name -> "'" + name(name) + "'";
          case Attribute.Literal(var text, var datatype, var language) ->
              quoted(text)
                  + (datatype != null ? " %% " + name(datatype) : "")
                  + (language != null ? "@" + language : "");
        };
  }

  /** Identifiers may end in a full stop, which a local name may not unless it is escaped. */
  private static String name(@Nullable Name name) {
    if (name == null) {
      return "-";
    }
    String written = name.qualified();
    return written.endsWith(".") ? written.substring(0, written.length() - 1) + "\\." : written;
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "-" : time.toString();
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + "\"";
  }
}
