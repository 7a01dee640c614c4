package org.defter.query.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.TranslogDurability;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.defter.query.DefterProperties;
import org.defter.readmodel.document.Index;
import org.springframework.stereotype.Component;

/** Other generations of the indexes than the current one: made, put in use, kept and deleted. */
@Component
public class Generations {

  private final ElasticsearchClient client;
  private final Indexes indexes;
  private final Duration refreshInterval;

  Generations(ElasticsearchClient client, Indexes indexes, DefterProperties properties) {
    this.client = client;
    this.indexes = indexes;
    this.refreshInterval = properties.projection().refreshInterval();
  }

  /**
   * Makes an index beside each of the current ones, to be filled quickly and not yet searched.
   * Those that were made so before and never put in use are deleted.
   */
  public Targets beside(Set<Index> which) throws IOException {
    Targets current = indexes.current();
    Map<Index, String> names = new EnumMap<>(Index.class);
    for (Index index : which) {
      for (String name : indexes.generations(index)) {
        if (!name.equals(current.name(index)) && indexes.targets(Map.of(index, name)).areNew()) {
          delete(name);
        }
      }
      String name = index.generation(indexes.newest(index) + 1);
      client
          .indices()
          .create(create ->
              create
                  .index(name)
                  .settings(settings ->
                      settings
                          .refreshInterval(never -> never.time("-1"))
                          .translog(log -> log.durability(TranslogDurability.Async))));
      names.put(index, name);
    }
    return indexes.targets(names);
  }

  /**
   * The index that was current before, for each of these.
   *
   * @throws NoSuchElementException when one is not kept
   */
  public Targets former(Set<Index> which) throws IOException {
    Targets current = indexes.current();
    Map<Index, String> names = new EnumMap<>(Index.class);
    for (Index index : which) {
      names.put(index, former(index, current.name(index)));
    }
    return indexes.targets(names);
  }

  private String former(Index index, String current) throws IOException {
    List<String> newestFirst =
        indexes.generations(index).stream()
            .filter(name -> !name.equals(current))
            .sorted(Comparator.<String>comparingInt(index::generation).reversed())
            .toList();
    for (String name : newestFirst) {
      if (!indexes.targets(Map.of(index, name)).areNew()) {
        return name;
      }
    }
    throw new NoSuchElementException(
        "no former index of '%s' is kept: it was never rebuilt".formatted(index.alias()));
  }

  /** Has indexes that were filled quickly kept like any other, and shows all that is in them. */
  public void settle(Targets filled) throws IOException {
    for (Index index : filled.indexes()) {
      String name = filled.name(index);
      client
          .indices()
          .putSettings(put ->
              put.index(name)
                  .settings(settings ->
                      settings
                          .refreshInterval(often -> often.time(refreshInterval.toMillis() + "ms"))
                          .translog(log -> log.durability(TranslogDurability.Request))));
      client.indices().flush(flush -> flush.index(name));
      client.indices().refresh(refresh -> refresh.index(name));
    }
  }

  /**
   * Notes in the metadata of indexes from where on they need events. To be done of these and of the
   * current ones before a swap: a service that stops anywhere later knows where to go on.
   *
   * @param which of them
   * @param builtTo an offset in each partition up to which events are in all of them
   */
  public void remember(Targets targets, Set<Index> which, Map<Integer, Long> builtTo)
      throws IOException {
    for (Index index : which) {
      client
          .indices()
          .putMapping(put ->
              put.index(targets.name(index))
                  .meta(Indexes.BUILT_TO, JsonData.of(byPartition(builtTo))));
    }
  }

  /** Points the aliases at other indexes, all at once. The former ones are kept. */
  public void swap(Targets next) throws IOException {
    Targets current = indexes.current();
    List<String> names = next.indexes().stream().map(next::name).toList();
    client.indices().refresh(refresh -> refresh.index(names));
    client
        .indices()
        .updateAliases(update -> {
          for (Index index : next.indexes()) {
            update
                .actions(action ->
                    action.remove(at -> at.index(current.name(index)).alias(index.alias())))
                .actions(
                    action -> action.add(at -> at.index(next.name(index)).alias(index.alias())));
          }
          return update;
        });
  }

  /** Deletes all but the current and the former generation of each. */
  public void tidy(Set<Index> which) throws IOException {
    Targets current = indexes.current();
    Targets former = former(which);
    for (Index index : which) {
      for (String name : indexes.generations(index)) {
        if (!name.equals(current.name(index)) && !name.equals(former.name(index))) {
          delete(name);
        }
      }
    }
  }

  private static Map<String, Long> byPartition(Map<Integer, Long> offsets) {
    Map<String, Long> byPartition = new HashMap<>();
    offsets.forEach((partition, offset) -> byPartition.put(partition.toString(), offset));
    return byPartition;
  }

  /** Deletes indexes that are not to be used. */
  public void discard(Targets unused) throws IOException {
    for (Index index : unused.indexes()) {
      delete(unused.name(index));
    }
  }

  private void delete(String name) throws IOException {
    client.indices().delete(delete -> delete.index(name).ignoreUnavailable(true));
  }
}
