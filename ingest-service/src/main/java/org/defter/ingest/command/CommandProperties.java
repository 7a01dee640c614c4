package org.defter.ingest.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How commands are taken.
 *
 * @param workers how many transactions may run side by side
 * @param groupLimit the most commands in one transaction
 * @param queueLimit the most commands that may wait for one worker; more are refused with 503
 * @param bodyLimit the largest request body of a single command
 */
@ConfigurationProperties("defter.commands")
public record CommandProperties(int workers, int groupLimit, int queueLimit, DataSize bodyLimit) {}
