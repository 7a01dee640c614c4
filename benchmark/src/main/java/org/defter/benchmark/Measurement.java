package org.defter.benchmark;

import java.util.List;

/** Measures one thing the archive does beside the raw server's limit. */
interface Measurement {

  /** The figures, in the order to show them. */
  List<Figure> measure(Rig rig) throws Exception;
}
