package org.defter.query.paging;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import org.defter.core.detail.Detail;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.springframework.stereotype.Component;

/** Keeps what is paged through as it was, while new facts come in. */
@Component
public final class PointsInTime {

  /** How long a reader may look at a page before turning it. */
  public static final Time KEEP_ALIVE = Time.of(time -> time.time("5m"));

  private final ReadModel readModel;

  PointsInTime(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** The one the cursor came from; a new one when it came from a first page. */
  public String of(Cursor cursor, Index index) {
    if (cursor.pointInTime() != null) {
      return cursor.pointInTime();
    }
    return open(index);
  }

  /** A new one. It holds resources until it is closed, or not used for {@link #KEEP_ALIVE}. */
  public String open(Index index) {
    return readModel
        .ask(client ->
            client.openPointInTime(open -> open.index(index.alias()).keepAlive(KEEP_ALIVE)))
        .id();
  }

  /** Lets one go. */
  public void close(String pointInTime) {
    readModel.ask(client -> client.closePointInTime(close -> close.id(pointInTime)));
  }

  /** What Elasticsearch's refusal of a cursor means; the refusal itself when it means another. */
  public static RuntimeException explained(ElasticsearchException refused) {
    return refused.status() == 404 || refused.status() == 400
        ? new ProblemException(
            ProblemException.invalid("cursor", Detail.of("query.cursor.expired")).problem(),
            refused)
        : refused;
  }
}
