package org.defter.query.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.openprovenance.prov.model.Bundle;
import org.openprovenance.prov.model.Document;
import org.openprovenance.prov.model.ProvFactory;
import org.openprovenance.prov.model.QualifiedName;
import org.openprovenance.prov.model.StatementOrBundle;
import org.openprovenance.prov.validation.Config;
import org.openprovenance.prov.validation.ObjectMaker;
import org.openprovenance.prov.validation.Unknown;
import org.openprovenance.prov.validation.Validate;
import org.openprovenance.prov.validation.VarQName;
import org.openprovenance.prov.validation.report.ValidationReport;

/** What the reference implementation of PROV makes of what we write. */
final class ProvToolbox {

  private static final ProvFactory FACTORY = new org.openprovenance.prov.vanilla.ProvFactory();

  private ProvToolbox() {}

  static Document readN(String text) {
    return new org.openprovenance.prov.notation.ProvDeserialiser(FACTORY)
        .deserialiseDocument(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  static Document readJson(String text) {
    return new org.openprovenance.prov.core.json.serialization.ProvDeserialiser()
        .deserialiseDocument(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  /** Every statement on a line of its own, in the order of the lines; those of bundles named so. */
  static TreeSet<String> statements(Document document) {
    TreeSet<String> lines = new TreeSet<>();
    for (StatementOrBundle one : document.getStatementOrBundle()) {
      if (one instanceof Bundle bundle) {
        bundle.getStatement().forEach(inner -> lines.add(bundle.getId().getUri() + ": " + inner));
      } else {
        lines.add(String.valueOf(one));
      }
    }
    return lines;
  }

  /** What PROV-CONSTRAINTS forbids, in the document and in each of its bundles. */
  static List<String> violations(Document document) {
    try {
      ValidationReport report =
          new Validate(Config.newYesToAllConfig(FACTORY, new Variables())).validate(document);
      List<String> found = new ArrayList<>();
      collect(report, found);
      return found;
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void collect(ValidationReport report, List<String> found) {
    report.getCycle().forEach(cycle -> found.add("cycle " + cycle));
    report.getFailedMerge().forEach(merge -> found.add("not unique " + merge));
    report.getTypeOverlap().forEach(overlap -> found.add("of two types " + overlap));
    report.getQualifiedNameMismatch().forEach(name -> found.add("name " + name));
    if (report.getSpecializationReport() != null
        && !report.getSpecializationReport().getSpecializationOf().isEmpty()) {
      found.add("specialization of itself " + report.getSpecializationReport());
    }
    if (report.getMalformedStatements() != null
        && !report.getMalformedStatements().getStatement().isEmpty()) {
      found.add("malformed " + report.getMalformedStatements().getStatement());
    }
    report.getValidationReport().forEach(inner -> collect(inner, found));
  }

  private static final class Variables implements ObjectMaker {
    @Override
    public VarQName makeVarQName(String namespace, String local, String prefix) {
      return new Variable(namespace, local, prefix);
    }

    @Override
    public VarQName makeVarQName(QualifiedName name) {
      return new Variable(name.getNamespaceURI(), name.getLocalPart(), name.getPrefix());
    }

    @Override
    public Unknown makeUnknown(String namespace, String local) {
      return new NotKnown(namespace, local);
    }
  }

  private static final class Variable extends org.openprovenance.prov.vanilla.QualifiedName
      implements VarQName {
    Variable(String namespace, String local, String prefix) {
      super(namespace, local, prefix);
    }
  }

  private static final class NotKnown extends org.openprovenance.prov.vanilla.QualifiedName
      implements Unknown {
    NotKnown(String namespace, String local) {
      super(namespace, local, "");
    }
  }
}
