package org.defter.query.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.cfg.HandlerInstantiator;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openprovenance.prov.core.json.serialization.deserial.CustomAttributeMapDeserializer;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the reference implementation of PROV makes of what we write. */
public final class ProvToolbox {

  private static final ProvFactory FACTORY = new org.openprovenance.prov.vanilla.ProvFactory();

  private ProvToolbox() {}

  public static Document readN(String text) {
    return new org.openprovenance.prov.notation.ProvDeserialiser(FACTORY)
        .deserialiseDocument(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  /** ProvToolbox 2 wants the name of a bundle in it too, which the submission does not have. */
  public static Document readJson(String text) {
    ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(text);
    for (Map.Entry<String, JsonNode> bundle : document.path("bundle").properties()) {
      ((ObjectNode) bundle.getValue()).put("@id", bundle.getKey());
    }
    ObjectMapper mapper = new ObjectMapper();
    mapper.setHandlerInstantiator(new Instantiator());
    return new org.openprovenance.prov.core.json.serialization.ProvDeserialiser(mapper)
        .deserialiseDocument(new ByteArrayInputStream(document.toString().getBytes(UTF_8)));
  }

  /** Every statement on a line of its own, in the order of the lines; those of bundles named so. */
  public static SortedSet<String> statements(Document document) {
    SortedSet<String> lines = new TreeSet<>();
    for (StatementOrBundle one : document.getStatementOrBundle()) {
      if (one instanceof Bundle bundle) {
        bundle
            .getStatement()
            .forEach(inner -> lines.add(bundle.getId().getLocalPart() + ": " + line(inner)));
      } else {
        lines.add(line(one));
      }
    }
    return lines;
  }

  /** Without the hash codes that ProvToolbox prints. */
  private static String line(Object statement) {
    return statement.toString().replaceAll("@[0-9a-f]+\\[", "[");
  }

  /** What PROV-CONSTRAINTS forbids, in the document and in each of its bundles. */
  public static List<String> violations(Document document) {
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

  /** ProvToolbox was made for a Jackson that found this class's one constructor by itself. */
  private static final class Instantiator extends HandlerInstantiator {
    @Override
    public @Nullable JsonDeserializer<?> deserializerInstance(
        DeserializationConfig config, Annotated annotated, Class<?> type) {
      return type == CustomAttributeMapDeserializer.class
          ? new CustomAttributeMapDeserializer(config.constructType(Map.class))
          : null;
    }

    @Override
    public @Nullable KeyDeserializer keyDeserializerInstance(
        DeserializationConfig config, Annotated annotated, Class<?> type) {
      return null;
    }

    @Override
    public @Nullable JsonSerializer<?> serializerInstance(
        SerializationConfig config, Annotated annotated, Class<?> type) {
      return null;
    }

    @Override
    public @Nullable TypeResolverBuilder<?> typeResolverBuilderInstance(
        MapperConfig<?> config, Annotated annotated, Class<?> type) {
      return null;
    }

    @Override
    public @Nullable TypeIdResolver typeIdResolverInstance(
        MapperConfig<?> config, Annotated annotated, Class<?> type) {
      return null;
    }
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
