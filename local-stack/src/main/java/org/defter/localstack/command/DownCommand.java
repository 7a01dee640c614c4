package org.defter.localstack.command;

import picocli.CommandLine.Command;

@Command(name = "down", description = "Stop what `up` started, and nothing else. All data stay.")
final class DownCommand extends StackCommand {
  @Override
  public Integer call() {
    stack().down();
    out().println("stopped");
    return ExitCode.OK;
  }
}
