package org.defter.query.provenance;

/** The archive's own types and attributes. docs/provenance.md says what each means. */
final class Terms {

  static final Name FACT = Namespace.DEFTER.name("Fact");
  static final Name VERSION = Namespace.DEFTER.name("Version");
  static final Name PROPOSAL = Namespace.DEFTER.name("Proposal");
  static final Name SOURCE = Namespace.DEFTER.name("Source");
  static final Name TRANSCRIPTION = Namespace.DEFTER.name("Transcription");
  static final Name PASSAGE = Namespace.DEFTER.name("Passage");

  static final Name PROPOSING = Namespace.DEFTER.name("Proposing");
  static final Name REVIEWING = Namespace.DEFTER.name("Reviewing");
  static final Name IMPORTING = Namespace.DEFTER.name("Importing");
  static final Name BATCH = Namespace.DEFTER.name("Batch");
  static final Name DEPOSITING = Namespace.DEFTER.name("Depositing");
  static final Name TRANSCRIBING = Namespace.DEFTER.name("Transcribing");

  static final Name VERSION_NUMBER = Namespace.DEFTER.name("version");
  static final Name STANDING = Namespace.DEFTER.name("standing");
  static final Name SUBJECT = Namespace.DEFTER.name("subject");
  static final Name PROPERTY = Namespace.DEFTER.name("property");
  static final Name VALID = Namespace.DEFTER.name("valid");
  static final Name CERTAINTY = Namespace.DEFTER.name("certainty");
  static final Name CITES = Namespace.DEFTER.name("cites");
  static final Name UNCITED = Namespace.DEFTER.name("uncitedReason");
  static final Name PARAGRAPH = Namespace.DEFTER.name("paragraph");
  static final Name REASON_TYPE = Namespace.DEFTER.name("reasonType");
  static final Name REASON = Namespace.DEFTER.name("reason");
  static final Name REMARK = Namespace.DEFTER.name("remark");

  static final Name PERSON = Namespace.PROV.name("Person");
  static final Name SOFTWARE_AGENT = Namespace.PROV.name("SoftwareAgent");
  static final Name BUNDLE = Namespace.PROV.name("Bundle");
  static final Name REVISION = Namespace.PROV.name("Revision");
  static final Name QUOTATION = Namespace.PROV.name("Quotation");

  private Terms() {}
}
