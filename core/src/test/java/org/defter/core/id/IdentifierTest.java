package org.defter.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  static List<ArchiveId> everyKind() {
    return List.of(
        new FactId("S012"),
        new PropertyId("held-in"),
        new SourceId("a.b_c"),
        new SubjectId("0198f1d4-7c1e-7000-8000-000000000000"));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void readsBackItsQualifiedName(ArchiveId id) {
    assertThat(id.qualified()).isEqualTo(id.kind() + "/" + id.value());
    assertThat(ArchiveId.parse(id.qualified())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "S012", "/S012", "book/S012", "Fact/S012", "fact/", "fact/a/b"})
  void refusesANameOfNothing(String qualified) {
    assertThatThrownBy(() -> ArchiveId.parse(qualified)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".", "..", "_a", "a/b", "a b", "a%2Fb", "é", "а", "a\n", "a:b"})
  void refusesWhatIsNoIdentifier(String text) {
    refuses("fact", () -> new FactId(text));
    refuses("property", () -> new PropertyId(text));
    refuses("source", () -> new SourceId(text));
    refuses("subject", () -> new SubjectId(text));
  }

  @Test
  void takesUpTo128Characters() {
    assertThat(new FactId("a".repeat(128)).value()).hasSize(128);
    refuses("fact", () -> new FactId("a".repeat(129)));
  }

  @Test
  void anActorsIdMayBeAnAddress() {
    assertThat(new Actor("anna@example.org", null, "archivist").id()).isEqualTo("anna@example.org");
  }

  @Test
  void refusesAnActorThatCannotBeNamedForEver() {
    refuses("actor.id", () -> new Actor("anna berg", null, "archivist"));
    refuses("actor.id", () -> new Actor("@anna", null, "archivist"));
    refuses("actor.role", () -> new Actor("anna", null, "chief archivist"));
    refuses("actor.name", () -> new Actor("anna", "Anna\u0000", "archivist"));
  }

  private static void refuses(String field, ThrowingCallable construction) {
    assertThatThrownBy(construction)
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
  }
}
