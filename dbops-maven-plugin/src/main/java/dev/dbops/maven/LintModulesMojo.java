package dev.dbops.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lints each module of a build, to be called by name: {@code mvn dbops:lint-modules}. It needs a
 * project, unlike {@code dbops:lint}, and Maven therefore runs it in every module. Modules that
 * name no changelog are passed over, and so are those of packaging {@code pom}, whose parameters
 * are there to be inherited.
 */
@Mojo(
    name = "lint-modules",
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class LintModulesMojo extends LintMojo {
  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (project().filter(each -> each.getPackaging().equals("pom")).isPresent()) {
      getLog().info("A project of packaging pom is passed over");
    } else if (namesChangelog()) {
      super.execute();
    } else {
      getLog().info("Passed over: no changelog is named (changeLogFile)");
    }
  }
}
