package org.defter.localstack.command;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = "Start what does not run of the archive; return when everything answers.")
final class UpCommand extends StackCommand {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  @Option(
      names = "--foreground",
      description = "Stay, and stop everything when this command is stopped (Ctrl-C).")
  private boolean foreground;

  @Override
  public Integer call() throws InterruptedException {
    LocalStack stack = stack();
    if (foreground) {
      // Before the start: stopped half-way up, it leaves nothing behind either.
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stack::down));
    }
    stack.up(EnumSet.allOf(Part.class));
    out().println("Defter answers at " + stack.publicUri() + "/");
    out().flush();
    return foreground ? stay(stack) : ExitCode.OK;
  }

  /** Until this process is told to end, or a part ends by itself. */
  private int stay(LocalStack stack) throws InterruptedException {
    Optional<Part> ended = Optional.empty();
    while (ended.isEmpty()) {
      Thread.sleep(BETWEEN_LOOKS);
      ended =
          EnumSet.allOf(Part.class).stream().filter(part -> stack.pid(part).isEmpty()).findFirst();
    }
    out().println(ended.get().label() + " has ended; stopping the others");
    return ExitCode.PART_DOWN;
  }
}
