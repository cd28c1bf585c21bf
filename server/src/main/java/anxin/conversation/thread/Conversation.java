package anxin.conversation.thread;

import anxin.kernel.ShopId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it is written: one person, one matter.
 *
 * @param matter {@code order:…}, or empty while none was named
 * @param channel by which the customer wrote last; answers go there
 * @param address the customer's on that channel
 * @param lastSeq the number of its newest message
 * @param customerSeq the number of the customer's newest message
 * @param waitingSince since when the customer waits for an answer
 * @param facts what is known of the matter, by name
 * @param bot the first line has it, and no person need do anything
 * @param topic an intent, where somebody asked what the first message is about
 */
public record Conversation(
        ShopId shop,
        UUID id,
        UUID profile,
        @Nullable String customerId,
        @Nullable String customerName,
        String matter,
        String channel,
        String address,
        Standing.State state,
        int lastSeq,
        int customerSeq,
        @Nullable Instant waitingSince,
        @Nullable UUID agent,
        @Nullable String team,
        Map<String, String> facts,
        @Nullable String topic,
        @Nullable String lang,
        String lastText,
        String lastFrom,
        Instant openedAt,
        Instant lastAt,
        boolean bot) {

    private static final String ORDER = "order:";

    static String matter(@Nullable String orderNumber) {
        return orderNumber == null || orderNumber.isBlank() ? "" : ORDER + orderNumber.strip();
    }

    /** The order it is about, if it is about one. */
    public @Nullable String orderNo() {
        return matter.startsWith(ORDER) ? matter.substring(ORDER.length()) : null;
    }

    public String subject() {
        return subject(id);
    }

    public static String subject(UUID id) {
        return "conversation:" + id;
    }

    public Change change() {
        return new Change(this);
    }

    /** What is to be different about a conversation; all else stays. */
    public static final class Change {

        private final Conversation of;
        private @Nullable String customerId;
        private @Nullable String customerName;
        private String matter;
        private String channel;
        private String address;
        private Standing.State state;
        private int lastSeq;
        private int customerSeq;
        private @Nullable Instant waitingSince;
        private @Nullable UUID agent;
        private @Nullable String team;
        private Map<String, String> facts;
        private @Nullable String topic;
        private @Nullable String lang;
        private String lastText;
        private String lastFrom;
        private Instant lastAt;
        private boolean bot;

        private Change(Conversation of) {
            this.of = of;
            customerId = of.customerId;
            customerName = of.customerName;
            matter = of.matter;
            channel = of.channel;
            address = of.address;
            state = of.state;
            lastSeq = of.lastSeq;
            customerSeq = of.customerSeq;
            waitingSince = of.waitingSince;
            agent = of.agent;
            team = of.team;
            facts = of.facts;
            topic = of.topic;
            lang = of.lang;
            lastText = of.lastText;
            lastFrom = of.lastFrom;
            lastAt = of.lastAt;
            bot = of.bot;
        }

        /** A name is kept once it is known. */
        Change customer(@Nullable String id, @Nullable String name) {
            customerId = id == null ? customerId : id;
            customerName = customerName == null ? name : customerName;
            return this;
        }

        Change matter(String named) {
            matter = named.isEmpty() ? matter : named;
            return this;
        }

        public Change topic(@Nullable String understood) {
            topic = understood == null ? topic : understood;
            return this;
        }

        Change by(String theirChannel, String theirAddress) {
            channel = theirChannel;
            address = theirAddress;
            return this;
        }

        Change facts(Map<String, String> known, @Nullable String language) {
            facts = known;
            lang = language == null ? lang : language;
            return this;
        }

        /** One message more that neither side of the counter waits for. */
        public Change next() {
            lastSeq++;
            return this;
        }

        /** The customer has the last word. */
        Change asked(String text, Instant now) {
            next();
            customerSeq = lastSeq;
            state = Standing.State.OPEN;
            waitingSince = waitingSince == null ? now : waitingSince;
            return last(text, NewMessage.Kind.CUSTOMER, now);
        }

        /** The shop has the last word; whoever speaks first has taken it. */
        public Change answered(String text, UUID staff, Instant now) {
            next();
            waitingSince = null;
            agent = agent == null ? staff : agent;
            bot = false;
            return last(text, NewMessage.Kind.STAFF, now);
        }

        /** The first line has the last word. */
        public Change answeredFirst(String text, Instant now) {
            next();
            waitingSince = null;
            return last(text, NewMessage.Kind.STAFF, now);
        }

        /**
         * The first line says where it goes on, and from now on the customer waits for a person.
         */
        public Change handedOver(String text, Instant now) {
            next();
            waitingSince = now;
            return last(text, NewMessage.Kind.STAFF, now);
        }

        /** No longer the first line's. */
        public Change toPeople(Instant now) {
            bot = false;
            waitingSince = now;
            return this;
        }

        /** The first line has it, and nobody else. */
        public Change toFirstLine() {
            bot = true;
            agent = null;
            team = null;
            waitingSince = null;
            return this;
        }

        private Change last(String text, NewMessage.Kind from, Instant now) {
            lastText = Ledger.preview(text);
            lastFrom = from.name();
            lastAt = now;
            return this;
        }

        public Change given(@Nullable UUID toAgent, @Nullable String toTeam) {
            agent = toAgent;
            team = toTeam;
            bot = false;
            return this;
        }

        /** Who is told that it is closed waits no more; what people move is theirs. */
        public Change in(Standing.State newState) {
            state = newState;
            bot = false;
            waitingSince = newState == Standing.State.CLOSED ? null : waitingSince;
            return this;
        }

        public Conversation made() {
            return new Conversation(
                    of.shop,
                    of.id,
                    of.profile,
                    customerId,
                    customerName,
                    matter,
                    channel,
                    address,
                    state,
                    lastSeq,
                    customerSeq,
                    waitingSince,
                    agent,
                    team,
                    facts,
                    topic,
                    lang,
                    lastText,
                    lastFrom,
                    of.openedAt,
                    lastAt,
                    bot);
        }
    }

    public Standing standing() {
        return new Standing(state, waitingSince != null, agent, team, channel, bot);
    }
}
