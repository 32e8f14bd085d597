package dev.dbops.migrate.report;

import java.io.IOException;

/** The frame of a page that needs nothing else: no script, no font, no network. */
final class HtmlPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --soft: #8881; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin-top: 2.5rem; overflow-wrap: anywhere; }
      article { border: 1px solid var(--line); border-left: .4rem solid; border-radius: .4rem; padding: .8rem 1rem; margin: 1rem 0; }
      .error { border-left-color: #c62828; } .warning { border-left-color: #ef8f00; } .info { border-left-color: #1976d2; }
      .severity { font-weight: 600; } .place, .lock { color: #777; font-size: .9rem; overflow-wrap: anywhere; }
      pre { background: var(--soft); padding: .7rem; overflow-x: auto; border-radius: .3rem; font-size: .85rem; }
      table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: .8rem 0; font-size: .85rem; }
      th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      th:first-child { width: 20%; } td { font-family: ui-monospace, monospace; white-space: pre-wrap; }
      """;

  private HtmlPage() {}

  /** All up to the first paragraph. */
  static void begin(String title, String heading, Appendable out) throws IOException {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escaped(heading))
        .append("</h1>\n");
  }

  static void end(Appendable out) throws IOException {
    out.append("</body>\n</html>\n");
  }

  /** A text as it stands between tags and in attributes. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
