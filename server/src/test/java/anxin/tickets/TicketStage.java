package anxin.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.Stage.Answer;
import anxin.identity.Caller;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** A shop with somebody who works on its tickets, and a market place where its customers write. */
public final class TicketStage {

    public static final List<Permission> WORK =
            List.of(
                    Permission.TICKET_READ,
                    Permission.TICKET_WORK,
                    Permission.CONVERSATION_READ,
                    Permission.CONVERSATION_ANSWER,
                    Permission.CASE_READ,
                    Permission.CASE_MESSAGE);

    public final ShopId shop;
    public final Caller.Staff zhouNing;
    public final RequestPostProcessor agent;
    private final Stage stage;
    private final TestPeople people;
    private final TestClock clock;

    public TicketStage(Stage stage, TestPeople people, TestClock clock) {
        this.stage = stage;
        this.people = people;
        this.clock = clock;
        shop = stage.shop();
        zhouNing = people.staff("周宁", WORK, "L1", List.of("AFTERSALES"), shop);
        agent = people.as(zhouNing);
    }

    public RequestPostProcessor with(Permission... permissions) {
        return people.asStaff(List.of(permissions), shop);
    }

    public Answer open(UUID id, Map<String, ?> more) {
        return open(agent, id, more);
    }

    public Answer open(RequestPostProcessor who, UUID id, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(Map.of("shop", shop.value()));
        body.putAll(more);
        return stage.act(who, "tickets/" + id, null, body);
    }

    /** Opened by hand with these words. */
    public UUID aTicket(String problem) {
        return aTicket(Map.of("problem", problem));
    }

    public UUID aTicket(Map<String, ?> more) {
        var id = UUID.randomUUID();
        good(open(id, more));
        return id;
    }

    /** On the version as it is now. */
    public Answer act(UUID id, String what, Map<String, ?> body) {
        return act(id, what, read(id).path("item").path("version").asInt(), body);
    }

    public Answer act(UUID id, String what, @Nullable Object version, Map<String, ?> body) {
        return stage.act(agent, "tickets/" + id + "/" + what, version, body);
    }

    public Answer tell(UUID id, String text, String through) {
        return act(id, "results/" + UUID.randomUUID(), Map.of("text", text, "through", through));
    }

    public UUID ask(UUID id, String party, String question) {
        var request = UUID.randomUUID();
        good(act(id, "requests/" + request, Map.of("party", party, "question", question)));
        return request;
    }

    public JsonNode read(UUID id) {
        return good(stage.look(agent, "tickets/" + id)).body();
    }

    public List<String> list(RequestPostProcessor who, String query) {
        return texts(good(stage.look(who, "tickets?" + query)).body().path("items"), "title");
    }

    public List<String> steps(UUID id) {
        return texts(read(id).path("steps"), "kind");
    }

    public static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(one -> one.path(field).asString()).toList();
    }

    public static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
        return answer;
    }

    public static void refused(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:anxin:problem:" + type);
    }

    public String aChannel() {
        var channel = "market-" + shop;
        good(
                stage.send(
                        put("/api/v1/shops/" + shop + "/channels/" + channel),
                        people.asStaff(Permission.KEYS_MANAGE, shop),
                        Map.of(
                                "kind",
                                "WEBHOOK",
                                "name",
                                "市场",
                                "secret",
                                "a secret of sixteen",
                                "url",
                                "https://market.example/answers")));
        return channel;
    }

    /** What a customer writes on the market place; answers the conversation. */
    public UUID write(String channel, String sender, String message, String text) {
        var answer =
                stage.send(
                        post("/api/v1/channels/" + channel + "/messages"),
                        people.withKey(Permission.CHANNEL_DELIVER, shop),
                        Map.of(
                                "id",
                                message,
                                "sender",
                                Map.of("id", sender, "name", "林晓", "phone", "13812345678"),
                                "text",
                                text,
                                "at",
                                clock.instant().toString()));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(202);
        return UUID.fromString(answer.text("conversation"));
    }
}
