package anxin.journal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.identity.session.SessionCookies;
import anxin.identity.session.Sessions;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnxinTest
class LiveTest {

    @Autowired FactLog facts;
    @Autowired Sessions sessions;
    @Autowired TestPeople people;
    @Autowired JsonMapper json;
    @LocalServerPort int port;

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 12));

    @Test
    void a_customer_hears_what_concerns_them_and_nothing_else() throws Exception {
        try (var tab = customerTab("lin-xiao")) {
            tab.since(null);
            tab.await("ready");
            happen("theirs", "somebody-else", Audience.CUSTOMER);
            happen("internal", "lin-xiao", Audience.STAFF);
            happen("secret", "lin-xiao", Audience.NONE);
            happen("mine", "lin-xiao", Audience.CUSTOMER);
            assertThat(tab.await("id").get("subject").asString()).isEqualTo("mine");
        }
    }

    @Test
    void who_came_in_with_the_code_of_one_order_hears_of_that_order_alone() throws Exception {
        try (var tab = customerTab("lin-xiao", "HT-1")) {
            tab.since(null);
            tab.await("ready");
            happen("nameless", "lin-xiao", Audience.CUSTOMER);
            happen("another", "lin-xiao", Audience.CUSTOMER, Map.of("orderNo", "HT-11"));
            happen("this", "lin-xiao", Audience.CUSTOMER, Map.of("orderNo", "HT-1"));
            assertThat(tab.await("id").get("subject").asString()).isEqualTo("this");
        }
    }

    @Test
    void staff_hear_their_shops_and_no_other() throws Exception {
        try (var tab = staffTab()) {
            tab.since(null);
            tab.await("ready");
            facts.append(
                    new NewFact(
                            new ShopId("t-other-shop"),
                            "test.happened",
                            "elsewhere",
                            "system",
                            null,
                            Audience.STAFF,
                            Map.of()));
            happen("internal", "lin-xiao", Audience.STAFF);
            assertThat(tab.await("id").get("subject").asString()).isEqualTo("internal");
        }
    }

    @Test
    void of_what_belongs_to_no_shop_staff_hear_and_customers_do_not() throws Exception {
        try (var desk = staffTab();
                var phone = customerTab("lin-xiao")) {
            for (var tab : List.of(desk, phone)) {
                tab.since(null);
                tab.await("ready");
            }
            facts.append(
                    new NewFact(
                            null,
                            "test.happened",
                            "everywhere",
                            "system",
                            "lin-xiao",
                            Audience.STAFF,
                            Map.of()));
            happen("here", "lin-xiao", Audience.CUSTOMER);
            var heard = desk.await("id");
            assertThat(heard.get("subject").asString()).isEqualTo("everywhere");
            assertThat(heard.get("shop").isNull()).isTrue();
            assertThat(phone.await("id").get("subject").asString()).isEqualTo("here");
        }
    }

    @Test
    void a_tab_that_was_away_hears_what_it_missed_in_order_and_once() throws Exception {
        String last;
        try (var tab = customerTab("lin-xiao")) {
            tab.since(null);
            tab.await("ready");
            happen("before", "lin-xiao", Audience.CUSTOMER);
            last = tab.await("id").get("id").asString();
        }
        for (int i = 0; i < 30; i++) {
            happen("missed-" + i, "lin-xiao", Audience.CUSTOMER);
        }
        try (var tab = customerTab("lin-xiao")) {
            tab.since(last);
            var heard = new ArrayList<String>();
            var message = tab.next();
            while (!message.has("ready")) {
                heard.add(message.get("subject").asString());
                message = tab.next();
            }
            happen("after", "lin-xiao", Audience.CUSTOMER);
            heard.add(tab.await("id").get("subject").asString());
            var expected = new ArrayList<String>();
            for (int i = 0; i < 30; i++) {
                expected.add("missed-" + i);
            }
            expected.add("after");
            assertThat(heard).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void a_tab_away_for_too_long_is_told_to_fetch_afresh() throws Exception {
        var start = facts.end();
        var many = new ArrayList<NewFact>();
        for (int i = 0; i < 2_000; i++) {
            many.add(
                    new NewFact(
                            shop,
                            "test.happened",
                            "many",
                            "system",
                            "lin-xiao",
                            Audience.CUSTOMER,
                            Map.of()));
        }
        facts.append(many);
        try (var tab = customerTab("lin-xiao")) {
            tab.since(start.toString());
            assertThat(tab.await("reset").get("reset").asBoolean()).isTrue();
            tab.await("ready");
        }
    }

    @Test
    void nobody_listens_without_being_signed_in() {
        assertThatThrownBy(() -> new Tab(port, "none=1"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private void happen(String subject, String customer, Audience audience) {
        happen(subject, customer, audience, Map.of("n", 1));
    }

    private void happen(String subject, String customer, Audience audience, Map<String, ?> data) {
        facts.append(
                new NewFact(shop, "test.happened", subject, "system", customer, audience, data));
    }

    private Tab customerTab(String id) {
        return customerTab(id, null);
    }

    private Tab customerTab(String id, @Nullable String onlyOrder) {
        var opened = sessions.open(new Caller.Customer(shop, id, onlyOrder), "林晓", null, null);
        return new Tab(port, SessionCookies.CUSTOMER + "=" + opened.token());
    }

    private Tab staffTab() {
        var opened =
                sessions.open(
                        people.staff(
                                "Zhou Ning", List.of(Permission.CASE_READ), "L1", List.of(), shop),
                        null,
                        null,
                        null);
        return new Tab(port, SessionCookies.STAFF + "=" + opened.token());
    }

    /** A browser's tab with its one connection. */
    private final class Tab implements WebSocket.Listener, AutoCloseable {

        private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final HttpClient client = HttpClient.newHttpClient();
        private final WebSocket socket;

        Tab(int port, String cookie) {
            var as = cookie.startsWith(SessionCookies.CUSTOMER) ? "?as=customer" : "";
            socket =
                    client.newWebSocketBuilder()
                            .header("Cookie", cookie)
                            .buildAsync(
                                    URI.create("ws://127.0.0.1:" + port + "/api/v1/live" + as),
                                    this)
                            .join();
        }

        void since(@Nullable String id) {
            socket.sendText(
                            json.writeValueAsString(
                                    java.util.Collections.singletonMap("since", id)),
                            true)
                    .join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(json.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        JsonNode next() throws InterruptedException {
            var message = heard.poll(10, TimeUnit.SECONDS);
            assertThat(message).as("nothing was heard for ten seconds").isNotNull();
            return message;
        }

        JsonNode await(String member) throws InterruptedException {
            var message = next();
            while (!message.has(member)) {
                message = next();
            }
            return message;
        }

        @Override
        public void close() {
            socket.abort();
            client.close();
        }
    }
}
