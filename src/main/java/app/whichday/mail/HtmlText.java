package app.whichday.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * HTML as a person reads it in a plain window: paragraphs, lists, table rows as lines, quotations behind {@code >}. Nothing
 * is fetched and nothing hidden is shown.
 */
final class HtmlText {
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "head",
            "title",
            "template",
            "object",
            "svg",
            "math",
            "noscript",
            "iframe",
            "select",
            "button",
            "textarea",
            "video",
            "audio",
            "map");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre");
    private static final Set<String> LINES = Set.of(
            "div",
            "li",
            "tr",
            "blockquote",
            "dt",
            "dd",
            "dl",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "center",
            "form",
            "fieldset",
            "figure",
            "body",
            "hr",
            "caption",
            "main",
            "nav",
            "aside");
    private static final int MAX_DEPTH = 30;
    private static final String RULE = "________________________________";

    private HtmlText() {}

    static String of(String html) {
        Writer writer = new Writer();
        NodeTraversor.traverse(new Walk(writer), Jsoup.parse(html));
        return writer.text();
    }

    private static final class Walk implements NodeVisitor {
        private final Writer writer;
        /** The outermost dropped element that is open. */
        private @Nullable Node dropped;

        private int preformatted;

        Walk(Writer writer) {
            this.writer = writer;
        }

        @Override
        public void head(Node node, int depth) {
            if (dropped != null) {
                return;
            }
            if (node instanceof TextNode text) {
                writer.write(text.getWholeText(), preformatted > 0);
            } else if (node instanceof Element element) {
                if (DROPPED.contains(element.normalName()) || hidden(element)) {
                    dropped = node;
                } else {
                    begin(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (dropped == node) {
                dropped = null;
            } else if (dropped == null && node instanceof Element element) {
                end(element);
            }
        }

        private void begin(Element element) {
            String name = element.normalName();
            if (LINES.contains(name) || PARAGRAPHS.contains(name)) {
                writer.breakLines(spaced(element) ? 2 : 1);
            }
            switch (name) {
                case "br" -> writer.newLine();
                case "hr" -> writer.write(RULE, false);
                case "blockquote" -> writer.quote(1);
                case "pre" -> preformatted++;
                case "li" -> writer.write(bullet(element), true);
                case "td", "th" -> {
                    if (element.previousElementSibling() != null) {
                        writer.cell();
                    }
                }
                default -> {}
            }
        }

        private void end(Element element) {
            String name = element.normalName();
            if (name.equals("blockquote")) {
                writer.breakLines(1);
                writer.quote(-1);
            } else if (name.equals("pre")) {
                preformatted--;
            }
            if (LINES.contains(name) || PARAGRAPHS.contains(name)) {
                writer.breakLines(spaced(element) ? 2 : 1);
            }
        }

        /** Word gives each line a paragraph of its own without a margin. */
        private static boolean spaced(Element element) {
            return PARAGRAPHS.contains(element.normalName())
                    && !element.className().startsWith("Mso")
                    && !nested(element);
        }

        private static boolean nested(Element element) {
            Element parent = element.parent();
            String name = parent == null ? "" : parent.normalName();
            return name.equals("td") || name.equals("th") || name.equals("li");
        }

        private static String bullet(Element item) {
            Element list = item.parent();
            if (list != null && list.normalName().equals("ol")) {
                return item.elementSiblingIndex() + 1 + ". ";
            }
            return "- ";
        }

        private static boolean hidden(Element element) {
            if (element.hasAttr("hidden")) {
                return true;
            }
            String style = element.attr("style");
            if (style.isEmpty()) {
                return false;
            }
            String compact = style.toLowerCase(Locale.ROOT).replace(" ", "");
            return compact.contains("display:none")
                    || compact.contains("visibility:hidden")
                    || compact.contains("mso-hide:all")
                    || compact.contains("font-size:0;")
                    || compact.endsWith("font-size:0")
                    || compact.contains("font-size:0px");
        }
    }

    /** Collapses white space and puts line breaks and quote prefixes where they are due. */
    private static final class Writer {
        private final StringBuilder out = new StringBuilder();
        private int depth;
        private int breaks;
        private boolean lineEmpty = true;
        private boolean space;

        void quote(int change) {
            depth = Math.max(0, depth + change);
        }

        /** At least this many line breaks before what comes next. */
        void breakLines(int count) {
            if (!lineEmpty || count > 1) {
                breaks = Math.max(breaks, count);
            }
        }

        void newLine() {
            if (breaks > 0) {
                // A break right after a block's end is an empty line of its own
                breaks = Math.max(breaks, 2);
                return;
            }
            flushBreaks();
            out.append('\n');
            lineEmpty = true;
            space = false;
        }

        void cell() {
            if (breaks == 0 && !lineEmpty) {
                out.append('\t');
                space = false;
            }
        }

        void write(String text, boolean keep) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (invisible(c)) {
                    continue;
                }
                if (keep && c == '\n') {
                    newLine();
                } else if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u007f' || c < ' ') {
                    if (keep && !(lineEmpty && c == '\r')) {
                        put(' ');
                    } else {
                        space = true;
                    }
                } else {
                    put(c);
                }
            }
        }

        private void put(char c) {
            flushBreaks();
            if (lineEmpty) {
                if (depth > 0) {
                    out.repeat('>', Math.min(depth, MAX_DEPTH)).append(' ');
                }
            } else if (space && out.charAt(out.length() - 1) != '\t') {
                out.append(' ');
            }
            space = false;
            out.append(c);
            lineEmpty = false;
        }

        private void flushBreaks() {
            if (breaks > 0 && !out.isEmpty()) {
                if (!lineEmpty) {
                    out.append('\n');
                    breaks--;
                }
                boolean blankAbove = out.length() > 1 && out.charAt(out.length() - 2) == '\n';
                if (breaks > 0 && !blankAbove) {
                    out.append('\n');
                }
                lineEmpty = true;
                space = false;
            }
            breaks = 0;
        }

        /** Zero-width characters, by which newsletters pad their preview lines. */
        private static boolean invisible(char c) {
            return c == '\u200b' || c == '\u200c' || c == '\u2060' || c == '\ufeff' || c == '\u00ad' || c == '\u034f';
        }

        String text() {
            return out.append(lineEmpty ? "" : "\n").toString();
        }
    }
}
