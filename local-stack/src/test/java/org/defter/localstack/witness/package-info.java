@NullMarked
package org.defter.localstack.witness;

import org.jspecify.annotations.NullMarked;
