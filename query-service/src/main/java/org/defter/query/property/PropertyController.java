package org.defter.query.property;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.id.PropertyId;
import org.defter.core.property.PropertyDefinition;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.query.request.Parameters;
import org.defter.query.visibility.ById;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.PropertyDocument;
import org.jspecify.annotations.Nullable;
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
    Instant knownAt = Parameters.of(request).allowing(Set.of("knownAt")).endOf("knownAt");
    return new Vocabulary(
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(KnownAt.index(Index.PROPERTIES, knownAt).alias())
                            .query(KnownAt.among(Query.of(q -> q.matchAll(m -> m)), knownAt))
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
  @GetMapping(path = "/{id}", params = "!knownAt")
  ResponseEntity<PropertyView> get(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    return answer(new PropertyId(id), null);
  }

  @GetMapping(path = "/{id}", params = "knownAt")
  ResponseEntity<PropertyView> getAsKnown(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("knownAt"));
    return answer(new PropertyId(id), given.endOf("knownAt"));
  }

  private ResponseEntity<PropertyView> answer(PropertyId id, @Nullable Instant knownAt) {
    PropertyDocument found =
        readModel.require(Index.PROPERTIES, id, knownAt, PropertyDocument.class);
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(PropertyView.of(found));
  }
}
