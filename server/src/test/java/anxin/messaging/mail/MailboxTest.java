package anxin.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.messaging.Attachments;
import anxin.messaging.OutboundMessage;
import anxin.messaging.Reception;
import anxin.messaging.channel.Letter;
import anxin.messaging.inbound.InboundChannelStore;
import anxin.messaging.outbox.Receipts;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class MailboxTest {

    private static final String CARE = "care@tea.example";

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired JsonMapper json;
    @Autowired CollectMail collect;
    @Autowired MailAnswers answers;
    @Autowired MailStore store;
    @Autowired MailServers servers;
    @Autowired MailIds ids;
    @Autowired InboundChannelStore channels;
    @Autowired Reception reception;
    @Autowired Attachments attachments;
    @Autowired Receipts receipts;

    private final GreenMail server =
            new GreenMail(
                    new ServerSetup[] {
                        ServerSetup.IMAP.dynamicPort(), ServerSetup.SMTP.dynamicPort()
                    });
    private ShopId shop = new ShopId("unset");
    private String channel = "";
    private RequestPostProcessor agent = request -> request;
    private RequestPostProcessor keeper = request -> request;
    private GreenMailUser care = server.setUser(CARE, "care", "a secret");

    @BeforeEach
    void aMailbox() {
        server.start();
        care = server.setUser(CARE, "care", "a secret");
        shop = stage.shop();
        channel = "mail-" + shop;
        agent =
                people.asStaff(
                        List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER),
                        shop);
        keeper = people.asStaff(List.of(Permission.KEYS_MANAGE, Permission.PERSONAL_READ), shop);
        var set = connect(server.getImap().getPort(), "a secret");
        assertThat(set.status()).as(set.body().toPrettyString()).isEqualTo(200);
        collect.once(channel);
    }

    @AfterEach
    void closeThePostOffice() {
        server.stop();
        db.sql("delete from messaging.inbound_channel where id = :id")
                .param("id", channel)
                .update();
    }

    @Test
    void a_mail_is_one_message_however_often_it_is_delivered_and_read() {
        deliver(mail("m1", "杯子破损", "", "请尽快处理"));
        assertThat(collect.once(channel)).contains(1);
        assertThat(collect.once(channel)).contains(0);
        deliver(mail("m1", "杯子破损", "", "请尽快处理"));
        collect.once(channel);
        db.sql("update messaging.mailbox set last_uid = 0 where channel = :c")
                .param("c", channel)
                .update();
        collect.once(channel);
        assertThat(texts()).containsExactly("请尽快处理");
        var said = thread().at("/items/0");
        assertThat(said.at("/mail/subject").asString()).isEqualTo("杯子破损");
    }

    @Test
    void when_the_server_numbers_anew_nothing_is_lost_and_nothing_doubled() {
        deliver(mail("m1", "一", "", "first"));
        collect.once(channel);
        db.sql("update messaging.mailbox set uid_validity = 7, last_uid = 4000 where channel = :c")
                .param("c", channel)
                .update();
        deliver(mail("m2", "二", "", "second"));
        collect.once(channel);
        assertThat(texts()).containsExactly("first", "second");
    }

    @Test
    void what_was_there_before_the_mailbox_was_set_up_is_not_taken() {
        deliver(mail("old", "旧", "", "long ago"));
        db.sql(
                        "update messaging.mailbox set since = now() + interval '1 day', uid_validity = null, last_uid = 0 where channel = :c")
                .param("c", channel)
                .update();
        collect.once(channel);
        assertThat(count()).isZero();
    }

    @Test
    void one_who_dies_between_fetching_and_noting_it_leaves_a_mail_that_stands_once() {
        deliver(mail("m1", "一", "", "first"));
        var deaths = new AtomicInteger();
        var dying =
                collecting(
                        message -> {
                            reception.receive(message);
                            deaths.incrementAndGet();
                            throw new IllegalStateException("killed");
                        },
                        60,
                        false);
        dying.once(channel);
        assertThat(deaths.get()).isEqualTo(1);
        assertThat(collect.once(channel)).contains(1);
        assertThat(texts()).containsExactly("first");
    }

    @Test
    void a_mail_on_which_we_always_fail_is_set_aside_and_keeps_nobody_behind_it() {
        deliver(mail("m1", "毒", "", "poison"));
        deliver(mail("m2", "好", "", "fine"));
        var choking =
                collecting(
                        message -> {
                            if (message.text().equals("poison")) {
                                throw new IllegalStateException("cannot be taken");
                            }
                            return reception.receive(message);
                        },
                        60,
                        false);
        for (int n = 0; n < 5; n++) {
            choking.once(channel);
        }
        assertThat(texts()).containsExactly("fine");
        assertThat(setAside()).containsExactly("BROKEN");
    }

    @Test
    void a_line_that_is_cut_in_the_middle_goes_on_where_it_was() throws IOException {
        var long1 = "一".repeat(20_000);
        for (int n = 1; n <= 3; n++) {
            deliver(mail("m" + n, "长", "", n + long1));
        }
        try (var cut = new Cut(server.getImap().getPort(), 100_000)) {
            connect(cut.port(), "a secret");
            clock.forward(Duration.ofSeconds(10));
            collect.once(channel);
            assertThat(status().path("trouble").asString()).isNotEmpty();
        }
        connect(server.getImap().getPort(), "a secret");
        clock.forward(Duration.ofMinutes(20));
        collect.once(channel);
        assertThat(texts()).extracting(text -> text.substring(0, 1)).containsExactly("1", "2", "3");
        assertThat(status().path("trouble").isNull()).isTrue();
    }

    @Test
    void the_answer_is_a_reply_and_the_next_mail_goes_on_with_its_conversation() throws Exception {
        deliver(mail("m1", "杯子破损", "References: <m0@example.com>\r\n", "请处理"));
        collect.once(channel);
        var first = conversation();
        var letter = answer(first, "马上为您处理");
        send(letter);
        var sent = sent();
        assertThat(sent.getSubject()).isEqualTo("Re: 杯子破损");
        assertThat(sent.getHeader("In-Reply-To", null)).isEqualTo("<m1@example.com>");
        assertThat(sent.getHeader("References", null).replaceAll("\\s+", " "))
                .isEqualTo("<m0@example.com> <m1@example.com>");
        assertThat(sent.getFrom()[0].toString()).contains(CARE);
        assertThat(sent.getContent().toString().strip()).isEqualTo("马上为您处理");
        send(letter);
        assertThat(sent().getMessageID()).as("sent again").isEqualTo(sent.getMessageID());
        deliver(
                mail(
                        "m2",
                        "Re: 杯子破损",
                        "In-Reply-To: " + sent.getMessageID() + "\r\n",
                        "谢谢\r\n\r\nOn Fri, 13 Nov 2026, Harbour Tea <care@tea.example> wrote:\r\n> 马上为您处理"));
        deliver(new String(raw(sent), StandardCharsets.UTF_8));
        collect.once(channel);
        assertThat(conversation()).isEqualTo(first);
        assertThat(texts()).containsExactly("请处理", "马上为您处理", "谢谢");
        assertThat(thread().at("/items/2/mail/history").asString()).contains("wrote:");
        assertThat(setAside()).as("our own came back").containsExactly("OWN");
    }

    @Test
    void a_bounce_fails_the_answer_with_a_reason_that_people_understand() {
        deliver(mail("m1", "杯子", "", "请处理"));
        collect.once(channel);
        var letter = answer(conversation(), "好的");
        var id = ids.messageId(letter.id(), CARE);
        deliver(bounce(id.replace(letter.id().toString(), UUID.randomUUID().toString()), "b0"));
        collect.once(channel);
        assertThat(thread().at("/items/1/delivery/state").asString())
                .as("forged")
                .isEqualTo("WAITING");
        deliver(bounce(id, "b1"));
        collect.once(channel);
        var delivery = thread().at("/items/1/delivery");
        assertThat(delivery.path("state").asString()).isEqualTo("FAILED");
        assertThat(delivery.path("trouble").asString()).contains("no such mailbox");
        assertThat(count()).as("one conversation of one customer").isEqualTo(1);
    }

    @Test
    void machines_get_no_conversation_and_one_who_floods_gets_no_more() {
        deliver(mail("a1", "自动回复", "Auto-Submitted: auto-replied\r\n", "休假中"));
        deliver(mail("a2", "News", "List-Unsubscribe: <https://x.example>\r\n", "buy"));
        collect.once(channel);
        assertThat(count()).isZero();
        assertThat(setAside()).containsExactlyInAnyOrder("AUTO_REPLY", "BULK");
        var strict = collecting(reception, 4, false);
        for (int n = 0; n < 6; n++) {
            deliver(mail("f" + n, "x", "", "again " + n));
        }
        strict.once(channel);
        assertThat(texts()).containsExactly("again 0", "again 1");
        assertThat(setAside()).contains("FLOOD");
    }

    @Test
    void files_come_in_and_go_out() throws Exception {
        deliver(
                """
                From: lin.xiao@example.com\r
                To: care@tea.example\r
                Message-ID: <f1@example.com>\r
                Subject: files\r
                Content-Type: multipart/mixed; boundary=b\r
                \r
                --b\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                see\r
                --b\r
                Content-Type: application/pdf; name="=?gbk?B?t6LGsS5wZGY=?="\r
                Content-Disposition: attachment\r
                \r
                %PDF-1.4 x\r
                --b\r
                Content-Type: image/png; name="virus.png"\r
                Content-Transfer-Encoding: base64\r
                \r
                TVqQAAMAAAA=\r
                --b--\r
                """);
        collect.once(channel);
        var files = thread().at("/items/0/attachments");
        assertThat(files.at("/0/name").asString()).isEqualTo("发票.pdf");
        assertThat(files.at("/0/state").asString()).isEqualTo("READY");
        assertThat(files.at("/1/state").asString()).as("a program").isEqualTo("REFUSED");
        var file = UUID.randomUUID();
        attachments.keep(
                shop,
                file,
                "x",
                "说明.txt",
                "内容".getBytes(StandardCharsets.UTF_8),
                java.util.Locale.CHINESE);
        var letter = answer(conversation(), "见附件");
        send(
                new Letter(
                        letter.id(),
                        letter.shop(),
                        letter.channel(),
                        letter.recipient(),
                        "",
                        letter.body(),
                        OutboundMessage.Extras.ofAnswer(
                                "conversation:" + conversation(), channel, null, List.of(file)),
                        1,
                        letter.writtenAt()));
        assertThat(ReadMail.of(raw(sent()), clock.instant()).files())
                .extracting(Mail.File::name)
                .containsExactly("说明.txt");
    }

    @Test
    void what_is_wrong_with_a_mailbox_is_said_in_plain_words() {
        assertThat(checks()).allMatch(one -> one.path("good").asBoolean());
        connect(server.getImap().getPort(), "not the secret");
        clock.forward(Duration.ofSeconds(10));
        var checked = checks();
        assertThat(checked.getFirst().path("text").asString())
                .contains("User or password is wrong");
        assertThat(checked.getLast().path("good").asBoolean()).isFalse();
        collect.once(channel);
        assertThat(status().path("trouble").asString()).contains("User or password is wrong");
        connect(9, "a secret");
        clock.forward(Duration.ofSeconds(10));
        assertThat(checks().getFirst().path("text").asString()).contains("refuses the connection");
    }

    @Test
    void the_password_is_never_shown_and_not_sent_to_another_server() {
        var shown = stage.perform(get("/api/v1/shops/" + shop + "/channels").with(agent));
        assertThat(shown.body().toString()).contains(CARE).doesNotContain("a secret");
        assertThat(connect(server.getImap().getPort(), null).status()).as("kept").isEqualTo(200);
        var elsewhere = put(body(993, null, "imap.evil.example", "TLS"));
        assertThat(elsewhere.text("fields.0.pointer")).isEqualTo("/mailbox/password");
        var open = put(body(143, "x", "imap.tea.example", "NONE"));
        assertThat(open.text("fields.0.pointer")).isEqualTo("/mailbox/in/security");
    }

    @Test
    void a_mailbox_of_another_shop_is_not_there() {
        var stranger = people.asStaff(Permission.KEYS_MANAGE, stage.shop());
        var path = "/api/v1/shops/" + shop + "/channels/" + channel + "/mailbox";
        assertThat(stage.perform(get(path).with(stranger)).status()).isEqualTo(404);
        assertThat(stage.perform(post(path + "/checks").with(stranger)).status()).isEqualTo(404);
    }

    @Test
    void one_process_reads_it_at_a_time() {
        var other = collecting(reception, 60, false);
        assertThat(store.hold(channel, UUID.randomUUID(), clock.instant(), Duration.ofMinutes(5)))
                .isPresent();
        deliver(mail("m1", "一", "", "first"));
        assertThat(collect.once(channel)).isEmpty();
        assertThat(other.once(channel)).isEmpty();
        clock.forward(Duration.ofMinutes(6));
        assertThat(other.once(channel)).as("its holder is gone").contains(1);
    }

    @Test
    void a_mail_comes_in_as_soon_as_the_server_tells_of_it() throws Exception {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        var watching =
                collecting(
                        message -> {
                            var received = reception.receive(message);
                            (message.id().startsWith("m1") ? first : second).countDown();
                            return received;
                        },
                        60,
                        true);
        deliver(mail("m1", "一", "", "first"));
        watching.start();
        try {
            assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
            deliver(mail("m2", "二", "", "second"));
            // What comes between two words of ours this server tells of with the next.
            if (!second.await(5, TimeUnit.SECONDS)) {
                deliver(mail("m3", "三", "", "third"));
            }
            assertThat(second.await(30, TimeUnit.SECONDS)).as("sooner than the next look").isTrue();
        } finally {
            watching.stop();
        }
    }

    private CollectMail collecting(Reception into, int hourly, boolean background) {
        var taking = new TakeMail(store, ids, into, attachments, receipts, clock, hourly);
        return new CollectMail(channels, store, servers, taking, clock, background);
    }

    private Stage.Answer connect(int port, @Nullable String password) {
        return put(body(port, password, "127.0.0.1", "NONE"));
    }

    private String body(int port, @Nullable String password, String host, String security) {
        return """
               {"kind":"EMAIL","name":"港湾茶集","mailbox":{"address":"care@tea.example","user":"care","password":%s,
                "in":{"host":"%s","port":%d,"security":"%s"},
                "out":{"host":"127.0.0.1","port":%d,"security":"NONE"},"plus":true}}
               """
                .formatted(
                        password == null ? "null" : "\"" + password + "\"",
                        host,
                        port,
                        security,
                        server.getSmtp().getPort());
    }

    private Stage.Answer put(String body) {
        return stage.perform(
                MockMvcRequestBuilders.put("/api/v1/shops/" + shop + "/channels/" + channel)
                        .with(keeper)
                        .header("Accept-Language", "en")
                        .contentType("application/json")
                        .content(body));
    }

    private List<JsonNode> checks() {
        var found = new ArrayList<JsonNode>();
        stage.perform(
                        post("/api/v1/shops/" + shop + "/channels/" + channel + "/mailbox/checks")
                                .with(keeper)
                                .header("Accept-Language", "en"))
                .body()
                .forEach(found::add);
        assertThat(found).hasSize(2);
        return found;
    }

    private JsonNode status() {
        return stage.look(keeper, "shops/" + shop + "/channels/" + channel + "/mailbox").body();
    }

    private List<String> setAside() {
        var sorts = new ArrayList<String>();
        status().path("setAside").forEach(one -> sorts.add(one.path("sort").asString()));
        return sorts;
    }

    private static String mail(String id, String subject, String headers, String text) {
        return "From: =?UTF-8?B?5p6X5pmT?= <lin.xiao@example.com>\r\nTo: care@tea.example\r\nMessage-ID: <"
                + id
                + "@example.com>\r\nSubject: "
                + subject
                + "\r\n"
                + headers
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + text;
    }

    private static String bounce(String about, String id) {
        return """
               From: MAILER-DAEMON@mx.example\r
               To: care@tea.example\r
               Message-ID: <%s@mx.example>\r
               Subject: Undelivered Mail\r
               Return-Path: <>\r
               Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
               \r
               --b\r
               Content-Type: text/plain\r
               \r
               It did not arrive.\r
               --b\r
               Content-Type: message/delivery-status\r
               \r
               Reporting-MTA: dns; mx.example\r
               \r
               Final-Recipient: rfc822; lin.xiao@example.com\r
               Action: failed\r
               Status: 5.1.1\r
               Diagnostic-Code: smtp; 550 5.1.1 user unknown\r
               --b\r
               Content-Type: text/rfc822-headers\r
               \r
               Message-ID: %s\r
               --b--\r
               """
                .formatted(id, about);
    }

    private void deliver(String raw) {
        try {
            care.deliver(
                    new MimeMessage(
                            ReadMail.NO_SERVER,
                            new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Letter answer(String conversation, String text) {
        var answered =
                stage.perform(
                        MockMvcRequestBuilders.put(
                                        "/api/v1/conversations/"
                                                + conversation
                                                + "/messages/"
                                                + UUID.randomUUID())
                                .with(agent)
                                .contentType("application/json")
                                .content("{\"text\":\"%s\",\"note\":false}".formatted(text)));
        assertThat(answered.status()).as(answered.body().toPrettyString()).isEqualTo(200);
        return db.sql(
                        "select o.id, o.recipient, o.body, o.extras::text as extras from messaging.outbound o where o.shop_id = :shop")
                .param("shop", shop.value())
                .query(
                        (row, n) ->
                                new Letter(
                                        row.getObject("id", UUID.class),
                                        shop.value(),
                                        OutboundMessage.Channel.CONVERSATION,
                                        row.getString("recipient"),
                                        "",
                                        row.getString("body"),
                                        json.readValue(
                                                row.getString("extras"),
                                                OutboundMessage.Extras.class),
                                        1,
                                        clock.instant()))
                .single();
    }

    private void send(Letter letter) throws Exception {
        answers.deliver(channels.get(channel).orElseThrow(), letter);
    }

    /** The newest that left by SMTP. */
    private MimeMessage sent() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(
                        one -> {
                            try {
                                return ids.answer(String.valueOf(one.getMessageID())).isPresent();
                            } catch (jakarta.mail.MessagingException e) {
                                throw new AssertionError(e);
                            }
                        })
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static byte[] raw(MimeMessage mail) throws Exception {
        var raw = new java.io.ByteArrayOutputStream();
        mail.writeTo(raw);
        return raw.toByteArray();
    }

    private String conversation() {
        return String.valueOf(
                db.sql(
                                "select c.id::text from conversation.conversation c where c.shop_id = :shop order by c.last_at desc limit 1")
                        .param("shop", shop.value())
                        .query(String.class)
                        .single());
    }

    private int count() {
        return db.sql("select count(*) from conversation.conversation c where c.shop_id = :shop")
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }

    private JsonNode thread() {
        return stage.look(agent, "conversations/" + conversation() + "/messages").body();
    }

    private List<String> texts() {
        var texts = new ArrayList<String>();
        thread().path("items").forEach(one -> texts.add(one.path("text").asString()));
        return texts;
    }

    /** A line that breaks when so many bytes have come over it. */
    private static final class Cut implements AutoCloseable {

        private final ServerSocket door;

        Cut(int to, int bytes) throws IOException {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(to, bytes));
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve(int to, int bytes) {
            while (!door.isClosed()) {
                try {
                    var near = door.accept();
                    var far = new Socket(InetAddress.getLoopbackAddress(), to);
                    Thread.ofVirtual().start(() -> pass(near, far, Integer.MAX_VALUE));
                    Thread.ofVirtual().start(() -> pass(far, near, bytes));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void pass(Socket from, Socket to, int most) {
            try (from;
                    to) {
                var piece = new byte[4_096];
                int left = most;
                for (int n = from.getInputStream().read(piece);
                        n > 0 && left > 0;
                        n = from.getInputStream().read(piece)) {
                    to.getOutputStream().write(piece, 0, Math.min(n, left));
                    left -= n;
                }
            } catch (IOException gone) {
                // One end has hung up.
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
