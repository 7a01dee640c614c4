package org.defter.query.property;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.id.PropertyId;
import org.defter.core.property.PropertyDefinition;
import org.defter.query.document.Index;
import org.defter.query.document.PropertyDocument;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.defter.query.request.Parameters;
import org.defter.query.visibility.ById;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/properties", produces = "application/json")
class PropertyController {

  /** A vocabulary is small; this is what one answer of Elasticsearch can hold. */
  private static final int ALL = 10_000;

  private final ReadModel readModel;

  PropertyController(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** A term of the vocabulary. */
  record PropertyView(PropertyId id, long version, PropertyDefinition definition) {
    static PropertyView of(PropertyDocument property) {
      return new PropertyView(
          new PropertyId(property.id()),
          property.version(),
          new PropertyDefinition(
              property.labels(),
              property.datatype(),
              property.singleValued(),
              property.scopeNote()));
    }
  }

  /** The vocabulary. */
  record Vocabulary(List<PropertyView> properties) {}

  @GetMapping
  Vocabulary all(HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    return new Vocabulary(
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(Index.PROPERTIES.alias())
                            .sort(sort -> sort.field(f -> f.field("id")))
                            .size(ALL),
                    PropertyDocument.class))
            .hits()
            .hits()
            .stream()
            .flatMap(hit -> Stream.ofNullable(hit.source()))
            .map(PropertyView::of)
            .toList());
  }

  @ById
  @GetMapping("/{id}")
  ResponseEntity<PropertyView> get(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    PropertyDocument found =
        readModel.get(Index.PROPERTIES, new PropertyId(id).value(), PropertyDocument.class);
    if (found == null) {
      throw ProblemException.notFound("there is no property '%s'".formatted(id));
    }
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(PropertyView.of(found));
  }
}
