package org.defter.query.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.label.Labels;
import org.defter.query.request.Address;
import org.defter.query.search.SearchAnswer.FacetValue;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Facets as links: one filters by a value, or takes the filter away again. */
final class FacetLinks {

  /** These say where in the results one is, or what to wait for; a filter begins anew. */
  private static final List<String> FORGOTTEN = List.of("cursor", "after", "wait");

  private static final String STANDING = "standing";
  private static final String SUPERSEDED = "superseded";

  private FacetLinks() {}

  /**
   * A facet.
   *
   * @param name the parameter it filters by
   */
  record Facet(String name, List<Link> values) {}

  /**
   * A value of a facet.
   *
   * @param chosen whether it is filtered by
   * @param address the same search with the filter added or taken away
   */
  record Link(String label, long count, boolean chosen, String address) {}

  /**
   * The facets.
   *
   * @param page the page they filter
   */
  static List<Facet> of(
      String page,
      Map<String, List<FacetValue>> facets,
      Labels labels,
      MultiValueMap<String, String> asked) {
    List<Facet> shown = new ArrayList<>();
    facets.forEach((name, values) -> {
      if (!values.isEmpty()) {
        shown.add(
            new Facet(
                name,
                values.stream().map(value -> link(page, name, value, labels, asked)).toList()));
      }
    });
    return shown;
  }

  private static Link link(
      String page,
      String name,
      FacetValue value,
      Labels labels,
      MultiValueMap<String, String> asked) {
    List<String> chosen = new ArrayList<>(asked.getOrDefault(name, List.of()));
    if (name.equals(STANDING)) {
      chosen.remove(SUPERSEDED);
    }
    boolean isChosen = chosen.remove(value.value());
    if (!isChosen) {
      chosen.add(value.value());
    }
    MultiValueMap<String, String> next = new LinkedMultiValueMap<>(asked);
    FORGOTTEN.forEach(next::remove);
    next.put(name, chosen);
    return new Link(
        label(name, value.value(), labels), value.count(), isChosen, Address.of(page, next));
  }

  /**
   * The same search among earlier versions, or among facts as they stand again. Earlier versions
   * are of any standing, and were not all known at one time: neither goes with them.
   */
  static Link superseded(MultiValueMap<String, String> asked) {
    boolean chosen = asked.getOrDefault(STANDING, List.of()).contains(SUPERSEDED);
    MultiValueMap<String, String> next = new LinkedMultiValueMap<>(asked);
    FORGOTTEN.forEach(next::remove);
    next.remove("knownAt");
    next.remove(STANDING);
    if (!chosen) {
      next.set(STANDING, SUPERSEDED);
    }
    return new Link(SUPERSEDED, 0, chosen, Address.of("/", next));
  }

  /** What is found, as a feed to subscribe to. */
  static String feed(MultiValueMap<String, String> asked) {
    MultiValueMap<String, String> lasting = new LinkedMultiValueMap<>(asked);
    FORGOTTEN.forEach(lasting::remove);
    List.of("size", "sort").forEach(lasting::remove);
    return Address.of("/search.atom", lasting);
  }

  /** All that is found, as a file. */
  static String file(MultiValueMap<String, String> asked, String format) {
    MultiValueMap<String, String> whole = new LinkedMultiValueMap<>(asked);
    FORGOTTEN.forEach(whole::remove);
    whole.remove("size");
    whole.set("format", format);
    return Address.of("/api/v1/search", whole);
  }

  private static String label(String name, String value, Labels labels) {
    return switch (name) {
      case "subject" -> labels.of(new SubjectId(value));
      case "property" -> labels.of(new PropertyId(value));
      case "source" -> labels.of(new SourceId(value));
      default -> value;
    };
  }
}
