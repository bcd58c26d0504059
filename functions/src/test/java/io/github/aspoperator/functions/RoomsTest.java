package io.github.aspoperator.functions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom in the home on AWS; see docs/architecture.md, "Rooms". */
@AnalyzeClasses(
    packages = "io.github.aspoperator",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

  private RoomsTest() {}

  private static final String BASE = "io.github.aspoperator.";

  @ArchTest
  static final ArchRule THE_ADAPTERS_DO_NOT_KNOW_THE_FUNCTIONS =
      noClasses()
          .that()
          .resideInAPackage(BASE + "aws..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "functions..", "com.amazonaws..");

  @ArchTest
  static final ArchRule NOTHING_THAT_IS_DEPLOYED_KNOWS_A_TEST_BED =
      noClasses()
          .that()
          .resideInAnyPackage(BASE + "functions..", BASE + "aws..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              BASE + "bed..", BASE + "simulation..", BASE + "testkit..", BASE + "local..");

  @ArchTest
  static final ArchRule THE_TABLES_KNOW_NO_QUEUE_AND_NO_GATEWAY =
      noClasses()
          .that()
          .resideInAPackage(BASE + "aws.dynamo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "aws.queue..", BASE + "aws.gateway..", BASE + "aws.secret..");

  @ArchTest
  static final ArchRule ONLY_DYNAMO_ITSELF_CALLS_ITS_CLIENT =
      noClasses()
          .that()
          .resideInAPackage(BASE + "aws.dynamo..")
          .and()
          .doNotHaveSimpleName("Dynamo")
          .should()
          .dependOnClassesThat()
          .haveSimpleName("DynamoDbClient");

  @ArchTest
  static final ArchRule THE_ADAPTERS_ARE_TOLD_THEIR_ENVIRONMENT =
      noClasses()
          .that()
          .resideInAPackage(BASE + "aws..")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule HANDLERS_OF_ONE_KIND_KNOW_NOTHING_OF_THE_OTHERS =
      slices().matching(BASE + "functions.(http|socket|work)..").should().notDependOnEachOther();
}
