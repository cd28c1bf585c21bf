package anxin.messaging.outbox;

import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.messaging.connections.Receipt;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what a channel tells of a message. It goes one way only: what was delivered is not failed
 * any more, what was read stays read, and the same receipt again changes nothing.
 */
@Component
public class Receipts {

    private record Changed(UUID id, @Nullable String about, String state) {}

    private final JdbcClient db;
    private final FactLog facts;

    Receipts(JdbcClient db, FactLog facts) {
        this.db = db;
        this.facts = facts;
    }

    @Transactional
    public void take(ShopId shop, List<Receipt> receipts) {
        for (var receipt : receipts) {
            for (var changed : note(shop, receipt)) {
                var about = changed.about();
                facts.append(
                        new NewFact(
                                shop,
                                "messaging.receipt-came",
                                about == null ? "message:" + changed.id() : about,
                                "system",
                                null,
                                Audience.STAFF,
                                Map.of("message", changed.id(), "fate", receipt.fate())));
            }
        }
    }

    /** A message whose answer was lost is proven to have gone out by its receipt. */
    private List<Changed> note(ShopId shop, Receipt receipt) {
        return db.sql(
                        """
                update messaging.outbound o
                   set state        = case when :failed then 'FAILED' else 'SENT' end,
                       sent_at      = coalesce(o.sent_at, :at),
                       delivered_at = case when :failed then null else coalesce(o.delivered_at, :at) end,
                       read_at      = case when :read then coalesce(o.read_at, :at) else o.read_at end,
                       reference    = coalesce(o.reference, :reference),
                       trouble_code = :code,
                       last_error   = :text
                 where o.shop_id = :shop
                   and (o.id = cast(:id as uuid) or o.reference = :reference)
                   and o.read_at is null
                   and (case when :failed then o.delivered_at is null and o.state <> 'FAILED'
                             when :read then true
                             else o.delivered_at is null end)
                returning o.id, o.about, o.state
                """)
                .param("shop", shop.value())
                .param("id", id(receipt.id()))
                .param("reference", receipt.reference())
                .param("failed", receipt.fate() == Receipt.Fate.FAILED)
                .param("read", receipt.fate() == Receipt.Fate.READ)
                .param("code", receipt.fate() == Receipt.Fate.FAILED ? receipt.code() : null)
                .param("text", receipt.fate() == Receipt.Fate.FAILED ? text(receipt) : null)
                .param("at", receipt.at().atOffset(ZoneOffset.UTC))
                .query(anxin.kernel.rows.Rows.of(Changed.class))
                .list();
    }

    private static @Nullable String id(@Nullable String given) {
        return given != null && given.matches("[0-9a-fA-F-]{36}") ? given : null;
    }

    private static String text(Receipt receipt) {
        var text = receipt.text();
        return text == null || text.isBlank() ? String.valueOf(receipt.code()) : text;
    }
}
