package anxin.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.kernel.ShopId;
import anxin.kernel.wire.SignedHook;
import anxin.messaging.ConversationChannels.Kind;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import anxin.messaging.channel.Letter;
import anxin.messaging.channel.Way;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class HookAnswersTest {

    private static final String SECRET = "a secret of sixteen";

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Autowired ChannelAnswers answers;
    @Autowired InboundChannelStore channels;
    @Autowired TestClock clock;

    @Test
    void an_answer_is_handed_over_signed_under_one_id_and_again_when_it_was_not_taken()
            throws Exception {
        var market = market(503, 200);
        try {
            setUp("http://127.0.0.1:" + market.getAddress().getPort() + "/answers");
            var letter = letter(shop);
            assertThatThrownBy(() -> answers.deliver(letter))
                    .isInstanceOfSatisfying(
                            Way.Undelivered.class, no -> assertThat(no.isForGood()).isFalse());
            answers.deliver(letter);
            assertThat(heard).hasSize(2);
            var first = heard.take();
            assertThat(heard.take()).isEqualTo(first);
            assertThat(first).contains(letter.id().toString()).contains("\"to\":\"wx-1\"");
        } finally {
            market.stop(0);
        }
    }

    @Test
    void it_never_leaves_by_a_channel_of_another_shop_or_one_that_is_gone() {
        setUp("http://127.0.0.1:9/answers");
        assertThatThrownBy(() -> answers.deliver(letter(new ShopId("t-another"))))
                .hasMessageContaining("not connected");
        channels.remove(shop, "market-" + shop);
        assertThatThrownBy(() -> answers.deliver(letter(shop)))
                .hasMessageContaining("not connected");
    }

    private void setUp(String url) {
        channels.put(
                new InboundChannel(
                        "market-" + shop,
                        shop,
                        Kind.WEBHOOK,
                        "市场",
                        List.of(SECRET),
                        url,
                        List.of(),
                        null,
                        0),
                "system",
                clock.instant());
    }

    private Letter letter(ShopId of) {
        return new Letter(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                of.value(),
                Channel.CONVERSATION,
                "wx-1",
                "",
                "马上为您处理",
                Extras.ofAnswer("conversation:x", "market-" + shop, "m1", List.of()),
                1,
                clock.instant());
    }

    /** Answers with these, one after the other, and keeps what was signed well. */
    private HttpServer market(int... statuses) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var next = new java.util.concurrent.atomic.AtomicInteger();
        server.createContext(
                "/answers",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    var signature = exchange.getRequestHeaders().getFirst(SignedHook.HEADER);
                    if (SignedHook.isGood(
                            SECRET, signature, body, clock.instant(), Duration.ofMinutes(1))) {
                        heard.add(body);
                    }
                    exchange.sendResponseHeaders(statuses[next.getAndIncrement()], -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
