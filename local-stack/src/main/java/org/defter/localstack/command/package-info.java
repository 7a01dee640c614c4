/**
 * The {@code defter} command. A further subcommand is a class with {@code @Command} and a
 * {@code @ParentCommand Defter}, named in {@link org.defter.localstack.command.Defter}'s list.
 */
@NullMarked
package org.defter.localstack.command;

import org.jspecify.annotations.NullMarked;
