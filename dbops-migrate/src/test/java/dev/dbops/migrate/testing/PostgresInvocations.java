package dev.dbops.migrate.testing;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a {@link PostgresTest} on each selected server. */
final class PostgresInvocations implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    PostgresTest test = context.getRequiredTestMethod().getAnnotation(PostgresTest.class);
    return Postgres.majors().stream().map(major -> new Invocation(major, test));
  }

  private record Invocation(int major, PostgresTest test) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return "PostgreSQL " + major;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new SupportedOnly(major, test), new FreshDatabase(major));
    }
  }

  private record SupportedOnly(int major, PostgresTest test) implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return test.from() <= major && major <= test.to()
          ? ConditionEvaluationResult.enabled("PostgreSQL " + major + " has it")
          : ConditionEvaluationResult.disabled("PostgreSQL " + major + " does not have it");
    }
  }

  private static final class FreshDatabase implements ParameterResolver, AfterEachCallback {
    private final int major;
    private @Nullable ScratchDatabase database;

    FreshDatabase(int major) {
      this.major = major;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ScratchDatabase.class;
    }

    @Override
    public ScratchDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
      ScratchDatabase created = Postgres.major(major).create();
      database = created;
      return created;
    }

    @Override
    public void afterEach(ExtensionContext context) {
      if (database != null) {
        database.close();
      }
    }
  }
}
