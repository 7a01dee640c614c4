package org.defter.query.read;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.stereotype.Component;

/** Asks in the name of whoever reads, while they go on asking: a page waits once, not in turn. */
@Component
public final class Meanwhile implements AutoCloseable {

  private final ExecutorService threads =
      new DelegatingSecurityContextExecutorService(Executors.newVirtualThreadPerTaskExecutor());

  /**
   * Puts a question.
   *
   * @return waits for the answer; throws what the question threw
   */
  public <T> Supplier<T> ask(Supplier<T> question) {
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(question, threads);
    return () -> {
      try {
        return answer.join();
      } catch (CompletionException failed) {
        throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
      }
    };
  }

  @Override
  public void close() {
    threads.close();
  }
}
