package org.defter.query.source;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The hierarchy of sources: fonds, series, file, item. */
@Component
public final class SourceTree {

  /** The most sources below one that are asked for at once: Elasticsearch's own limit. */
  private static final int MOST = 10_000;

  private final ReadModel readModel;

  SourceTree(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * Some sources and everything below them, level by level.
   *
   * @param parameter to be named when they are too many
   * @throws ProblemException (400) when there are more than {@value #MOST} on a level or in all
   */
  public List<String> below(List<String> sources, String parameter) {
    Set<String> all = new LinkedHashSet<>(sources);
    List<String> level = sources;
    while (!level.isEmpty()) {
      level = children(level).stream().filter(child -> !all.contains(child)).toList();
      all.addAll(level);
      if (level.size() == MOST || all.size() > MOST) {
        throw ProblemException.invalid(parameter, Detail.of("query.search.too-many-sources", MOST));
      }
    }
    return List.copyOf(all);
  }

  private List<String> children(List<String> parents) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.SOURCES.alias())
                        .query(q ->
                            q.terms(t ->
                                t.field("description.parent")
                                    .terms(v ->
                                        v.value(parents.stream().map(FieldValue::of).toList()))))
                        .source(s -> s.fetch(false))
                        .size(MOST),
                JsonNode.class))
        .hits()
        .hits()
        .stream()
        .map(Hit::id)
        .filter(Objects::nonNull)
        .toList();
  }
}
