package anxin.messaging.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A page that a stranger sent: as text, and as the little of HTML that does nothing. No script, no
 * style, no form, and no picture from elsewhere, which would tell its sender that it was read.
 */
final class SafeHtml {

    private static final int LONGEST = 300_000;

    private static final Safelist HARMLESS =
            Safelist.relaxed()
                    .removeTags("img")
                    .removeProtocols("a", "href", "ftp")
                    .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                    .addEnforcedAttribute("a", "target", "_blank");

    private static final Set<String> LINES =
            Set.of(
                    "br",
                    "p",
                    "div",
                    "tr",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "blockquote",
                    "pre",
                    "ul",
                    "ol",
                    "hr",
                    "section",
                    "article");

    private SafeHtml() {}

    /** Null for a page of unreasonable size. */
    static @Nullable String of(String html) {
        if (html.length() > LONGEST) {
            return null;
        }
        var clean = new Cleaner(HARMLESS).clean(seen(html));
        clean.outputSettings().prettyPrint(false);
        return clean.body().html().strip();
    }

    static String text(String html) {
        var text = new StringBuilder();
        seen(html.length() > LONGEST ? html.substring(0, LONGEST) : html)
                .body()
                .traverse(
                        new NodeVisitor() {
                            @Override
                            public void head(Node node, int depth) {
                                if (node instanceof TextNode words) {
                                    append(text, words.getWholeText());
                                } else if (breaksLine(node)) {
                                    newLine(text);
                                }
                            }

                            @Override
                            public void tail(Node node, int depth) {
                                if (breaksLine(node) && !node.nodeName().equals("br")) {
                                    newLine(text);
                                }
                            }
                        });
        return text.toString()
                .replaceAll("[ \\u00a0]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** Without what its reader would not see either. */
    private static Document seen(String html) {
        var page = Jsoup.parse(html);
        page.select("script, style, head, title, template, noscript, iframe, object").remove();
        page.getElementsByAttributeValueMatching("style", "(?i)display\\s*:\\s*none")
                .forEach(Element::remove);
        return page;
    }

    private static boolean breaksLine(Node node) {
        return LINES.contains(node.nodeName());
    }

    private static void append(StringBuilder text, String words) {
        var line = words.replaceAll("[\\s\\u00a0]+", " ");
        var fresh = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(fresh ? line.stripLeading() : line);
    }

    private static void newLine(StringBuilder text) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }
}
