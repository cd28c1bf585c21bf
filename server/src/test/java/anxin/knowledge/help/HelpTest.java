package anxin.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Customers read what is live, find it without a script, and say whether it helped. */
@AnxinTest
class HelpTest {

    private static final Set<Permission> ALL =
            Set.of(
                    Permission.KNOWLEDGE_READ,
                    Permission.KNOWLEDGE_WRITE,
                    Permission.KNOWLEDGE_REVIEW);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired MockMvc http;

    private ShopId shop = new ShopId("unset");
    private RequestPostProcessor zhouNing = request -> request;
    private UUID tea = UUID.randomUUID();

    @BeforeEach
    void anArticle() {
        shop = stage.shop();
        zhouNing = people.asStaff(ALL, shop);
        tea = live("茶叶<b>怎么</b>保存", "**密封** <script>alert(1)</script>", Map.of());
    }

    @Test
    void the_contents_name_what_customers_may_read() throws Exception {
        live("客户投诉怎么处理", "转专家", Map.of("audience", "STAFF"));
        var page = page("/zh");
        assertThat(page)
                .contains("港湾茶集", "/help/" + shop + "/zh/" + tea, "几天内可以无理由退货")
                .contains("<link rel=\"canonical\" href=\"http")
                .contains("hreflang=\"en\"")
                .doesNotContain("客户投诉");
    }

    @Test
    void an_article_has_an_address_and_what_was_typed_does_nothing() throws Exception {
        var page = page("/zh/" + tea);
        assertThat(page)
                .contains("<h1>茶叶&lt;b&gt;怎么&lt;/b&gt;保存</h1>", "<strong>密封</strong>")
                .doesNotContain("<script");
        assertThat(page("/en/RETURN_WINDOW")).contains("within 7 days");
    }

    @Test
    void the_search_answers_and_escapes_what_was_asked() throws Exception {
        var found = page("/zh?q=茶叶要怎么保存");
        assertThat(found).contains("<strong>密封</strong>", "noindex");
        var odd = page("/zh?q=\"><script>alert(1)</script>");
        assertThat(odd).doesNotContain("<script>").contains("&quot;&gt;&lt;script&gt;");
    }

    @Test
    void a_reader_is_sent_to_their_language() throws Exception {
        var answer =
                http.perform(get("/help/" + shop).header("Accept-Language", "en"))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getHeader("Location")).isEqualTo("/help/" + shop + "/en");
        assertThat(answer.getHeader("Vary")).contains("Accept-Language");
    }

    @Test
    void a_page_is_kept_and_not_sent_twice() throws Exception {
        var first = send(get("/help/" + shop + "/zh/" + tea));
        assertThat(first.getHeader("Cache-Control")).contains("max-age=60");
        var mark = first.getHeader("ETag");
        assertThat(mark).isNotNull();
        var again =
                send(
                        get("/help/" + shop + "/zh/" + tea)
                                .header("If-None-Match", String.valueOf(mark)));
        assertThat(again.getStatus()).isEqualTo(304);
    }

    @Test
    void search_engines_find_every_page() throws Exception {
        assertThat(page("/sitemap.xml"))
                .contains("/help/" + shop + "/zh/" + tea + "</loc>")
                .contains("/help/" + shop + "/en/RETURN_WINDOW</loc>");
    }

    @Test
    void one_readers_word_counts_once_a_day() throws Exception {
        var address = "/help/" + shop + "/zh/" + tea;
        for (var helped : new String[] {"true", "true", "false"}) {
            var answer = send(post(address).param("helped", helped));
            assertThat(answer.getStatus()).isEqualTo(303);
        }
        var view = stage.look(zhouNing, "shops/" + shop + "/articles/" + tea);
        assertThat(view.number("item.used")).isEqualTo(1);
        assertThat(view.number("item.helped")).isZero();
        assertThat(view.number("item.notHelped")).isEqualTo(1);
    }

    @Test
    void what_is_not_there_is_not_there() throws Exception {
        assertThat(send(get("/help/no-such-shop")).getStatus()).isEqualTo(404);
        assertThat(send(get("/help/" + shop + "/th")).getStatus()).isEqualTo(404);
        assertThat(send(get("/help/" + shop + "/zh/" + UUID.randomUUID())).getStatus())
                .isEqualTo(404);
    }

    private String page(String rest) throws Exception {
        var answer = send(get("/help/" + shop + rest));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private UUID live(String question, String answer, Map<String, Object> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("language", "zh");
        body.put("question", question);
        body.put("answer", answer);
        body.putAll(more);
        var id = UUID.randomUUID();
        var path = "shops/" + shop + "/articles/" + id;
        stage.act(zhouNing, path + "/draft", 0, body);
        stage.act(zhouNing, path + "/submission", 2, null);
        stage.act(people.asStaff(ALL, shop), path + "/approval", 3, Map.of());
        return id;
    }
}
