package org.defter.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stack that the integration tests of one module share within one JVM. */
final class TestStack {
  private static @Nullable LocalStack shared;

  private TestStack() {}

  static synchronized LocalStack with(List<Part> parts) {
    LocalStack stack = shared;
    if (stack == null) {
      stack = fresh(Path.of("target", "stack"));
      shared = stack;
    }
    stack.up(parts);
    return stack;
  }

  private static LocalStack fresh(Path directory) {
    LocalStack stack = LocalStack.in(directory).reportingTo(System.out::println);
    stack.down(); // what a JVM that was killed left behind
    try {
      Folders.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + directory.toAbsolutePath(), e);
    }
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::down));
    return stack;
  }
}
