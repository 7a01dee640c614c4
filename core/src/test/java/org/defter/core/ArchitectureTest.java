package org.defter.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.defter.core.decision.Refusal;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.ArchiveId;
import org.defter.core.value.Value;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What keeps the core readable: it knows no framework, and every name says what a thing is. */
@AnalyzeClasses(packages = "org.defter.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule KNOWS_NO_FRAMEWORK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.defter.core..",
              "java..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "com.ibm.icu.text..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule ONLY_THE_STORED_FORM_KNOWS_HOW_JSON_IS_READ =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.defter.core.event", "org.defter.core.log..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  /** Dates know only how to say what is wrong; values know of nothing but values and dates. */
  @ArchTest
  static final ArchRule DATES_KNOW_NOTHING_ELSE =
      classes()
          .that()
          .resideInAPackage("org.defter.core.edtf")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.defter.core.edtf",
              "org.defter.core.detail",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule VALUES_KNOW_NO_AGGREGATE =
      noClasses()
          .that()
          .resideInAnyPackage("org.defter.core.id", "org.defter.core.value")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.defter.core",
              "org.defter.core.correction",
              "org.defter.core.decision",
              "org.defter.core.event",
              "org.defter.core.fact",
              "org.defter.core.property",
              "org.defter.core.source",
              "org.defter.core.subject");

  @ArchTest
  static final ArchRule AGGREGATES_MEET_ONLY_IN_FACTS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.defter.core.property", "org.defter.core.source", "org.defter.core.subject")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.defter.core.fact");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl|Dto|DTO|Service)")
          .orShould()
          .resideInAnyPackage("..util..", "..common..", "..helper..", "..dto..", "..impl..");

  @ArchTest
  static final ArchRule EVENTS_AND_COMMANDS_ARE_RECORDS =
      classes()
          .that()
          .implement(ArchiveEvent.class)
          .or()
          .implement(ArchiveCommand.class)
          .or()
          .implement(Value.class)
          .or()
          .implement(ArchiveId.class)
          .or()
          .implement(Refusal.class)
          .and()
          .areNotInterfaces()
          .should()
          .beRecords();

  @ArchTest
  static final ArchRule NOTHING_CHANGES_BEHIND_ONES_BACK =
      classes().that().areNotInterfaces().and().arePublic().should().haveOnlyFinalFields();

  @ArchTest
  static final ArchRule NO_CLASS_IS_LEFT_OPEN =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .arePublic()
          .should(be(describe("final", c -> c.getModifiers().contains(JavaModifier.FINAL))));

  @ArchTest
  static final ArchRule NOTHING_IS_NULL_UNSAID =
      classes()
          .should(
              be(
                  describe(
                      "in a package marked @NullMarked",
                      (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

  @Test
  void aRuleThatMatchesNothingFails() {
    JavaClasses core = new ClassFileImporter().importPackages("org.defter.core");
    ArchRule empty = classes().that().haveSimpleName("NoSuchClass").should().beRecords();

    assertThatThrownBy(() -> empty.check(core))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }
}
