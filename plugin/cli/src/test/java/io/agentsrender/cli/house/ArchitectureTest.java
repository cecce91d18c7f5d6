package io.agentsrender.cli.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;

@AnalyzeClasses(packages = "io.agentsrender", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Bottom to top. A module knows those before it, and none after it. */
  private static final List<String> MODULES =
      List.of(
          "source",
          "yaml",
          "gotemplate",
          "manifest",
          "helm",
          "kustomize",
          "policy",
          "gitops",
          "fetch",
          "render",
          "check",
          "server",
          "cli");

  private static final List<String> CORE = MODULES.subList(0, MODULES.indexOf("server"));

  @ArchTest static final ArchRule modules_depend_downwards_only = downwards();

  @ArchTest
  static final ArchRule kustomize_and_policy_do_not_know_helm =
      noClasses()
          .that()
          .resideInAnyPackage("io.agentsrender.kustomize..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.agentsrender.helm..", "io.agentsrender.gotemplate..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("io.agentsrender.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_core_neither_prints_nor_logs_nor_exits =
      noClasses()
          .that(resideInAnyPackage(packages(CORE)))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .dependOnClassesThat(
              resideInAnyPackage("org.slf4j..", "java.util.logging..", "ch.qos.logback.."));

  @ArchTest
  static final ArchRule no_process_is_started =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.ProcessBuilder")
          .orShould()
          .callMethod(Runtime.class, "exec", String.class)
          .orShould()
          .callMethod(Runtime.class, "exec", String[].class);

  @ArchTest
  static final ArchRule only_fetch_and_the_front_ends_open_connections =
      noClasses()
          .that(
              resideInAnyPackage(packages(CORE))
                  .and(
                      com.tngtech.archunit.base.DescribedPredicate.not(
                          resideInAPackage("io.agentsrender.fetch.."))))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.Socket")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "org.eclipse.jgit..", "io.grpc..", "io.netty..");

  private static ArchRule downwards() {
    List<ArchRule> rules = new ArrayList<>();
    for (int i = 0; i < MODULES.size() - 1; i++) {
      rules.add(
          noClasses()
              .that()
              .resideInAPackage("io.agentsrender." + MODULES.get(i) + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(packages(MODULES.subList(i + 1, MODULES.size())))
              .allowEmptyShould(true));
    }
    return CompositeArchRule.of(rules);
  }

  private static String[] packages(List<String> modules) {
    return modules.stream()
        .map(module -> "io.agentsrender." + module + "..")
        .toArray(String[]::new);
  }
}
