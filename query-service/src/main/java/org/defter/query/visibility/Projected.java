package org.defter.query.visibility;

import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.mget.MultiGetOperation;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.event.Receipt;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.springframework.stereotype.Component;

/**
 * Whether an event has reached every read model it goes to. Asked of the documents themselves, as
 * they are at this moment: a document's Elasticsearch version is its aggregate's version.
 */
@Component
final class Projected {

  private static final List<String> ALL = Stream.of(Index.values()).map(Index::alias).toList();

  private final ReadModel readModel;

  Projected(ReadModel readModel) {
    // Of documents it looks at nothing but their versions.
    this.readModel = readModel.whole();
  }

  boolean holdsAll(List<Receipt> receipts) {
    List<MultiGetOperation> wanted = new ArrayList<>();
    List<Long> leastVersions = new ArrayList<>();
    for (Receipt receipt : receipts) {
      wanted.add(document(ownIndex(receipt), receipt.id().value()));
      leastVersions.add(receipt.version());
      if (ownIndex(receipt).hasVersions()) {
        wanted.add(
            document(
                ownIndex(receipt).versions(),
                Index.versionId(receipt.id().value(), receipt.version())));
        leastVersions.add(0L);
      }
      wanted.add(document(Index.EVENTS, receipt.eventId()));
      leastVersions.add(0L);
    }
    if (wanted.isEmpty()) {
      return true;
    }
    MgetResponse<Object> found =
        readModel.ask(client -> client.mget(get -> get.docs(wanted), Object.class));
    for (int at = 0; at < wanted.size(); at++) {
      if (!holds(found.docs().get(at), leastVersions.get(at))) {
        return false;
      }
    }
    return true;
  }

  /** Shows searches what is written; documents by identifier are seen without. */
  void makeSearchable() {
    readModel.ask(client -> client.indices().refresh(refresh -> refresh.index(ALL)));
  }

  private static boolean holds(MultiGetResponseItem<?> item, long leastVersion) {
    if (!item.isResult() || !item.result().found()) {
      return false;
    }
    Long version = item.result().version();
    return version != null && version >= leastVersion;
  }

  private static MultiGetOperation document(Index index, String id) {
    return MultiGetOperation.of(get -> get.index(index.alias()).id(id).source(s -> s.fetch(false)));
  }

  private static Index ownIndex(Receipt receipt) {
    return switch (receipt.id()) {
      case CorrectionId _ -> Index.CORRECTIONS;
      case FactId _ -> Index.FACTS;
      case FindingId _ -> Index.FINDINGS;
      case SubjectId _ -> Index.SUBJECTS;
      case SourceId _ -> Index.SOURCES;
      case PropertyId _ -> Index.PROPERTIES;
    };
  }
}
