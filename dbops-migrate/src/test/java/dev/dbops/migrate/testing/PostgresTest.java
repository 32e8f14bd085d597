package dev.dbops.migrate.testing;

import dev.dbops.migrate.scratch.ScratchDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on each selected server. It may take a {@link ScratchDatabase}: fresh for
 * each run, dropped after it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(PostgresInvocations.class)
public @interface PostgresTest {
  /** The first major version that has what is tested; on older ones the test is skipped. */
  int from() default 10;

  /** The last major version that has what is tested; on newer ones the test is skipped. */
  int to() default Integer.MAX_VALUE;
}
