/**
 * The small language of the parameter {@code q}: words, phrases, fields, operators, beginnings of
 * words and words with slips. Described for readers in docs/search.md.
 */
@NullMarked
package org.defter.query.search.language;

import org.jspecify.annotations.NullMarked;
