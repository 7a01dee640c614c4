package org.defter.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.defter.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PROJECTORS_KNOW_NO_CLIENT =
      classes()
          .that()
          .haveNameMatching(
              ".*\\.projection\\.(Projector|FactProjection|CorrectionProjection|Values|ValidTimes|Words)")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.defter.core..",
              "org.defter.readmodel.document..",
              "org.defter.query.projection..")
          .andShould()
          .onlyDependOnClassesThat()
          .haveNameNotMatching(".*\\.(BulkWriter|Consumers|ProjectionLoop|Projections)");

  @ArchTest
  static final ArchRule DOCUMENTS_ARE_MADE_OF_THE_CORES_LANGUAGE =
      classes()
          .that()
          .resideInAPackage("org.defter.readmodel.document")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.fasterxml.jackson.annotation..",
              "tools.jackson..",
              "org.defter.core..",
              "org.defter.readmodel.document..");

  @ArchTest
  static final ArchRule ONLY_THE_PROJECTIONS_READ_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.defter.query.projection..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");
}
