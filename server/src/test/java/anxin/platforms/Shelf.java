package anxin.platforms;

import anxin.payments.Stub;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The cases that a stubbed platform has, and how it misbehaves. */
public abstract class Shelf implements AutoCloseable {

    /** One case; what changes it sets {@link #changed} too. */
    public static final class Item {
        public final String id;
        public final String order;
        public String line;
        public String status;
        public String type;
        public String extra = "";
        public String dispute = "";
        public long amount;
        public Instant changed;
        public final Instant applied;

        Item(String id, String order, String type, String status, long amount, Instant at) {
            this.id = id;
            this.order = order;
            this.line = order + "-1";
            this.type = type;
            this.status = status;
            this.amount = amount;
            this.applied = at;
            this.changed = at;
        }
    }

    public static final JsonMapper JSON = JsonMapper.builder().build();

    public final Map<String, Item> items = new LinkedHashMap<>();
    public final List<String> told = new ArrayList<>();
    public final Queue<String> answerInstead = new ArrayDeque<>();
    public Stub stub;

    /** Called with the number of list calls so far, before a list is answered. */
    public IntConsumer meanwhile = calls -> {};

    public int lists;
    public int tokens;
    public String goodToken = "token-0";

    protected Shelf() {
        stub = new Stub(this::answerOrMisbehave);
    }

    private synchronized Stub.Reply answerOrMisbehave(Stub.Request request) {
        var instead = answerInstead.poll();
        return instead == null ? answer(request) : Stub.Reply.of(200, instead);
    }

    protected abstract Stub.Reply answer(Stub.Request request);

    public abstract Map<String, String> settings();

    public Item put(String id, String order, String type, String status, long amount, Instant at) {
        var item = new Item(id, order, type, status, amount, at);
        items.put(id, item);
        return item;
    }

    protected List<Item> changedBetween(Instant from, Instant to) {
        lists++;
        meanwhile.accept(lists);
        Predicate<Item> inside = item -> !item.changed.isBefore(from) && !item.changed.isAfter(to);
        return items.values().stream()
                .filter(inside)
                .sorted(
                        Comparator.comparing((Item item) -> item.changed)
                                .thenComparing(item -> item.id))
                .toList();
    }

    protected static <T> List<T> slice(List<T> all, int from, int size) {
        return all.subList(Math.min(from, all.size()), Math.min(from + size, all.size()));
    }

    public static Map<String, String> form(String text) {
        var fields = new TreeMap<String, String>();
        for (var field : text.split("&")) {
            var at = field.indexOf('=');
            if (at > 0) {
                fields.put(decode(field.substring(0, at)), decode(field.substring(at + 1)));
            }
        }
        return fields;
    }

    public static Map<String, String> query(String path) {
        var at = path.indexOf('?');
        return at < 0 ? new TreeMap<>() : form(path.substring(at + 1));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public static Stub.Reply ok(Object body) {
        return Stub.Reply.of(200, JSON.writeValueAsString(body));
    }

    public @Nullable Item find(Object id) {
        return items.get(String.valueOf(id));
    }

    @Override
    public void close() {
        stub.close();
    }
}
