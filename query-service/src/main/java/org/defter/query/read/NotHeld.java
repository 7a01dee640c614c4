package org.defter.query.read;

import java.time.Instant;
import org.defter.core.detail.Detail;
import org.defter.core.id.ArchiveId;

/**
 * What readers are told of a thing that the archive does not hold. Each kind has a text of its own,
 * since languages bend their words for it.
 */
public final class NotHeld {

  private NotHeld() {}

  /** There is none. */
  public static Detail ever(ArchiveId id) {
    return Detail.of("query.no." + id.kind(), id.value());
  }

  /**
   * There was none yet.
   *
   * @param learnt when the archive learnt of it
   */
  public static Detail then(ArchiveId id, Instant knownAt, String learnt) {
    return Detail.of("query.not-then." + id.kind(), id.value(), knownAt.toString(), learnt);
  }

  /**
   * It never had this version.
   *
   * @param newest the number of the newest that it has
   */
  public static Detail inVersion(ArchiveId id, String version, long newest) {
    return Detail.of("query.version.not-of-" + id.kind(), version, id.value(), newest);
  }
}
