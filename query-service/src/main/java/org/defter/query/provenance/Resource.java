package org.defter.query.provenance;

import static org.defter.query.provenance.Namespace.PROV;
import static org.defter.query.provenance.Namespace.RDFS;
import static org.defter.query.provenance.Namespace.XSD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing with all that is said of it in the words of PROV-O (W3C Recommendation of 30 April 2013).
 *
 * @param name null for one that needs none
 */
record Resource(@Nullable Name name, List<Property> properties) {

  static final Name TYPE =
      new Name(new Namespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), "type");

  /** What is said: another thing by its name, a literal, or a thing described in place. */
  sealed interface Node {}

  record Ref(Name name) implements Node {}

  record Plain(Attribute.Literal literal) implements Node {}

  record Nested(Resource resource) implements Node {}

  record Property(Name predicate, Node object) {}

  private Resource(@Nullable Name name) {
    this(name, new ArrayList<>());
  }

  private void say(Name predicate, Node object) {
    properties.add(new Property(predicate, object));
  }

  /** All that a bundle says, thing by thing. */
  static Collection<Resource> of(Bundle bundle) {
    Map<Name, Resource> all = new LinkedHashMap<>();
    for (Element element : bundle.elements()) {
      Resource resource = at(all, element.id());
      resource.say(TYPE, new Ref(element.kind().type()));
      if (element.ended() != null) {
        resource.say(PROV.name("endedAtTime"), time(element.ended()));
      }
      element.attributes().forEach(resource::attribute);
    }
    bundle.relations().forEach(relation -> at(all, relation.from()).relate(relation));
    return all.values();
  }

  private static Resource at(Map<Name, Resource> all, Name name) {
    return all.computeIfAbsent(name, Resource::new);
  }

  private void attribute(Attribute attribute) {
    Name name = attribute.name();
    if (name.equals(Attribute.TYPE) && attribute.value() instanceof Name type) {
      say(TYPE, new Ref(type));
    } else if (name.equals(Attribute.LABEL)) {
      say(RDFS.name("label"), node(attribute.value()));
    } else if (name.equals(Attribute.ROLE)) {
      say(PROV.name("hadRole"), node(attribute.value()));
    } else if (name.equals(Attribute.LOCATION)) {
      say(PROV.name("atLocation"), node(attribute.value()));
    } else {
      say(name, node(attribute.value()));
    }
  }

  private static Node node(Attribute.Value value) {
    return switch (value) {
      case Name name -> new Ref(name);
      case Attribute.Literal literal -> new Plain(literal);
    };
  }

  private void relate(Relation relation) {
    if (relation.to() != null) {
      say(predicate(relation), new Ref(relation.to()));
    }
    if (relation.at() != null) {
      String shortcut =
          relation.kind() == Relation.Kind.GENERATION ? "generatedAtTime" : "invalidatedAtTime";
      say(PROV.name(shortcut), time(relation.at()));
    }
    if (relation.activity() != null
        || (relation.kind() == Relation.Kind.ASSOCIATION && !relation.attributes().isEmpty())) {
      qualify(relation);
    }
  }

  /** Revisions and quotations are derivations with a name of their own. */
  private static Name predicate(Relation relation) {
    if (relation.is(Terms.REVISION)) {
      return PROV.name("wasRevisionOf");
    }
    return relation.is(Terms.QUOTATION)
        ? PROV.name("wasQuotedFrom")
        : PROV.name(relation.kind().word());
  }

  /** Says what takes more than one triple (PROV-O, section 3.3). */
  private void qualify(Relation relation) {
    String kind =
        switch (relation.kind()) {
          case DERIVATION -> relation.is(Terms.REVISION) ? "Revision" : "Derivation";
          case DELEGATION -> "Delegation";
          case ASSOCIATION -> "Association";
          default -> throw new IllegalStateException(relation + " is never qualified");
        };
    Resource qualified = new Resource(null);
    qualified.say(TYPE, new Ref(PROV.name(kind)));
    if (relation.to() != null) {
      String other = relation.kind() == Relation.Kind.DERIVATION ? "entity" : "agent";
      qualified.say(PROV.name(other), new Ref(relation.to()));
    }
    if (relation.activity() != null) {
      qualified.say(PROV.name("hadActivity"), new Ref(relation.activity()));
    }
    relation.attributes().stream()
        .filter(one -> !one.name().equals(Attribute.TYPE))
        .forEach(qualified::attribute);
    say(PROV.name("qualified" + kind), new Nested(qualified));
  }

  private static Node time(Instant time) {
    return new Plain(new Attribute.Literal(time.toString(), XSD.name("dateTime"), null));
  }
}
