@NullMarked
package org.defter.localstack.command;

import org.jspecify.annotations.NullMarked;
