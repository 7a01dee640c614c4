package org.defter.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.defter.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ONLY_THE_PROJECTIONS_READ_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.defter.query.projection..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");
}
