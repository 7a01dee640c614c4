package org.defter.query.finding;

import co.elastic.clients.elasticsearch._types.CommonStatsFlag;
import co.elastic.clients.elasticsearch._types.Level;
import co.elastic.clients.elasticsearch.indices.stats.IndicesStats;
import co.elastic.clients.elasticsearch.indices.stats.ShardSequenceNumber;
import co.elastic.clients.elasticsearch.indices.stats.ShardStats;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;

/**
 * How far indexes have been written. Elasticsearch numbers what it does to an index, one after the
 * other, and these numbers are on the documents ({@code _seq_no}).
 */
record Marks(Map<Index, Mark> byIndex) {

  /**
   * How far one index has been written.
   *
   * @param uuid which index it is: another behind the same alias begins anew
   * @param done whatever has a number up to this one is done, and can be found after the next
   *     refresh; numbers above it may be given to what is still on its way
   * @param last the last number that was given
   */
  record Mark(String uuid, long done, long last) {}

  Marks {
    byIndex = Map.copyOf(byIndex);
  }

  /** How far they have been written now. */
  static Marks now(ReadModel readModel, List<Index> indexes) {
    List<String> aliases = indexes.stream().map(Index::alias).toList();
    Map<String, IndicesStats> stats =
        readModel
            .ask(client ->
                client
                    .indices()
                    .stats(s -> s.index(aliases).metric(CommonStatsFlag.Docs).level(Level.Shards)))
            .indices();
    Map<Index, Mark> marks = new EnumMap<>(Index.class);
    stats.forEach((name, index) ->
        indexes.stream()
            .filter(known -> known.generation(name) > 0)
            .forEach(known -> marks.put(known, mark(index))));
    return new Marks(marks);
  }

  /** An index has one shard; of its copies, a replica may know less for a moment. */
  private static Mark mark(IndicesStats index) {
    List<ShardSequenceNumber> numbers =
        index.shards().values().stream()
            .flatMap(List::stream)
            .map(ShardStats::seqNo)
            .filter(Objects::nonNull)
            .toList();
    return new Mark(
        Objects.requireNonNull(index.uuid()),
        numbers.stream().mapToLong(ShardSequenceNumber::globalCheckpoint).min().orElse(-1),
        numbers.stream().mapToLong(ShardSequenceNumber::maxSeqNo).max().orElse(-1));
  }

  /** Whether these are of the same indexes. */
  boolean continues(Marks earlier) {
    return byIndex.keySet().equals(earlier.byIndex.keySet())
        && byIndex.keySet().stream()
            .allMatch(index -> at(index).uuid().equals(earlier.at(index).uuid()));
  }

  /** Whether something may have been written to an index that was not found then. */
  boolean movedSince(Marks earlier, Index index) {
    return !at(index).equals(earlier.at(index)) || at(index).done() < at(index).last();
  }

  /** How far this one has been written. */
  Mark at(Index index) {
    return Objects.requireNonNull(byIndex.get(index));
  }
}
