/**
 * The real servers of the archive as processes on this machine: PostgreSQL, Kafka, Elasticsearch
 * and the two services over one data directory. {@link org.defter.localstack.LocalStack} is the
 * door.
 */
@NullMarked
package org.defter.localstack;

import org.jspecify.annotations.NullMarked;
