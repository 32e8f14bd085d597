package dev.dbops.migrate.changelog;

import dev.dbops.migrate.error.DbopsException;

/**
 * A part of the input that could not be read; the rest was.
 *
 * @param span where; the start of the file when nothing more is known
 * @param message what happened and to which object, as a sentence without a final stop
 * @param remedy what to do, as a sentence without a final stop
 */
public record ReadProblem(SourceSpan span, String message, String remedy) {
  /** What happened and what to do, in two sentences. */
  public String inWords() {
    return DbopsException.inWords(message, remedy);
  }
}
