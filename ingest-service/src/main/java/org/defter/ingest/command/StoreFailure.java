package org.defter.ingest.command;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/** What a failure of a transaction means. */
final class StoreFailure {

  private StoreFailure() {}

  /**
   * Whether another transaction was quicker: a unique constraint (SQLSTATE 23505), a serialization
   * failure (40001), a deadlock (40P01), or a lock of Axon's that would have been one.
   */
  static boolean isConflict(Throwable failure) {
    String state = sqlState(failure);
    return "23505".equals(state)
        || (state != null && state.startsWith("40"))
        || hasCause(
            failure, List.of(ConcurrencyException.class, LockAcquisitionFailedException.class));
  }

  /**
   * Whether it is certain that nothing was committed. It is not when the connection broke: the
   * commit may have arrived.
   */
  static boolean leftNothing(Throwable failure) {
    return !isUnreachable(failure);
  }

  /** What the caller is told. */
  static RuntimeException of(Throwable failure) {
    if (isUnreachable(failure)) {
      return new StoreUnavailable(Detail.of("ingest.store.away-unknown"), failure);
    }
    if (isConflict(failure)) {
      return new StoreUnavailable(Detail.of("ingest.store.too-many-changes"), failure);
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }

  /**
   * SQLSTATE class 08 is a connection, 57 an operator's or timeout's intervention, 53 a lack of
   * resources.
   */
  private static boolean isUnreachable(Throwable failure) {
    String state = sqlState(failure);
    return (state != null
            && (state.startsWith("08") || state.startsWith("57") || state.startsWith("53")))
        || hasCause(
            failure,
            List.of(
                SQLTransientConnectionException.class,
                SQLRecoverableException.class,
                org.springframework.transaction.CannotCreateTransactionException.class,
                SocketException.class,
                SocketTimeoutException.class));
  }

  private static @Nullable String sqlState(Throwable failure) {
    String state = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return state;
  }

  private static boolean hasCause(Throwable failure, List<Class<? extends Throwable>> types) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Throwable here = cause;
      if (types.stream().anyMatch(type -> type.isInstance(here))) {
        return true;
      }
    }
    return false;
  }
}
