package org.defter.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.defter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** So that moving to another version of Axon touches these, and nothing else. */
  @ArchTest
  static final ArchRule AXON_STAYS_BEHIND_ITS_SEAM =
      noClasses()
          .that()
          .resideInAPackage("org.defter..")
          .and()
          .resideOutsideOfPackages(
              "org.defter.ingest.store..",
              "org.defter.ingest.command..",
              "org.defter.ingest.publish..")
          .and()
          .haveSimpleNameNotEndingWith("Aggregate")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.axonframework..");

  @ArchTest
  static final ArchRule ONLY_THE_PUBLISHER_WRITES_TO_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.defter.ingest.publish..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka.clients.producer..");

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("org.defter.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.defter.query..", "org.defter.localstack..", "org.defter.analysis..");

  @ArchTest
  static final ArchRule CONTROLLERS_AND_AGGREGATES_ARE_NOBODY_ELSES_BUSINESS =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .or()
          .haveSimpleNameEndingWith("Aggregate")
          .should()
          .bePackagePrivate();
}
