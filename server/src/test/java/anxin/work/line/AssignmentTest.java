package anxin.work.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import anxin.messaging.TestCustomers;
import anxin.work.Routing;
import anxin.work.presence.Attendance;
import anxin.work.presence.Attendance.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnxinTest
class AssignmentTest {

    private static final List<Permission> AGENT =
            List.of(Permission.CONVERSATION_READ, Permission.CONVERSATION_ANSWER);

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired TestCustomers customers;
    @Autowired Attendance presence;
    @Autowired Assignment assignment;
    @Autowired Dispatcher dispatcher;
    @Autowired Routing routing;
    @Autowired JdbcClient db;

    private ShopId shop = new ShopId("unset");

    @BeforeEach
    void aShop() {
        shop = stage.shop();
    }

    @Test
    void a_first_message_waits_in_line_and_goes_to_whoever_is_there() {
        var zhouNing = agent("周宁", State.AWAY);
        var talk = write("lin-xiao", "你好");
        assertThat(assignment.run(shop)).isZero();
        assertThat(agentOf(talk)).isNull();
        presence.say(zhouNing, State.AVAILABLE);
        assertThat(assignment.run(shop)).isEqualTo(1);
        assertThat(agentOf(talk)).isEqualTo(zhouNing.id());
        assertThat(assignment.run(shop)).as("once").isZero();
        assertThat(events(talk, "ASSIGNED")).isEqualTo(1);
    }

    @Test
    void another_word_in_the_same_conversation_is_no_work_more() {
        write("lin-xiao", "你好");
        write("lin-xiao", "在吗");
        assertThat(count("work.item where shop_id = :shop")).isEqualTo(1);
    }

    @Test
    void who_is_full_gets_nothing_until_something_is_closed_or_put_off() {
        var zhouNing = agent("周宁", State.AVAILABLE);
        takes(zhouNing, 2);
        var first = write("c1", "一");
        clock.forward(Duration.ofSeconds(1));
        var second = write("c2", "二");
        clock.forward(Duration.ofSeconds(1));
        var third = write("c3", "三");
        clock.forward(Duration.ofSeconds(1));
        var fourth = write("c4", "四");
        assignment.run(shop);
        assertThat(List.of(owned(first), owned(second), owned(third)))
                .containsExactly(true, true, false);
        act(zhouNing, first, "state", "{\"state\":\"CLOSED\"}");
        assignment.run(shop);
        assertThat(owned(third)).isTrue();
        assertThat(owned(fourth)).isFalse();
        act(
                zhouNing,
                second,
                "state",
                "{\"state\":\"SNOOZED\",\"until\":\"%s\"}"
                        .formatted(clock.instant().plus(Duration.ofHours(1))));
        assignment.run(shop);
        assertThat(owned(fourth)).isTrue();
        assertThat(load(zhouNing)).isEqualTo(2);
    }

    @Test
    void what_was_taken_by_hand_counts_and_what_is_given_back_waits_again() {
        var zhouNing = agent("周宁", State.AVAILABLE);
        takes(zhouNing, 1);
        var taken = write("c1", "一");
        var other = write("c2", "二");
        act(zhouNing, taken, "assignment", "{\"to\":\"%s\"}".formatted(zhouNing.id()));
        assignment.run(shop);
        assertThat(owned(other)).as("no room").isFalse();
        act(zhouNing, taken, "assignment", "{\"to\":null}");
        assertThat(count("work.item where shop_id = :shop and agent is null")).isEqualTo(2);
    }

    @Test
    void the_first_rule_that_fits_says_where_it_waits_and_only_the_skilled_get_it() {
        var returns = agent("何伟", State.AVAILABLE, "t-returns");
        var japanese = agent("周宁", State.AVAILABLE);
        plan(
                """
                {"queues":[{"id":"all","nameZh":"综合","nameEn":"All","level":1,"languages":["ja"],"liveWeight":2,
                            "writtenWeight":1,"lastAgentSeconds":0,"returnSeconds":60},
                           {"id":"returns","nameZh":"退货","nameEn":"Returns","team":"t-returns","level":1,"languages":[],
                            "liveWeight":2,"writtenWeight":1,"lastAgentSeconds":0,"returnSeconds":60}],
                 "rules":[{"queue":"returns","urgent":false,"words":["退货","退款"]}]}
                """);
        skill(japanese, "lang:ja", 1, null);
        var asksJapanese = write("c1", "こんにちは", "ja");
        var wantsReturn = write("c2", "我要退货", "zh");
        assignment.run(shop);
        assertThat(agentOf(wantsReturn)).isEqualTo(returns.id());
        assertThat(agentOf(asksJapanese)).isEqualTo(japanese.id());
    }

    @Test
    void a_skill_that_ended_is_none() {
        var temporary = agent("临时工", State.AVAILABLE, "t-returns");
        plan(
                """
                {"queues":[{"id":"returns","nameZh":"退货","nameEn":"Returns","team":"t-returns","level":1,"languages":[],
                            "liveWeight":2,"writtenWeight":1,"lastAgentSeconds":0,"returnSeconds":60}],"rules":[]}
                """);
        skill(temporary, "t-returns", 2, clock.instant().plus(Duration.ofSeconds(30)).toString());
        clock.forward(Duration.ofSeconds(30));
        presence.say(temporary, null);
        var talk = write("c1", "退货");
        assignment.run(shop);
        assertThat(owned(talk)).isFalse();
    }

    @Test
    void who_served_them_last_gets_them_for_a_while_and_then_anybody() {
        var zhouNing = agent("周宁", State.AVAILABLE);
        var heWei = agent("何伟", State.AVAILABLE);
        var first = write("lin-xiao", "一");
        act(zhouNing, first, "assignment", "{\"to\":\"%s\"}".formatted(zhouNing.id()));
        act(zhouNing, first, "state", "{\"state\":\"CLOSED\"}");
        clock.forward(Duration.ofSeconds(5));
        takes(zhouNing, 1);
        var other = write("c9", "别人");
        act(zhouNing, other, "assignment", "{\"to\":\"%s\"}".formatted(zhouNing.id()));
        var again = write("lin-xiao", "又是我");
        assignment.run(shop);
        assertThat(owned(again)).as("kept for him, who has no room").isFalse();
        clock.forward(Duration.ofSeconds(50));
        presence.say(zhouNing, null);
        presence.say(heWei, null);
        clock.forward(Duration.ofSeconds(10));
        assignment.run(shop);
        assertThat(agentOf(again)).isEqualTo(heWei.id());
    }

    @Test
    void who_has_room_again_gets_the_next_and_not_what_is_kept_for_a_colleague() {
        var heWei = agent("何伟", State.AVAILABLE);
        takes(heWei, 1);
        var before = write("lin-xiao", "一");
        assignment.run(shop);
        act(heWei, before, "state", "{\"state\":\"CLOSED\"}");
        write("c1", "二");
        assignment.run(shop);
        var zhouNing = agent("周宁", State.AVAILABLE);
        takes(zhouNing, 1);
        var first = write("c2", "三");
        assignment.run(shop);
        assertThat(agentOf(first)).isEqualTo(zhouNing.id());
        var kept = write("lin-xiao", "又是我");
        clock.forward(Duration.ofSeconds(1));
        var next = write("c3", "四");
        assertThat(assignment.run(shop)).as("nobody has room").isZero();
        act(zhouNing, first, "state", "{\"state\":\"CLOSED\"}");
        assertThat(assignment.run(shop, Set.of(zhouNing.id()))).isEqualTo(1);
        assertThat(agentOf(next)).isEqualTo(zhouNing.id());
        assertThat(owned(kept)).as("kept for him who is busy").isFalse();
    }

    @Test
    void a_conversation_that_is_closed_rings_for_whoever_had_it() {
        var zhouNing = agent("周宁", State.AVAILABLE);
        takes(zhouNing, 1);
        var first = write("c1", "一");
        var second = write("c2", "二");
        dispatcher.round();
        assertThat(List.of(owned(first), owned(second))).containsExactlyInAnyOrder(true, false);
        closeOne(zhouNing);
        assertThat(load(zhouNing)).isZero();
        dispatcher.round();
        assertThat(List.of(owned(first), owned(second))).containsExactly(true, true);
        assertThat(load(zhouNing)).isEqualTo(1);
    }

    @Test
    void what_stood_behind_something_heavier_is_given_to_whoever_has_room_for_it() {
        var zhouNing = agent("周宁", State.AVAILABLE);
        takes(zhouNing, 2);
        var one = write("c1", "一");
        var two = write("c2", "二");
        assignment.run(shop);
        var heWei = agent("何伟", State.AVAILABLE);
        takes(heWei, 1);
        var heavy = write("c3", "三");
        db.sql("update work.item set weight = 2 where shop_id = :shop and agent is null")
                .param("shop", shop.value())
                .update();
        clock.forward(Duration.ofSeconds(1));
        var light = write("c4", "四");
        assertThat(assignment.run(shop)).as("it holds its line").isZero();
        act(zhouNing, one, "state", "{\"state\":\"CLOSED\"}");
        act(zhouNing, two, "state", "{\"state\":\"CLOSED\"}");
        assertThat(assignment.run(shop, Set.of(zhouNing.id()))).isEqualTo(2);
        assertThat(agentOf(heavy)).isEqualTo(zhouNing.id());
        assertThat(agentOf(light)).isEqualTo(heWei.id());
    }

    @Test
    void whoever_is_gone_gets_nothing_and_what_waits_for_them_goes_to_the_front() {
        var zhouNing = agent("周宁", State.AVAILABLE);
        takes(zhouNing, 2);
        var talk = write("lin-xiao", "一");
        var answered = write("c8", "二");
        assignment.run(shop);
        act(
                zhouNing,
                answered,
                "messages/" + UUID.randomUUID(),
                "{\"text\":\"请稍等\",\"note\":true}");
        db.sql(
                        "update work.item set asks_since = null where shop_id = :shop and subject = :subject")
                .param("shop", shop.value())
                .param("subject", "conversation:" + answered)
                .update();
        var later = write("c2", "我等了更久");
        clock.forward(Duration.ofSeconds(100));
        assertThat(assignment.takeBack()).doesNotContain(shop);
        clock.forward(Duration.ofSeconds(30));
        assertThat(assignment.takeBack()).contains(shop);
        assertThat(agentOf(talk)).isNull();
        assertThat(agentOf(answered)).as("nobody waits for an answer there").isNotNull();
        assertThat(events(talk, "RETURNED")).isEqualTo(1);
        var heWei = agent("何伟", State.AVAILABLE);
        takes(heWei, 1);
        assignment.run(shop);
        assertThat(agentOf(talk)).as("before all others").isEqualTo(heWei.id());
        assertThat(owned(later)).isFalse();
    }

    @Test
    void what_its_owner_has_closed_otherwise_is_not_given() {
        agent("周宁", State.AVAILABLE);
        var talk = write("lin-xiao", "一");
        db.sql("update conversation.conversation set state = 'CLOSED' where id = :id")
                .param("id", talk)
                .update();
        assertThat(assignment.run(shop)).isZero();
        assertThat(count("work.item where shop_id = :shop")).isZero();
    }

    @Test
    void who_waits_sees_their_true_place_and_what_they_were_told_is_kept() {
        for (var n = 0; n < 8; n++) {
            write("before" + n, "你好");
            clock.forward(Duration.ofSeconds(30));
        }
        var first = write("lin-xiao", "你好");
        clock.forward(Duration.ofSeconds(1));
        var second = write("c2", "你好");
        assertThat(routing.place(shop, "conversation:" + second).orElseThrow())
                .satisfies(
                        at -> {
                            assertThat(at.place()).isEqualTo(10);
                            assertThat(at.within()).as("nobody was served yet").isNull();
                        });
        var zhouNing = agent("周宁", State.AVAILABLE);
        takes(zhouNing, 1);
        for (var n = 0; n < 8; n++) {
            presence.say(zhouNing, null);
            assignment.run(shop);
            clock.forward(Duration.ofSeconds(30));
            closeOne(zhouNing);
        }
        assertThat(routing.place(shop, "conversation:" + first).orElseThrow().place()).isEqualTo(1);
        var told = routing.promise(shop, "conversation:" + second).orElseThrow();
        assertThat(told.place()).isEqualTo(2);
        assertThat(told.within()).isNotNull();
        clock.forward(Duration.ofSeconds(10));
        routing.promise(shop, "conversation:" + second);
        presence.say(zhouNing, null);
        assignment.run(shop);
        closeOne(zhouNing);
        assignment.run(shop);
        assertThat(routing.place(shop, "conversation:" + second)).isEmpty();
        assertThat(
                        count(
                                "work.served where shop_id = :shop and promised_place = 2 and told_ms = 10000"
                                        + " and told_ms <= promised_seconds * 1000"))
                .isEqualTo(1);
        assertThat(count("work.served where shop_id = :shop")).isEqualTo(10);
    }

    /** Customers write, agents take, close and give back, three nodes give: all at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void at_once_on_three_nodes_nothing_is_given_twice_lost_or_above_capacity(long seed)
            throws Exception {
        var other = stage.shop();
        var agents = new ArrayList<Staff>();
        for (var n = 0; n < 5; n++) {
            var staff = people.staff("坐席" + n, AGENT, "L1", List.of(), shop, other);
            presence.say(staff, State.AVAILABLE);
            takes(staff, 3);
            agents.add(staff);
        }
        var chance = new Random(seed);
        var start = new CyclicBarrier(9);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var at : List.of(shop, other)) {
                Callable<@Nullable Void> writing =
                        () -> {
                            start.await();
                            for (var n = 0; n < 30; n++) {
                                customers.write(at, "c" + n, "消息");
                            }
                            return null;
                        };
                running.add(nodes.submit(writing));
                for (var node = 0; node < 3; node++) {
                    Callable<@Nullable Void> giving =
                            () -> {
                                start.await();
                                for (var n = 0; n < 20; n++) {
                                    assignment.run(at);
                                }
                                return null;
                            };
                    running.add(nodes.submit(giving));
                }
            }
            var closed = new Random(chance.nextLong());
            Callable<@Nullable Void> desk =
                    () -> {
                        start.await();
                        for (var n = 0; n < 40; n++) {
                            var free = agents.get(closed.nextInt(5));
                            closeOne(free);
                            assignment.run(n % 2 == 0 ? shop : other, Set.of(free.id()));
                            aboveCapacity(agents);
                        }
                        return null;
                    };
            running.add(nodes.submit(desk));
            for (var one : running) {
                one.get();
            }
        }
        for (var at : List.of(shop, other)) {
            assignment.run(at);
            assertThat(unlike(at)).as("the books of both modules say the same").isZero();
            assertThat(twice(at)).as("given once").isZero();
        }
        aboveCapacity(agents);
        var free = agents.stream().mapToInt(one -> 3 - load(one)).sum();
        var waiting =
                count("work.item where shop_id = :shop and agent is null")
                        + db.sql(
                                        "select count(*) from work.item where shop_id = :shop and agent is null")
                                .param("shop", other.value())
                                .query(Integer.class)
                                .single();
        assertThat(Math.min(free, waiting)).as("nobody idle while work waits").isZero();
    }

    private void closeOne(Staff agent) {
        db.sql(
                        """
                select c.id from conversation.conversation c where c.agent = :agent and c.state = 'OPEN' limit 1
                """)
                .param("agent", agent.id())
                .query(UUID.class)
                .optional()
                .ifPresent(id -> act(agent, id, "state", "{\"state\":\"CLOSED\"}"));
    }

    private void aboveCapacity(List<Staff> agents) {
        assertThat(
                        db.sql(
                                        """
                        select count(*) from (select i.agent from work.item i where i.agent = any(:agents)
                                               group by i.agent
                                              having sum(i.weight) > coalesce((select c.units from work.capacity c where c.staff_id = i.agent), 10)) o
                        """)
                                .param(
                                        "agents",
                                        agents.stream().map(Staff::id).toArray(UUID[]::new))
                                .query(Integer.class)
                                .single())
                .as("nobody above their capacity")
                .isZero();
    }

    private int unlike(ShopId at) {
        return db.sql(
                        """
                select count(*)
                  from (select c.id, c.agent from conversation.conversation c where c.shop_id = :shop and c.state = 'OPEN') c
                  full join (select substr(i.subject, 14)::uuid as id, i.agent from work.item i where i.shop_id = :shop) i using (id)
                 where c.id is null or i.id is null or c.agent is distinct from i.agent
                """)
                .param("shop", at.value())
                .query(Integer.class)
                .single();
    }

    private int twice(ShopId at) {
        return db.sql(
                        """
                select count(*) from (select m.conversation_id from conversation.message m
                                       where m.shop_id = :shop and m.kind = 'EVENT' and m.event->>'what' = 'ASSIGNED'
                                       group by m.conversation_id having count(*) > 1) t
                """)
                .param("shop", at.value())
                .query(Integer.class)
                .single();
    }

    private Staff agent(String name, State state, String... teams) {
        var staff = people.staff(name, AGENT, "L1", List.of(teams), shop);
        presence.say(staff, state);
        return staff;
    }

    private void takes(Staff staff, int units) {
        db.sql(
                        """
                insert into work.capacity (staff_id, units) values (:staff, :units)
                on conflict (staff_id) do update set units = excluded.units
                """)
                .param("staff", staff.id())
                .param("units", units)
                .update();
    }

    private int load(Staff staff) {
        return presence.own(staff).load();
    }

    private UUID write(String who, String text) {
        return customers.write(shop, who, text);
    }

    private UUID write(String who, String text, String language) {
        return customers.write(shop, who, text, language);
    }

    private void act(Staff who, UUID talk, String what, String body) {
        var answer =
                stage.perform(
                        put("/api/v1/conversations/" + talk + "/" + what)
                                .with(people.as(who))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private void plan(String plan) {
        var manager = people.asStaff(List.of(Permission.ROUTING_WRITE), shop);
        var answer =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/routing")
                                .with(manager)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"version\":0,\"plan\":" + plan + "}"));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private void skill(Staff who, String skill, int level, @Nullable String until) {
        var manager = people.asStaff(List.of(Permission.ROUTING_WRITE), shop);
        var ends = until == null ? "null" : "\"" + until + "\"";
        var answer =
                stage.perform(
                        put("/api/v1/shops/" + shop + "/agents/" + who.id())
                                .with(manager)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"capacity\":5,\"skills\":[{\"skill\":\"%s\",\"level\":%d,\"until\":%s}]}"
                                                .formatted(skill, level, ends)));
        assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(200);
    }

    private @Nullable UUID agentOf(UUID talk) {
        return db.sql(
                        """
                select c.agent from conversation.conversation c where c.id = :id and c.agent is not null
                """)
                .param("id", talk)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private boolean owned(UUID talk) {
        return agentOf(talk) != null;
    }

    private int events(UUID talk, String what) {
        return db.sql(
                        """
                select count(*) from conversation.message m
                 where m.conversation_id = :id and m.event->>'what' = :what
                """)
                .param("id", talk)
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    private int count(String of) {
        return db.sql("select count(*) from " + of)
                .param("shop", shop.value())
                .query(Integer.class)
                .single();
    }
}
