package dev.dbops.migrate.sql;

/**
 * How far a function's result may change between calls.
 *
 * @see <a href="https://www.postgresql.org/docs/current/xfunc-volatility.html">Function Volatility
 *     Categories</a>
 */
public enum Volatility {
  IMMUTABLE,
  STABLE,
  VOLATILE
}
