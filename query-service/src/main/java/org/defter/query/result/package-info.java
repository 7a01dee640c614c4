/** What searches answer: pages of JSON, and whole result sets as CSV and JSON Lines. */
@NullMarked
package org.defter.query.result;

import org.jspecify.annotations.NullMarked;
