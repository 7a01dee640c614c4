@NullMarked
package org.defter.localstack;

import org.jspecify.annotations.NullMarked;
