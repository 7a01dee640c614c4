package org.defter.query.comparison;

import org.defter.query.comparison.Difference.Kind;

/**
 * A fact that differs.
 *
 * @param id which
 * @param kind in what way
 */
record DifferingFact(String id, Kind kind) {}
