package dev.dbops.migrate.report;

/** What may stand in XML 1.0. */
final class XmlCharacters {
  private XmlCharacters() {}

  /** Text without most control characters and halves of surrogate pairs, which have no place. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(
            each ->
                each == '\n'
                        || each == '\t'
                        || (each >= 0x20 && each < 0xD800)
                        || (each > 0xDFFF && each < 0xFFFE)
                        || each > 0xFFFF
                    ? each
                    : '\uFFFD')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
