import org.jspecify.annotations.NullMarked;

/** The archive's language and rules. A named module, so that its sealed types may span packages. */
@NullMarked
module org.defter.core {
  requires transitive tools.jackson.databind;
  requires transitive com.fasterxml.jackson.annotation;
  requires com.ibm.icu;
  requires static transitive org.jspecify;

  exports org.defter.core;
  exports org.defter.core.correction;
  exports org.defter.core.decision;
  exports org.defter.core.detail;
  exports org.defter.core.edtf;
  exports org.defter.core.event;
  exports org.defter.core.fact;
  exports org.defter.core.finding;
  exports org.defter.core.id;
  exports org.defter.core.log;
  exports org.defter.core.log.evidence;
  exports org.defter.core.property;
  exports org.defter.core.source;
  exports org.defter.core.subject;
  exports org.defter.core.value;
}
