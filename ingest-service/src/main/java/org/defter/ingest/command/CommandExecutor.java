package org.defter.ingest.command;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs commands. When an answer is given, what was done is committed. */
public interface CommandExecutor {

  /**
   * Runs one command, together with those other callers have waiting.
   *
   * @param key makes a repetition of the same request have one effect; null when none was sent
   * @throws StoreUnavailable when the store does not answer; whether the command took effect may
   *     then be unknown
   */
  Outcome execute(Request request, @Nullable IdempotencyKey key);

  /**
   * Runs the commands in order in one transaction; refused ones leave no trace, the others are
   * committed together.
   *
   * @param alongside is told the outcomes before the commit, to write down in the same transaction
   *     what became of the commands; asked again whenever they are decided again, of which the last
   *     counts
   * @return an outcome for each, in the same order
   * @throws StoreUnavailable when the store does not answer
   */
  List<Outcome> executeTogether(List<Request> requests, Consumer<List<Outcome>> alongside);

  /**
   * Runs the commands in order in one transaction: all of them take effect, or none does.
   *
   * @param requests at least one
   * @param key makes a repetition have one effect; null when none was sent
   * @return what was done by the last; or the first refusal, and then nothing was done
   * @throws StoreUnavailable when the store does not answer; whether the commands took effect may
   *     then be unknown
   */
  Outcome executeAsOne(List<Request> requests, @Nullable IdempotencyKey key);
}
