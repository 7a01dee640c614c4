package org.defter.ingest.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.defter.core.detail.Detail;
import org.defter.core.id.PropertyId;
import org.defter.core.property.Property;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * Finds the property each name of the table stands for, and makes those that are missing.
 *
 * <p>A property is called by the {@link Slug} of its name. When that one takes another kind of
 * value, as {@code adopted} can be a date or a text, there is a further one with the kind added:
 * {@code adopted-text}. Which of the two gets the plain name is settled by who comes first, in the
 * archive or in the table, and stays so.
 *
 * <p>What it keeps grows with the number of names, not of rows.
 */
final class Vocabulary {

  /**
   * The property a name stands for.
   *
   * @param warning that it is not the one called so; null when it is
   */
  record Resolved(PropertyId id, @Nullable Detail warning) {}

  private final Function<PropertyId, @Nullable Property> archive;
  private final Map<PropertyId, Datatype> known = new HashMap<>();
  private final Map<PropertyId, PropertyDefinition> missing = new HashMap<>();

  /**
   * @param archive the property of this id; null when it is not defined
   */
  Vocabulary(Function<PropertyId, @Nullable Property> archive) {
    this.archive = archive;
  }

  /**
   * Resolves a name.
   *
   * @param column the column it stands in
   * @throws BadCell when both the plain and the further property take another kind of value
   */
  Resolved resolve(String column, Term term) {
    Datatype datatype = term.value().datatype();
    PropertyId plain = new PropertyId(Slug.of(term.name()));
    if (fits(plain, term)) {
      return new Resolved(plain, null);
    }
    PropertyId further = new PropertyId(plain.value() + "-" + datatype.word());
    if (!fits(further, term)) {
      throw new BadCell(
          column, Detail.of("ingest.row.no-property-fits", plain.value(), further.value()));
    }
    return new Resolved(
        further,
        Detail.of(
            "ingest.row.further-property",
            plain.value(),
            word(known.get(plain)),
            further.value(),
            word(datatype),
            term.name()));
  }

  private static String word(@Nullable Datatype datatype) {
    return datatype == null ? "value" : datatype.word();
  }

  private boolean fits(PropertyId id, Term term) {
    return known.computeIfAbsent(id, _ -> datatypeOf(id, term)) == term.value().datatype();
  }

  private Datatype datatypeOf(PropertyId id, Term term) {
    Property property = archive.apply(id);
    if (property != null) {
      return property.definition().datatype();
    }
    LanguageTag language =
        Slug.isAscii(term.name()) ? new LanguageTag("en") : LanguageTag.UNDETERMINED;
    Datatype datatype = term.value().datatype();
    missing.put(
        id,
        new PropertyDefinition(List.of(new Label(term.name(), language)), datatype, false, null));
    return datatype;
  }

  /** The command that makes a property; null when there is nothing to make. */
  @Nullable DefineProperty definition(PropertyId id) {
    PropertyDefinition definition = missing.get(id);
    return definition == null ? null : new DefineProperty(id, definition);
  }

  /** Takes note that a property exists now. */
  void defined(PropertyId id) {
    missing.remove(id);
  }
}
