package org.defter.localstack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at every part of a stack. */
final class StackStatus {
  private StackStatus() {}

  /**
   * @param recipes those of the stack, or null when it was never started
   */
  static List<PartStatus> of(Path dataDirectory, @Nullable Recipes recipes) {
    return Arrays.stream(Part.values())
        .map(part ->
            recipes == null
                ? stopped(part, 0, dataDirectory.resolve(part.folder()).resolve("log"))
                : of(recipes.of(part)))
        .toList();
  }

  private static PartStatus of(Recipe recipe) {
    Optional<LinuxProcess> running = new Keeper(recipe, line -> {}).running();
    Optional<ProcessRecord> record = ProcessRecord.readFor(recipe);
    if (running.isEmpty()) {
      return stopped(recipe.part(), recipe.port(), recipe.log());
    }
    return new PartStatus(
        recipe.part(),
        recipe.answers() ? PartStatus.State.RUNNING : PartStatus.State.NOT_ANSWERING,
        record
            .map(ProcessRecord::version)
            .filter(known -> !known.isEmpty())
            .orElseGet(() -> said(recipe)),
        recipe.port(),
        running.get().pid(),
        record.map(ProcessRecord::startedAt).orElse(null),
        recipe.log().toString());
  }

  /** A service built without a version in its jar says it itself. */
  private static String said(Recipe service) {
    return HttpProbe.get("http://127.0.0.1:" + service.port() + "/api/v1/status")
        .map(status -> status.path("version").asString(""))
        .orElse("");
  }

  private static PartStatus stopped(Part part, int port, Path log) {
    return new PartStatus(part, PartStatus.State.STOPPED, "", port, 0, null, log.toString());
  }
}
