package anxin.knowledge.help;

import anxin.commerce.Shop;
import anxin.kernel.Text;
import anxin.knowledge.articles.Markdown;
import anxin.knowledge.search.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The HTML of a shop's help in one language. Whatever was written elsewhere is escaped here. */
final class HelpPages {

    private static final Text TITLE = Text.of("帮助中心", "Help");
    private static final Text SEARCH = Text.of("搜索", "Search");
    private static final Text ASK = Text.of("输入您的问题", "What would you like to know?");
    private static final Text POLICY = Text.of("售后规则", "Returns and refunds");
    private static final Text ARTICLES = Text.of("常见问题", "Questions and answers");
    private static final Text RESULTS = Text.of("的搜索结果", ": what we found");
    private static final Text NOTHING =
            Text.of(
                    "没有找到能回答这个问题的内容，请换个说法，或联系客服。",
                    "Nothing here answers that. Try other words, or write to us.");
    private static final Text RELATED = Text.of("相关问题", "Related");
    private static final Text HELPED = Text.of("这篇内容有帮助吗？", "Did this help?");
    private static final Text YES = Text.of("有帮助", "Yes");
    private static final Text NO = Text.of("没有", "No");
    private static final Text THANKS = Text.of("谢谢，我们已记录。", "Thank you; we have taken it down.");
    private static final Text BASIS = Text.of("依据：", "Basis: ");

    private static final Map<String, String> NAMES =
            Map.of(
                    "zh",
                    "中文",
                    "en",
                    "English",
                    "ja",
                    "日本語",
                    "es",
                    "Español",
                    "th",
                    "ไทย",
                    "vi",
                    "Tiếng Việt",
                    "id",
                    "Bahasa Indonesia",
                    "ms",
                    "Bahasa Melayu",
                    "tl",
                    "Tagalog");

    private static final String STYLE =
            "body{margin:0;font:16px/1.7 system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif;"
                    + "color:#1f2328;background:#f6f7f9}"
                    + "main,header div,footer{max-width:760px;margin:0 auto;padding:0 16px}"
                    + "header{background:#fff;border-bottom:1px solid #e3e6ea}"
                    + "header div{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;padding:12px 16px}"
                    + "header a{color:inherit;font-weight:600;text-decoration:none}"
                    + "header nav{margin-left:auto}header nav a{font-weight:400;margin-left:12px;color:#0b5cad}"
                    + "form.search{display:flex;gap:8px;margin:24px 0}"
                    + "input{flex:1;min-width:0;font:inherit;padding:10px 12px;border:1px solid #8a929c;border-radius:8px}"
                    + "button{font:inherit;padding:10px 18px;border:1px solid #0b5cad;border-radius:8px;"
                    + "background:#0b5cad;color:#fff;cursor:pointer}"
                    + "button.plain{background:#fff;color:#0b5cad}"
                    + "article,section{background:#fff;border:1px solid #e3e6ea;border-radius:12px;"
                    + "padding:8px 20px;margin:16px 0}"
                    + "h1{font-size:1.5rem;line-height:1.35}h2{font-size:1.1rem}a{color:#0b5cad}"
                    + "ul.list{list-style:none;padding:0;margin:0}"
                    + "ul.list li{border-top:1px solid #eef0f2;padding:10px 0}ul.list li:first-child{border:0}"
                    + "small{color:#57606a}footer{padding:24px 16px;color:#57606a}"
                    + ".vote{display:flex;gap:8px;align-items:center;flex-wrap:wrap;padding-bottom:12px}";

    private final String house;
    private final Shop shop;
    private final String language;
    private final List<String> languages;

    HelpPages(String house, Shop shop, String language, List<String> languages) {
        this.house = house;
        this.shop = shop;
        this.language = language;
        this.languages = languages;
    }

    String contents(List<Source> sources) {
        var body =
                form("")
                        + list(ARTICLES, sources, Source.Kind.ARTICLE)
                        + list(POLICY, sources, Source.Kind.POLICY);
        return page(say(TITLE), "", true, "<h1>" + say(TITLE) + "</h1>" + body);
    }

    String found(String asked, @Nullable Source answer, List<Source> found) {
        var body = new StringBuilder(form(asked));
        if (answer != null) {
            body.append("<article><h1>").append(safe(answer.question())).append("</h1>");
            body.append(text(answer)).append("</article>");
        }
        var others = found.stream().filter(one -> !one.equals(answer)).toList();
        if (found.isEmpty()) {
            body.append("<section><p>").append(say(NOTHING)).append("</p></section>");
        } else if (!others.isEmpty()) {
            body.append("<section><h2>").append(say(RELATED)).append("</h2>");
            body.append(links(others)).append("</section>");
        }
        return page(asked + say(RESULTS), "", false, body.toString());
    }

    String answer(Source source, boolean thanks) {
        var body = new StringBuilder(form(""));
        body.append("<article><h1>").append(safe(source.question())).append("</h1>");
        body.append(text(source));
        if (thanks) {
            body.append("<p role=\"status\">").append(say(THANKS)).append("</p>");
        } else if (source.kind() == Source.Kind.ARTICLE) {
            body.append("<form class=\"vote\" method=\"post\"><span>").append(say(HELPED));
            body.append("</span><button class=\"plain\" name=\"helped\" value=\"true\">");
            body.append(say(YES)).append("</button>");
            body.append("<button class=\"plain\" name=\"helped\" value=\"false\">");
            body.append(say(NO)).append("</button></form>");
        }
        body.append("</article>");
        return page(source.question(), "/" + source.key(), !thanks, body.toString());
    }

    private String text(Source source) {
        var basis = source.basis();
        return Markdown.html(source.answer())
                + (basis == null ? "" : "<p><small>" + say(BASIS) + safe(basis) + "</small></p>");
    }

    private String list(Text title, List<Source> sources, Source.Kind kind) {
        var of = sources.stream().filter(one -> one.kind() == kind).toList();
        return of.isEmpty()
                ? ""
                : "<section><h2>" + say(title) + "</h2>" + links(of) + "</section>";
    }

    private String links(List<Source> sources) {
        var links = new StringBuilder("<ul class=\"list\">");
        for (var source : sources) {
            links.append("<li><a href=\"")
                    .append(path(language))
                    .append('/')
                    .append(safe(source.key()));
            links.append("\">").append(safe(source.question())).append("</a></li>");
        }
        return links.append("</ul>").toString();
    }

    private String form(String asked) {
        return "<form class=\"search\" role=\"search\" action=\"%s\"><input name=\"q\" type=\"search\" maxlength=\"200\" value=\"%s\" placeholder=\"%s\" aria-label=\"%s\"><button>%s</button></form>"
                .formatted(path(language), safe(asked), say(ASK), say(ASK), say(SEARCH));
    }

    private String page(String title, String rest, boolean indexed, String body) {
        var head = new StringBuilder("<!doctype html><html lang=\"").append(language);
        head.append("\"><head><meta charset=\"utf-8\">");
        head.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        head.append("<title>").append(safe(title)).append(" · ").append(name()).append("</title>");
        if (indexed) {
            var here = house + path(language) + rest;
            head.append("<link rel=\"canonical\" href=\"").append(safe(here)).append("\">");
            if (rest.isEmpty()) {
                alternates(head);
            }
        } else {
            head.append("<meta name=\"robots\" content=\"noindex\">");
        }
        head.append("<link rel=\"icon\" href=\"/icon.svg\"><style>").append(STYLE);
        head.append("</style></head><body><header><div><a href=\"").append(path(language));
        head.append("\">").append(name()).append(" · ").append(say(TITLE)).append("</a><nav>");
        for (var other : languages) {
            if (!other.equals(language)) {
                head.append("<a href=\"")
                        .append(path(other))
                        .append("\" hreflang=\"")
                        .append(other);
                head.append("\" lang=\"").append(other).append("\">");
                head.append(NAMES.getOrDefault(other, other)).append("</a>");
            }
        }
        head.append("</nav></div></header><main>").append(body).append("</main></body></html>");
        return head.toString();
    }

    private void alternates(StringBuilder head) {
        for (var other : languages) {
            head.append("<link rel=\"alternate\" hreflang=\"").append(other).append("\" href=\"");
            head.append(safe(house + path(other))).append("\">");
        }
        head.append("<link rel=\"alternate\" hreflang=\"x-default\" href=\"");
        head.append(safe(house + "/help/" + shop.id())).append("\">");
    }

    private String path(String in) {
        return "/help/" + shop.id() + "/" + in;
    }

    private String name() {
        return safe(shop.name().in(locale()));
    }

    private String say(Text text) {
        return text.in(locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(language);
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
