package org.defter.query.read;

import co.elastic.clients.elasticsearch.core.mget.MultiGetOperation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.defter.readmodel.document.Index;

/**
 * Documents that are asked for together with others.
 *
 * @param fields which parts of them; empty for all
 */
public record Wanted(Index index, Collection<String> ids, List<String> fields) {

  /** The same with what tells whether they are for everybody. */
  Wanted tellingWhetherOpen() {
    return fields.isEmpty()
        ? this
        : new Wanted(
            index, ids, Stream.concat(fields.stream(), Restricted.FIELDS.stream()).toList());
  }

  Stream<One> each() {
    return ids.stream().distinct().map(id -> new One(index, id, fields));
  }

  /** One of them. */
  record One(Index index, String id, List<String> fields) {

    MultiGetOperation operation() {
      return MultiGetOperation.of(
          one -> one.index(index.alias()).id(id).source(s -> s.filter(f -> f.includes(fields))));
    }
  }
}
