package anxin.knowledge.help;

import anxin.commerce.Shop;
import anxin.commerce.Shops;
import anxin.identity.ForEveryone;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.knowledge.articles.Audience;
import anxin.knowledge.articles.Votes;
import anxin.knowledge.gaps.Asked;
import anxin.knowledge.search.Finder;
import anxin.knowledge.search.Finder.Finding;
import anxin.knowledge.search.Finder.Question;
import anxin.knowledge.search.Finder.Verdict;
import anxin.knowledge.search.Source;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages for customers, made here: an address of its own for each article and language. */
@Hidden
@RestController
@RequestMapping("/help/{shop}")
class HelpController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType XML =
            new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int FOUND = 8;
    private static final int LONGEST = 200;

    private final Shops shops;
    private final Finder finder;
    private final Votes votes;
    private final Asked asked;
    private final String house;

    HelpController(
            Shops shops,
            Finder finder,
            Votes votes,
            Asked asked,
            @Value("${anxin.public-url:http://localhost:${server.port:8080}}") String house) {
        this.shops = shops;
        this.finder = finder;
        this.votes = votes;
        this.asked = asked;
        this.house = house.replaceFirst("/+$", "");
    }

    @ForEveryone
    @GetMapping
    ResponseEntity<Void> chooseLanguage(@PathVariable ShopId shop, Locale reader) {
        shops.require(shop);
        var languages = finder.languages(shop);
        var language =
                languages.contains(reader.getLanguage())
                        ? reader.getLanguage()
                        : languages.getFirst();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/help/" + shop + "/" + language))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @ForEveryone
    @GetMapping("/{language:[a-z]{2}}")
    ResponseEntity<String> showContents(
            @PathVariable ShopId shop,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String q) {
        var pages = pages(shop, language);
        var asked = q == null ? "" : q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        if (asked.isEmpty()) {
            return page(pages.contents(finder.all(shop, language)));
        }
        var found =
                finder
                        .find(new Question(shop, asked, language, Audience.CUSTOMER), FOUND)
                        .findings()
                        .stream()
                        .filter(one -> one.verdict() != Verdict.NOT)
                        .toList();
        this.asked.inHelp(shop, language, asked, answer(found) != null);
        return page(
                pages.found(asked, answer(found), found.stream().map(Finding::source).toList()));
    }

    private static @Nullable Source answer(List<Finding> found) {
        return found.isEmpty() || found.getFirst().verdict() != Verdict.ANSWERS
                ? null
                : found.getFirst().source();
    }

    @ForEveryone
    @GetMapping("/{language:[a-z]{2}}/{key}")
    ResponseEntity<String> showAnswer(
            @PathVariable ShopId shop,
            @PathVariable String language,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String thanks) {
        var pages = pages(shop, language);
        return page(pages.answer(source(shop, language, key), thanks != null));
    }

    /** One reader's word counts once a day. */
    @ForEveryone
    @PostMapping("/{language:[a-z]{2}}/{key}")
    ResponseEntity<Void> sayWhetherItHelped(
            @PathVariable ShopId shop,
            @PathVariable String language,
            @PathVariable String key,
            @RequestParam boolean helped,
            HttpServletRequest request) {
        var source = source(shop, language, key);
        if (source.kind() == Source.Kind.ARTICLE) {
            votes.take(shop, source.key(), request.getRemoteAddr(), helped);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/help/" + shop + "/" + language + "/" + key + "?thanks=1"))
                .build();
    }

    @ForEveryone
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> showSitemap(@PathVariable ShopId shop) {
        shops.require(shop);
        var map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        map.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (var language : finder.languages(shop)) {
            var home = house + "/help/" + shop + "/" + language;
            map.append("<url><loc>").append(home).append("</loc></url>\n");
            for (var source : finder.all(shop, language)) {
                map.append("<url><loc>").append(home).append('/').append(source.key());
                map.append("</loc></url>\n");
            }
        }
        return kept(map.append("</urlset>\n").toString(), XML);
    }

    private HelpPages pages(ShopId shop, String language) {
        Shop known = shops.require(shop);
        var languages = finder.languages(shop);
        if (!languages.contains(language)) {
            throw Problem.missing("page");
        }
        return new HelpPages(house, known, language, languages);
    }

    private Source source(ShopId shop, String language, String key) {
        return finder.all(shop, language).stream()
                .filter(source -> source.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.missing("article"));
    }

    private static ResponseEntity<String> page(String html) {
        return kept(html, HTML);
    }

    private static ResponseEntity<String> kept(String text, MediaType type) {
        var mark = DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .eTag("\"" + mark + "\"")
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .contentType(type)
                .body(text);
    }
}
