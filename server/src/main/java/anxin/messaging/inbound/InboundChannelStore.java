package anxin.messaging.inbound;

import anxin.identity.Safe;
import anxin.kernel.ShopId;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.memory.ShortMemory;
import anxin.messaging.ConversationChannels;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The channels; one that is used is remembered for a few seconds, since every message asks. */
@Component
public class InboundChannelStore implements ConversationChannels {

    /** What is kept sealed. */
    private record Settings(
            List<String> secrets,
            @Nullable String url,
            List<String> sites,
            @Nullable Mailbox mailbox) {}

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final String COLUMNS =
            """
            select c.id, c.shop_id, c.kind, c.name, c.version, c.sealed
              from messaging.inbound_channel c
            """;

    private final JdbcClient db;
    private final Safe safe;
    private final JsonMapper json;
    private final ShortMemory<String, InboundChannel> memory;

    InboundChannelStore(JdbcClient db, Safe safe, JsonMapper json, Clock clock) {
        this.db = db;
        this.safe = safe;
        this.json = json;
        this.memory = new ShortMemory<>(clock, REMEMBERED);
    }

    public Optional<InboundChannel> get(String id) {
        return memory.recall(id, () -> read(id));
    }

    private Optional<InboundChannel> read(String id) {
        return db.sql(COLUMNS + " where c.id = :id")
                .param("id", id)
                .query(this::channel)
                .optional();
    }

    List<InboundChannel> all(ShopId shop) {
        return db.sql(COLUMNS + " where c.shop_id = :shop order by c.id")
                .param("shop", shop.value())
                .query(this::channel)
                .list();
    }

    /** False when the id is another shop's, or the shop has its chat under another id. */
    boolean put(InboundChannel channel, String by, Instant now) {
        var written =
                db.sql(
                                """
                insert into messaging.inbound_channel as c
                       (id, shop_id, kind, name, version, sealed, changed_by, changed_at)
                select :id, :shop, :kind, :name, 1, :sealed, :by, :now
                 where not exists (select 1 from messaging.inbound_channel o
                                    where o.shop_id = :shop and o.kind = 'WEB_CHAT' and :kind = 'WEB_CHAT' and o.id <> :id)
                on conflict (id) do update
                   set name = excluded.name, version = c.version + 1, sealed = excluded.sealed,
                       changed_by = excluded.changed_by, changed_at = excluded.changed_at
                 where c.shop_id = excluded.shop_id and c.kind = excluded.kind
                """)
                        .param("id", channel.id())
                        .param("shop", channel.shop().value())
                        .param("kind", channel.kind().name())
                        .param("name", channel.name())
                        .param("sealed", sealed(channel))
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
        forget(channel.id());
        return written == 1;
    }

    private byte[] sealed(InboundChannel channel) {
        var settings =
                new Settings(channel.secrets(), channel.url(), channel.sites(), channel.mailbox());
        return safe.seal(json.writeValueAsString(settings).getBytes(StandardCharsets.UTF_8));
    }

    boolean remove(ShopId shop, String id) {
        var removed =
                db.sql(
                                "delete from messaging.inbound_channel c where c.id = :id and c.shop_id = :shop")
                        .param("id", id)
                        .param("shop", shop.value())
                        .update();
        forget(id);
        return removed == 1;
    }

    private void forget(String id) {
        AfterCommit.run(() -> memory.forget(channel -> channel.id().equals(id)));
    }

    private InboundChannel channel(ResultSet row, int number) throws SQLException {
        var opened = new String(safe.open(row.getBytes("sealed")), StandardCharsets.UTF_8);
        var settings = json.readValue(opened, Settings.class);
        return new InboundChannel(
                row.getString("id"),
                new ShopId(row.getString("shop_id")),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                settings.secrets(),
                settings.url(),
                settings.sites(),
                settings.mailbox(),
                row.getInt("version"));
    }

    @Override
    public Optional<Channel> find(String id) {
        return get(id).map(InboundChannel::known);
    }

    @Override
    public Optional<Channel> webChat(ShopId shop) {
        return ofShop(shop).stream().filter(one -> one.kind() == Kind.WEB_CHAT).findFirst();
    }

    @Override
    public List<Channel> ofShop(ShopId shop) {
        return all(shop).stream().map(InboundChannel::known).toList();
    }
}
