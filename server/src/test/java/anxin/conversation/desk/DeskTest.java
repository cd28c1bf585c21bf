package anxin.conversation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.work.deadlines.DeadlineClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@AnxinTest
class DeskTest {

    private static final List<Permission> AGENT =
            List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired DeadlineClock deadlines;

    private ShopId shop = new ShopId("unset");
    private String channel = "";
    private Caller.Staff zhouNing =
            new Caller.Staff(UUID.randomUUID(), "", Set.of(), null, Set.of(), "L1", Set.of());
    private RequestPostProcessor agent = request -> request;
    private RequestPostProcessor market = request -> request;

    @BeforeEach
    void aChannelAndAnAgent() {
        shop = stage.shop();
        channel = "market-" + shop;
        zhouNing = people.staff("周宁", AGENT, "L1", List.of(), shop);
        agent = people.as(zhouNing);
        market = people.withKey(Permission.CHANNEL_DELIVER, shop);
        setUp("https://market.example/answers");
    }

    @Test
    void the_list_shows_the_newest_first_page_behind_page_with_its_counts() {
        for (int n = 0; n < 5; n++) {
            write("c" + n, "m" + n, "消息" + n);
            clock.forward(Duration.ofSeconds(1));
        }
        var first = list("size=2");
        assertThat(texts(first)).containsExactly("消息4", "消息3");
        var second = list("size=2&after=" + first.path("next").asString());
        assertThat(texts(second)).containsExactly("消息2", "消息1");
        assertThat(texts(list("waiting=true&size=2"))).containsExactly("消息0", "消息1");
        assertThat(texts(list("channel=" + channel))).hasSize(5);
        assertThat(texts(list("channel=elsewhere"))).isEmpty();
        var counts = stage.look(agent, "conversations/counts?shop=" + shop);
        assertThat(counts.number("open")).isEqualTo(5);
        assertThat(counts.number("waiting")).isEqualTo(5);
        assertThat(counts.number("channels/" + channel)).isEqualTo(5);
    }

    @Test
    void an_answer_takes_the_conversation_ends_the_waiting_and_leaves_by_its_channel_once() {
        var id = write("wx-1", "m1", "破损了");
        var message = UUID.randomUUID();
        var answered = say(id, message, "马上为您处理", false);
        assertThat(answered.status()).as(answered.body().toPrettyString()).isEqualTo(200);
        assertThat(say(id, message, "马上为您处理", false).status()).isEqualTo(200);
        assertThat(answered.text("item.agentName")).isEqualTo("周宁");
        assertThat(answered.body().at("/item/waitingSince").isNull()).isTrue();
        var thread = thread(id, "");
        assertThat(thread.path("items")).hasSize(2);
        assertThat(thread.at("/items/1/delivery/state").asString()).isEqualTo("WAITING");
        assertThat(thread.at("/items/1/authorName").asString()).isEqualTo("周宁");
        assertThat(
                        db.sql(
                                        """
                        select o.recipient || '|' || o.body || '|' || (o.extras->>'through') from messaging.outbound o
                         where o.shop_id = :shop
                        """)
                                .param("shop", shop.value())
                                .query(String.class)
                                .list())
                .containsExactly("wx-1|马上为您处理|" + channel);
        assertThat(list("waiting=true").path("items")).isEmpty();
        assertThat(texts(list("mine=true"))).containsExactly("马上为您处理");
        assertThat(texts(list("unassigned=true"))).isEmpty();
        var other = write("wx-2", "m2", "另一位");
        assertThat(say(other, message, "x", false).status()).isEqualTo(409);
    }

    @Test
    void a_receipt_of_the_channel_stands_at_the_answer() {
        var id = write("wx-1", "m1", "你好");
        say(id, UUID.randomUUID(), "您好", false);
        var delivery =
                db.sql("select o.id from messaging.outbound o where o.shop_id = :shop")
                        .param("shop", shop.value())
                        .query(UUID.class)
                        .single();
        var receipt = "{\"id\":\"%s\",\"state\":\"READ\"}".formatted(delivery);
        var path = "/api/v1/channels/" + channel + "/receipts";
        assertThat(stage.perform(post(path).content(receipt)).status()).isEqualTo(401);
        assertThat(stage.perform(post(path).with(market).content(receipt)).status()).isEqualTo(200);
        assertThat(thread(id, "").at("/items/1/delivery/state").asString()).isEqualTo("READ");
    }

    @Test
    void on_a_channel_without_an_address_nobody_pretends_to_answer() {
        setUp(null);
        clock.forward(Duration.ofSeconds(10));
        var id = write("wx-1", "m1", "你好");
        assertThat(say(id, UUID.randomUUID(), "您好", false).text("type"))
                .isEqualTo("urn:anxin:problem:channel-cannot-answer");
        assertThat(say(id, UUID.randomUUID(), "电话联系", true).status()).isEqualTo(200);
        assertThat(open(id).body().path("allowed").toString()).doesNotContain("answer");
    }

    @Test
    void a_note_is_for_staff_and_the_customer_waits_on() {
        var id = write("wx-1", "m1", "你好");
        var noted = say(id, UUID.randomUUID(), "老客户，先核实", true);
        assertThat(noted.body().at("/item/waitingSince").isNull()).isFalse();
        assertThat(noted.text("item.lastText")).isEqualTo("你好");
        assertThat(
                        db.sql("select count(*) from messaging.outbound o where o.shop_id = :shop")
                                .param("shop", shop.value())
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(
                        db.sql(
                                        """
                        select f.audience from kernel.fact f
                         where f.shop_id = :shop and f.payload->>'kind' = 'NOTE'
                        """)
                                .param("shop", shop.value())
                                .query(Integer.class)
                                .single())
                .as("staff only")
                .isEqualTo(1);
    }

    @Test
    void the_thread_is_read_by_numbers_backwards_and_onwards() {
        var id = write("wx-1", "m1", "一");
        for (int n = 2; n <= 7; n++) {
            write("wx-1", "m" + n, "第" + n);
        }
        var newest = thread(id, "?size=3");
        assertThat(seqs(newest)).containsExactly(5, 6, 7);
        assertThat(newest.path("earlier").asBoolean()).isTrue();
        assertThat(seqs(thread(id, "?size=3&before=5"))).containsExactly(2, 3, 4);
        assertThat(seqs(thread(id, "?after=5"))).containsExactly(6, 7);
        assertThat(thread(id, "?after=7").path("lastSeq").asInt()).isEqualTo(7);
    }

    @Test
    void unread_is_what_came_since_one_looked_also_on_a_second_screen() {
        var id = write("wx-1", "m1", "一");
        write("wx-1", "m2", "二");
        assertThat(list("").at("/items/0/unread").asInt()).isEqualTo(2);
        send("/seen", id, "{\"seq\":2}");
        assertThat(list("").at("/items/0/unread").asInt()).isZero();
        send("/seen", id, "{\"seq\":1}");
        assertThat(list("").at("/items/0/unread").asInt()).as("a lagging screen").isZero();
        send("/assignment", id, "{\"to\":\"%s\"}".formatted(zhouNing.id()));
        write("wx-1", "m3", "三");
        assertThat(stage.look(agent, "conversations/counts").number("unread")).isEqualTo(1);
    }

    @Test
    void it_is_given_to_a_colleague_with_a_note_and_to_nobody_else() {
        var id = write("wx-1", "m1", "你好");
        var colleague = people.staff("何伟", AGENT, "L3", List.of(), shop);
        var given =
                send(
                        "/assignment",
                        id,
                        "{\"to\":\"%s\",\"note\":\"懂茶器\"}".formatted(colleague.id()));
        assertThat(given.text("item.agentName")).isEqualTo("何伟");
        var event = thread(id, "").at("/items/1");
        assertThat(event.at("/happened/what").asString()).isEqualTo("GIVEN");
        assertThat(event.at("/happened/to").asString()).isEqualTo("何伟");
        assertThat(event.path("text").asString()).isEqualTo("懂茶器");
        var stranger = people.staff("外人", AGENT, "L1", List.of(), stage.shop());
        assertThat(send("/assignment", id, "{\"to\":\"%s\"}".formatted(stranger.id())).status())
                .isEqualTo(400);
        assertThat(send("/assignment", id, "{\"to\":null}").body().at("/item/agentId").isNull())
                .isTrue();
        var colleagues = stage.look(agent, "shops/" + shop + "/conversation-colleagues").body();
        assertThat(colleagues.path("people").toString()).contains("何伟").doesNotContain("外人");
    }

    @Test
    void what_is_put_off_comes_back_at_its_time_or_when_the_customer_writes() {
        var id = write("wx-1", "m1", "等我想想");
        var until = clock.instant().plus(Duration.ofHours(2));
        snooze(id, until.toString());
        assertThat(list("").path("items")).isEmpty();
        assertThat(texts(list("state=SNOOZED"))).containsExactly("等我想想");
        assertThat(list("state=SNOOZED").at("/items/0/snoozedUntil").asString())
                .isEqualTo(until.toString());
        clock.forward(Duration.ofHours(2));
        deadlines.runDue();
        assertThat(texts(list(""))).containsExactly("等我想想");
        snooze(id, clock.instant().plus(Duration.ofHours(2)).toString());
        write("wx-1", "m2", "想好了");
        assertThat(texts(list(""))).containsExactly("想好了");
        clock.forward(Duration.ofHours(2));
        deadlines.runDue();
        assertThat(thread(id, "").path("items")).as("woken once").hasSize(5);
        assertThat(snooze(id, clock.instant().toString()).status()).isEqualTo(400);
    }

    @Test
    void closed_it_is_answered_no_more_and_a_new_word_opens_another() {
        var id = write("wx-1", "m1", "谢谢");
        state(id, "CLOSED");
        assertThat(stage.look(agent, "conversations/counts?shop=" + shop).number("open")).isZero();
        assertThat(say(id, UUID.randomUUID(), "x", false).text("type"))
                .isEqualTo("urn:anxin:problem:conversation-closed");
        var next = write("wx-1", "m2", "还有一事");
        assertThat(next).isNotEqualTo(id);
        assertThat(state(id, "OPEN").text("type")).isEqualTo("urn:anxin:problem:another-is-open");
        state(next, "CLOSED");
        assertThat(state(id, "OPEN").text("item.state")).isEqualTo("OPEN");
        assertThat(open(id).body().path("others")).hasSize(1);
    }

    @Test
    void what_is_typed_is_kept_for_whoever_typed_it() {
        var id = write("wx-1", "m1", "你好");
        send("/draft", id, "{\"text\":\"您好，我\"}");
        assertThat(open(id).text("draft")).isEqualTo("您好，我");
        var other = people.asStaff(AGENT, shop);
        assertThat(stage.look(other, "conversations/" + id).body().path("draft").isNull()).isTrue();
        say(id, UUID.randomUUID(), "您好，我看一下", false);
        assertThat(open(id).body().path("draft").isNull()).isTrue();
    }

    @Test
    void two_who_are_at_it_know_of_each_other_and_each_look_is_in_the_journal() {
        var id = write("wx-1", "m1", "你好");
        open(id);
        var heWei = people.as(people.staff("何伟", AGENT, "L3", List.of(), shop));
        stage.perform(
                put("/api/v1/conversations/" + id + "/presence")
                        .with(heWei)
                        .contentType("application/json")
                        .content("{\"writing\":true}"));
        var present = send("/presence", id, "{\"writing\":false}").body();
        assertThat(present.toString()).contains("何伟").contains("\"writing\":true");
        stage.perform(delete("/api/v1/conversations/" + id + "/presence").with(heWei));
        assertThat(send("/presence", id, "{\"writing\":false}").body().toString())
                .doesNotContain("何伟");
        assertThat(
                        db.sql(
                                        """
                        select f.type from kernel.fact f
                         where f.shop_id = :shop and f.type in ('conversation.viewed', 'conversation.left')
                         order by f.xid, f.seq
                        """)
                                .param("shop", shop.value())
                                .query(String.class)
                                .list())
                .containsExactly("conversation.viewed", "conversation.viewed", "conversation.left");
    }

    @Test
    void tags_are_kept_once_each() {
        var id = write("wx-1", "m1", "你好");
        assertThat(send("/tags", id, "{\"tags\":[\"破损\",\"破损\",\"老客\"]}").body().at("/item/tags"))
                .hasSize(2);
    }

    @Test
    void two_chinese_characters_find_what_was_said_and_are_marked() {
        var broken = write("wx-1", "m1", "收到的茶壶破损了，想退款");
        write("wx-2", "m2", "什么时候发货");
        clock.forward(Duration.ofDays(45));
        var later = write("wx-3", "m3", "又破损了");
        var hits = search("q=破损");
        assertThat(hits.path("items")).hasSize(2);
        assertThat(hits.at("/items/0/conversation").asString()).isEqualTo(later.toString());
        var hit = hits.at("/items/1");
        assertThat(hit.path("conversation").asString()).isEqualTo(broken.toString());
        var mark = hit.at("/marks/0");
        assertThat(
                        hit.path("text")
                                .asString()
                                .substring(mark.path("from").asInt(), mark.path("to").asInt()))
                .isEqualTo("破损");
        var first = search("q=破损&size=1");
        assertThat(search("q=破损&size=1&after=" + first.path("next").asString()).path("items"))
                .hasSize(1);
        assertThat(search("q=茶壶破损").path("items")).hasSize(1);
        assertThat(search("q=壶茶破损").path("items")).as("in this order").isEmpty();
        assertThat(search("q=破损&from=STAFF").path("items")).isEmpty();
        assertThat(texts(list("q=破损"))).containsExactly("又破损了", "收到的茶壶破损了，想退款");
        assertThat(stage.look(agent, "conversation-search?q=!").status()).isEqualTo(400);
    }

    @Test
    void another_shop_sees_nothing_and_who_may_not_see_names_sees_them_masked() {
        var id = write("wx-1", "m1", "破损了");
        var stranger = people.asStaff(List.of(Permission.values()), stage.shop());
        assertThat(stage.look(stranger, "conversations/" + id).status()).isEqualTo(404);
        assertThat(stage.look(stranger, "conversations/" + id + "/messages").status())
                .isEqualTo(404);
        assertThat(stage.look(stranger, "conversation-search?q=破损").body().path("items")).isEmpty();
        assertThat(open(id).text("item.customerName")).isEqualTo("林*");
        assertThat(open(id).text("profile.phone")).isEqualTo("138****5678");
        var senior =
                people.asStaff(
                        List.of(Permission.CONVERSATION_READ, Permission.PERSONAL_READ), shop);
        var seen = stage.look(senior, "conversations/" + id);
        assertThat(seen.text("profile.name")).isEqualTo("林晓");
        assertThat(seen.body().path("allowed")).as("may only read").isEmpty();
    }

    private UUID write(String sender, String message, String text) {
        var body =
                """
                {"id":"%s","sender":{"id":"%s","name":"林晓","phone":"13812345678"},"text":"%s","at":"%s"}
                """
                        .formatted(message, sender, text, clock.instant());
        var answer =
                stage.perform(
                        post("/api/v1/channels/" + channel + "/messages")
                                .with(market)
                                .content(body));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(202);
        return UUID.fromString(answer.text("conversation"));
    }

    private Stage.Answer say(UUID id, UUID message, String text, boolean note) {
        return send(
                "/messages/" + message, id, "{\"text\":\"%s\",\"note\":%s}".formatted(text, note));
    }

    private Stage.Answer state(UUID id, String state) {
        return send("/state", id, "{\"state\":\"%s\"}".formatted(state));
    }

    private Stage.Answer snooze(UUID id, String until) {
        return send("/state", id, "{\"state\":\"SNOOZED\",\"until\":\"%s\"}".formatted(until));
    }

    private Stage.Answer send(String what, UUID id, String body) {
        return stage.perform(
                put("/api/v1/conversations/" + id + what)
                        .with(agent)
                        .contentType("application/json")
                        .content(body));
    }

    private Stage.Answer open(UUID id) {
        return stage.look(agent, "conversations/" + id);
    }

    private JsonNode thread(UUID id, String query) {
        return stage.look(agent, "conversations/" + id + "/messages" + query).body();
    }

    private JsonNode list(String query) {
        return stage.look(agent, "conversations?shop=" + shop + "&" + query).body();
    }

    private JsonNode search(String query) {
        return stage.look(agent, "conversation-search?" + query).body();
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(one -> one.path("lastText").asString())
                .toList();
    }

    private static List<Integer> seqs(JsonNode thread) {
        return thread.path("items").valueStream().map(one -> one.path("seq").asInt()).toList();
    }

    private void setUp(@org.jspecify.annotations.Nullable String url) {
        var answer =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/channels/" + channel)
                                .with(people.asStaff(Permission.KEYS_MANAGE, shop))
                                .contentType("application/json")
                                .content(
                                        """
                                        {"kind":"WEBHOOK","name":"市场","secret":"a secret of sixteen","url":%s}
                                        """
                                                .formatted(
                                                        url == null ? "null" : "\"" + url + "\"")));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }
}
