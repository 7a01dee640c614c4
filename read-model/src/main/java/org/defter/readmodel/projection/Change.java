package org.defter.readmodel.projection;

import org.defter.readmodel.document.Index;

/** What an event does to one document. Each may be made any number of times with one effect. */
public sealed interface Change {

  Index index();

  String id();

  /** The document, or the part of it that changes. */
  Object body();

  /**
   * The newest state of an aggregate: written unless the index already holds this version or a
   * later one.
   *
   * @param version of the aggregate
   */
  record Put(Index index, String id, long version, Object body) implements Change {}

  /** What is written once and stays: written unless it is there. */
  record Add(Index index, String id, Object body) implements Change {}

  /** Fields set on a document that must be there. */
  record Amend(Index index, String id, Object body) implements Change {}
}
