package anxin.knowledge.articles;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The little of Markdown that an answer needs: headings, lists, bold, code, links. Everything else
 * is text: what somebody typed as HTML is shown as they typed it and does nothing.
 */
public final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(#{1,3})\\s+(.+)");
    private static final Pattern BULLET = Pattern.compile("[-*•]\\s+(.+)");
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[.)、]\\s*(.+)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Only what leads to a page or a letter; never a script. */
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]]+)]\\(((?:https?://|mailto:|/(?!/))[^\\s()\"']+)\\)");

    private static final Pattern MARKS = Pattern.compile("\\*\\*|`|^#{1,3}\\s+|^[-*•]\\s+");

    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    private String list = "";

    private Markdown() {}

    public static String html(String text) {
        var markdown = new Markdown();
        text.strip().lines().forEach(line -> markdown.line(line.strip()));
        markdown.endParagraph();
        markdown.into("");
        return markdown.html.toString();
    }

    /** The same without its marks, on one line. */
    public static String plain(String text) {
        var plain = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(
                        line -> {
                            var bare = LINK.matcher(line).replaceAll("$1");
                            plain.append(MARKS.matcher(bare).replaceAll("")).append(' ');
                        });
        return plain.toString().strip();
    }

    private void line(String line) {
        var heading = HEADING.matcher(line);
        var bullet = BULLET.matcher(line);
        var numbered = NUMBERED.matcher(line);
        if (line.isEmpty()) {
            endParagraph();
            into("");
        } else if (heading.matches()) {
            endParagraph();
            into("");
            int level = heading.group(1).length() + 1;
            html.append("<h%d>%s</h%d>".formatted(level, inline(heading.group(2)), level));
        } else if (bullet.matches()) {
            item("ul", bullet.group(1));
        } else if (numbered.matches()) {
            item("ol", numbered.group(1));
        } else {
            into("");
            paragraph.add(inline(line));
        }
    }

    private void item(String kind, String text) {
        endParagraph();
        into(kind);
        html.append("<li>").append(inline(text)).append("</li>");
    }

    private void into(String kind) {
        if (!list.equals(kind)) {
            html.append(list.isEmpty() ? "" : "</" + list + ">");
            html.append(kind.isEmpty() ? "" : "<" + kind + ">");
            list = kind;
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            html.append("<p>").append(String.join("<br>", paragraph)).append("</p>");
            paragraph.clear();
        }
    }

    private static String inline(String text) {
        var safe = HtmlUtils.htmlEscape(text, "UTF-8");
        safe = CODE.matcher(safe).replaceAll("<code>$1</code>");
        safe = BOLD.matcher(safe).replaceAll("<strong>$1</strong>");
        return LINK.matcher(safe)
                .replaceAll("<a href=\"$2\" rel=\"nofollow noopener noreferrer\">$1</a>");
    }
}
