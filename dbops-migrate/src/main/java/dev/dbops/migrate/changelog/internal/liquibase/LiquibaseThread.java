package dev.dbops.migrate.changelog.internal.liquibase;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import liquibase.Scope;
import liquibase.SingletonScopeManager;

/**
 * Calls Liquibase apart from the application's own use of it. Liquibase keeps its state in the
 * current thread and in what that thread inherited: a thread of our own, with a state of its own,
 * neither sees the state of the caller nor leaves anything in it.
 */
final class LiquibaseThread {
  private LiquibaseThread() {}

  /**
   * Waits for the call to end; an interruption of the waiting thread is kept for later.
   *
   * @throws ExecutionException with what the call throws, errors of the virtual machine excepted
   */
  static <T> T call(Callable<T> call) throws ExecutionException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              Scope.setScopeManager(new SingletonScopeManager());
              return call.call();
            });
    Thread thread = new Thread(task, "dbops-liquibase");
    thread.setDaemon(true);
    // Liquibase looks for its parts by this class loader, and shares some of them in the JVM.
    thread.setContextClassLoader(new LiquibaseClassPath(Scope.class.getClassLoader()));
    thread.start();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VirtualMachineError error) {
        throw error;
      }
      throw e;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
