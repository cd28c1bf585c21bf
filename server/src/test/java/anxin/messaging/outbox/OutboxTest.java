package anxin.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.channel.ChannelHttp;
import anxin.messaging.channel.HookCall;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.SmsHookWay;
import anxin.messaging.channel.SmtpWay;
import anxin.messaging.channel.Way;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class OutboxTest {

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final String linXiao = "lin." + shop + "@example.com";

    @Autowired OutboxStore store;
    @Autowired Messages messages;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;
    @Autowired TestPeople people;
    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;
    GreenMail mailServer = new GreenMail();

    @BeforeEach
    void aMailServer() {
        mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mailServer.start();
    }

    @AfterEach
    void stop() {
        mailServer.stop();
    }

    @Test
    void a_message_goes_out_once_and_is_recognisable() throws Exception {
        var outbox = outbox(smtp());
        outbox.send(mail("welcome", "您好，林晓 – hello"));
        outbox.send(mail("welcome", "您好，林晓 – hello"));
        outbox.sendDue();
        outbox.sendDue();
        var received = received();
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().getContent().toString().strip()).isEqualTo("您好，林晓 – hello");
        assertThat(received.getFirst().getSubject()).isEqualTo("港湾茶集");
        assertThat(received.getFirst().getMessageID()).isEqualTo("<" + id("welcome") + "@anxin>");
        assertThat(state("welcome")).isEqualTo("SENT");
    }

    @Test
    void a_message_whose_cause_was_undone_never_goes_out() {
        var outbox = outbox(smtp());
        transaction.executeWithoutResult(
                status -> {
                    outbox.send(mail("undone", "…"));
                    status.setRollbackOnly();
                });
        outbox.sendDue();
        assertThat(received()).isEmpty();
    }

    @Test
    void a_mail_server_that_is_down_delays_and_loses_nothing() {
        var port = mailServer.getSmtp().getPort();
        mailServer.stop();
        var outbox = outbox(smtp(port));
        outbox.send(mail("delayed", "later"));
        outbox.sendDue();
        assertThat(state("delayed")).isEqualTo("WAITING");
        mailServer = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        outbox.sendDue();
        assertThat(received()).as("not before the pause is over").isEmpty();
        clock.forward(Duration.ofSeconds(15));
        outbox.sendDue();
        assertThat(received()).hasSize(1);
        assertThat(state("delayed")).isEqualTo("SENT");
    }

    @Test
    void one_who_dies_between_sending_and_noting_it_sends_again_under_the_same_id()
            throws Exception {
        var smtp = smtp();
        var dying =
                outbox(
                        new Way() {
                            @Override
                            public String name() {
                                return "SMTP";
                            }

                            @Override
                            public boolean takes(
                                    @Nullable String of, OutboundMessage.Channel channel) {
                                return smtp.takes(of, channel);
                            }

                            @Override
                            public @Nullable String deliver(Letter letter) throws Undelivered {
                                smtp.deliver(letter);
                                if (letter.recipient().equals(linXiao)) {
                                    throw new ThreadDeathOfTheProcess();
                                }
                                return null;
                            }
                        });
        dying.send(mail("twice", "hello"));
        try {
            dying.sendDue();
        } catch (ThreadDeathOfTheProcess killed) {
            assertThat(state("twice")).isEqualTo("WAITING");
        }
        var next = outbox(smtp);
        next.sendDue();
        assertThat(received()).as("still in the hands of the one who died").hasSize(1);
        clock.forward(Duration.ofMinutes(2));
        next.sendDue();
        assertThat(received()).hasSize(2);
        assertThat(received().get(0).getMessageID()).isEqualTo(received().get(1).getMessageID());
        assertThat(state("twice")).isEqualTo("SENT");
    }

    @Test
    void a_message_without_a_channel_waits_where_the_administrator_sees_it() {
        messages.send(mail("nowhere", "…"));
        assertThat(state("nowhere")).isEqualTo("WAITING_FOR_CHANNEL");
        assertThat(
                        http.get()
                                .uri("/api/v1/messages?state=WAITING_FOR_CHANNEL")
                                .with(people.asStaff(Permission.JOURNAL_READ, shop)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items[0].recipient")
                .isEqualTo("l***@example.com");
        outbox(smtp()).sendDue();
        assertThat(received()).as("set up at last").hasSize(1);
    }

    @Test
    void a_secret_is_forgotten_once_it_has_gone_out_and_not_sent_after_its_time() {
        var outbox = outbox(smtp());
        outbox.send(secret("code-1"));
        outbox.sendDue();
        assertThat(body("code-1")).isNull();
        assertThat(received()).hasSize(1);

        outbox.send(secret("code-2"));
        clock.forward(Duration.ofMinutes(11));
        outbox.sendDue();
        assertThat(state("code-2")).isEqualTo("EXPIRED");
        assertThat(body("code-2")).isNull();
        assertThat(received()).hasSize(1);
    }

    @Test
    void an_address_that_is_none_is_given_up_at_once() {
        var outbox = outbox(smtp());
        outbox.send(
                new OutboundMessage(
                        shop + "/bad",
                        shop,
                        OutboundMessage.Channel.EMAIL,
                        "not an address",
                        "s",
                        "b",
                        null,
                        false));
        outbox.sendDue();
        assertThat(state("bad")).isEqualTo("FAILED");
    }

    @Test
    void the_pause_doubles_up_to_an_hour() {
        assertThat(Outbox.pause(1)).isEqualTo(Duration.ofSeconds(15));
        assertThat(Outbox.pause(2)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Outbox.pause(60)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void an_sms_goes_to_the_shops_own_sender_signed() throws Exception {
        var bodies = new ArrayList<String>();
        var signatures = new ArrayList<String>();
        var answers = new AtomicInteger(503);
        var hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext(
                "/sms",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    if (body.contains(shop.value())) {
                        bodies.add(body);
                        signatures.add(exchange.getRequestHeaders().getFirst("Anxin-Signature"));
                    }
                    exchange.sendResponseHeaders(answers.get(), -1);
                    exchange.close();
                });
        hook.start();
        try {
            var outbox =
                    outbox(
                            new SmsHookWay(
                                    "http://127.0.0.1:" + hook.getAddress().getPort() + "/sms",
                                    "shared secret",
                                    new HookCall(
                                            new ChannelHttp(Duration.ofSeconds(10)), json, clock)));
            outbox.send(
                    new OutboundMessage(
                            shop + "/sms",
                            shop,
                            OutboundMessage.Channel.SMS,
                            "13800000001",
                            "",
                            "验证码 123456",
                            null,
                            false));
            outbox.sendDue();
            assertThat(state("sms")).isEqualTo("WAITING");
            answers.set(204);
            clock.forward(Duration.ofSeconds(15));
            outbox.sendDue();
            assertThat(state("sms")).isEqualTo("SENT");
            assertThat(bodies).hasSize(2);
            assertThat(bodies.getLast()).contains("13800000001").contains("123456");
            assertThat(json.readTree(bodies.get(0)).get("id"))
                    .isEqualTo(json.readTree(bodies.get(1)).get("id"));
            var seconds = clock.instant().getEpochSecond();
            assertThat(signatures.getLast())
                    .isEqualTo("t=" + seconds + ",v1=" + hmac(seconds + "." + bodies.getLast()));
        } finally {
            hook.stop(0);
        }
    }

    @Test
    void what_failed_is_sent_again_by_hand_once_and_the_journal_knows_by_whom() {
        var outbox = outbox(smtp());
        outbox.send(mail("again", "您好"));
        giveUp("again");
        var agent = people.asStaff(List.of(Permission.JOURNAL_READ, Permission.CASE_MESSAGE), shop);
        assertThat(http.get().uri("/api/v1/messages").with(agent))
                .bodyJson()
                .extractingPath("items[0].allowed[0]")
                .isEqualTo("retry");

        assertThat(retry("again", agent))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("WAITING");
        assertThat(retry("again", agent)).as("asked twice").hasStatusOk();
        outbox.sendDue();
        assertThat(received()).hasSize(1);
        assertThat(
                        http.get()
                                .uri("/api/v1/journal?type=messaging.message-retried&shop=" + shop)
                                .with(agent))
                .bodyJson()
                .extractingPath("items[*].subject")
                .asArray()
                .containsExactly("message:" + id("again"));
        assertThat(retry("again", agent)).as("sent already").hasStatus(422);
    }

    @Test
    void nobody_sends_again_without_the_right_from_another_shop_or_without_the_text() {
        var outbox = outbox(smtp());
        outbox.send(mail("stuck", "…"));
        giveUp("stuck");
        var reader = people.asStaff(Permission.JOURNAL_READ, shop);
        assertThat(http.get().uri("/api/v1/messages").with(reader))
                .bodyJson()
                .extractingPath("items[0].allowed")
                .asArray()
                .isEmpty();
        assertThat(retry("stuck", reader)).hasStatus(403);
        var other = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(retry("stuck", people.asStaff(Permission.CASE_MESSAGE, other))).hasStatus(404);

        var agent = people.asStaff(Permission.CASE_MESSAGE, shop);
        outbox.send(secret("code"));
        giveUp("code");
        assertThat(retry("code", agent))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:anxin:problem:text-gone");
        assertThat(state("stuck")).isEqualTo("FAILED");
    }

    @Test
    void the_mailbox_of_the_demo_is_shut_in_a_real_house() {
        assertThat(http.get().uri("/api/v1/demo/mailbox")).hasStatus(404);
    }

    @Test
    void a_message_of_another_shop_is_not_seen() {
        messages.send(mail("private", "…"));
        var other = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(
                        http.get()
                                .uri("/api/v1/messages")
                                .with(people.asStaff(Permission.JOURNAL_READ, other)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items")
                .asArray()
                .isEmpty();
    }

    /** Stands for kill -9: nothing after it runs. */
    private static final class ThreadDeathOfTheProcess extends Error {
        private static final long serialVersionUID = 1;
    }

    private Outbox outbox(Way way) {
        return new Outbox(store, List.of(way), clock, false);
    }

    private SmtpWay smtp() {
        return smtp(mailServer.getSmtp().getPort());
    }

    private static SmtpWay smtp(int port) {
        return new SmtpWay("smtp://127.0.0.1:" + port, "anxin@example.com");
    }

    private OutboundMessage mail(String key, String body) {
        return new OutboundMessage(
                shop + "/" + key,
                shop,
                OutboundMessage.Channel.EMAIL,
                linXiao,
                "港湾茶集",
                body,
                null,
                false);
    }

    private OutboundMessage secret(String key) {
        return new OutboundMessage(
                shop + "/" + key,
                shop,
                OutboundMessage.Channel.EMAIL,
                linXiao,
                "验证码",
                "123456",
                clock.instant().plus(Duration.ofMinutes(10)),
                true);
    }

    private List<MimeMessage> received() {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(
                        mail -> {
                            try {
                                return linXiao.equals(mail.getAllRecipients()[0].toString());
                            } catch (jakarta.mail.MessagingException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .toList();
    }

    private void giveUp(String key) {
        store.failed(id(key), "FAILED", null, "mailbox unavailable", clock.instant());
    }

    private MvcTestResult retry(String key, RequestPostProcessor caller) {
        return http.put().uri("/api/v1/messages/" + id(key) + "/retry").with(caller).exchange();
    }

    private UUID id(String key) {
        return db.sql("select o.id from messaging.outbound o where o.dedupe_key = :key")
                .param("key", shop + "/" + key)
                .query(UUID.class)
                .single();
    }

    private String state(String key) {
        return db.sql("select o.state from messaging.outbound o where o.dedupe_key = :key")
                .param("key", shop + "/" + key)
                .query(String.class)
                .single();
    }

    private @Nullable String body(String key) {
        return db.sql(
                                "select coalesce(o.body, '(none)') from messaging.outbound o where o.dedupe_key = :key")
                        .param("key", shop + "/" + key)
                        .query(String.class)
                        .single()
                        .equals("(none)")
                ? null
                : "kept";
    }

    private static String hmac(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("shared secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
