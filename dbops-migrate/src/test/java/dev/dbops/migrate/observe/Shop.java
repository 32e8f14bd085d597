package dev.dbops.migrate.observe;

import dev.dbops.migrate.catalog.ObjectName;
import dev.dbops.migrate.scratch.ScratchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/** The schema of {@code observe/shop.sql}. */
final class Shop {
  static final ObjectName CUSTOMERS = new ObjectName("public", "customers");
  static final ObjectName ORDERS = new ObjectName("public", "orders");
  static final ObjectName ORDER_IDS = new ObjectName("public", "order_ids");
  static final ObjectName EVENTS = new ObjectName("public", "events");
  static final ObjectName EVENTS_1 = new ObjectName("public", "events_1");
  static final ObjectName EVENTS_2 = new ObjectName("public", "events_2");

  private Shop() {}

  static LockRecorder recorder(ScratchDatabase db) throws SQLException {
    try (InputStream sql = Shop.class.getResourceAsStream("/observe/shop.sql")) {
      db.execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
      return LockRecorder.on(db.dataSource());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
