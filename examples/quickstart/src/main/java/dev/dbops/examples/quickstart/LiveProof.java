package dev.dbops.examples.quickstart;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.observe.LockRecorder;
import dev.dbops.migrate.observe.Observation;
import dev.dbops.migrate.observe.ObservedLock;
import dev.dbops.migrate.observe.ObservedTransaction;
import dev.dbops.migrate.scratch.EmbeddedProvider;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.scratch.ScratchServer;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs statements of the changelog on a live server and shows from a second session who has to
 * wait.
 */
final class LiveProof {
  private static final String SHOP =
      """
      CREATE TABLE customers (id bigint PRIMARY KEY, email text);
      CREATE TABLE orders (
        id bigint PRIMARY KEY,
        customer_id bigint,
        invoice_number integer,
        amount numeric(10, 2),
        note text
      );
      INSERT INTO customers SELECT i FROM generate_series(1, 1000) AS i;
      INSERT INTO orders SELECT i, i % 1000 + 1, i, i FROM generate_series(1, 100000) AS i;
      """;

  private static final ObjectName ORDERS = new ObjectName("public", "orders");

  private LiveProof() {}

  static void show(PrintStream out) {
    try (ScratchServer server = EmbeddedProvider.fromClassPath().start();
        ScratchDatabase database = server.create();
        LockRecorder recorder = LockRecorder.on(database.dataSource())) {
      out.println("   " + database.description());
      out.println();
      recorder.run(SHOP);
      show(recorder, "CREATE INDEX orders_by_customer ON orders (customer_id)", out);
      show(recorder, "ALTER TABLE orders ALTER COLUMN invoice_number TYPE bigint", out);
    }
  }

  private static void show(LockRecorder recorder, String statement, PrintStream out) {
    try (ObservedTransaction transaction = recorder.begin()) {
      Observation observation = transaction.observe(statement);
      out.println("   " + statement);
      observation.held().stream()
          .filter(lock -> lock.relation().equals(ORDERS))
          .map(ObservedLock::mode)
          .max(LockMode::compareTo)
          .ifPresent(mode -> out.println("     holds   " + mode.sql() + " on orders"));
      print(out, "rewrote", observation.rewritten());
      print(out, "read", observation.scanned());
      out.println("     SELECT  " + waits(transaction.stopsReading(ORDERS)));
      out.println("     INSERT  " + waits(transaction.stopsWriting(ORDERS)));
      out.println();
    }
  }

  private static void print(PrintStream out, String what, Set<ObjectName> tables) {
    if (!tables.isEmpty()) {
      TreeSet<String> names = new TreeSet<>();
      tables.forEach(table -> names.add(table.name()));
      out.printf("     %-7s every row of %s%n", what, String.join(", ", names));
    }
  }

  private static String waits(boolean stopped) {
    return stopped ? "waits until it is done" : "goes through";
  }
}
