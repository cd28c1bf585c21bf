package anxin.aftersales.cases;

import anxin.identity.Caller.Customer;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as it stands in the database. Money is minor units of {@code currency}. */
public record CaseRow(
        ShopId shop,
        UUID id,
        String no,
        OrderNumber orderNo,
        String customerId,
        @Nullable String customerName,
        @Nullable String channel,
        String title,
        @Nullable String askedType,
        String type,
        String reason,
        @Nullable String reasonText,
        String lang,
        CaseState state,
        int version,
        int policyVersion,
        String ruleId,
        int priority,
        int riskScore,
        String currency,
        BigDecimal fxToCny,
        long refundableMinor,
        long approvedMinor,
        long refundedMinor,
        long compensatedMinor,
        @Nullable String freightPayer,
        @Nullable String tierRequired,
        @Nullable String queue,
        List<String> flags,
        @Nullable UUID agent,
        int evidenceRounds,
        int escalations,
        Instant submittedAt,
        Instant changedAt,
        @Nullable Instant deadlineAt,
        @Nullable String deadlineKind,
        @Nullable Instant finalAt,
        @Nullable String result) {

    /** Every column in the order of this record, with the alias {@code c}. */
    public static final String COLUMNS =
            """
            c.shop_id, c.id, c.no, c.order_no, c.customer_id, c.customer_name, c.channel, c.title, c.asked_type,
            c.type, c.reason, c.reason_text, c.lang, c.state, c.version, c.policy_version, c.rule_id, c.priority,
            c.risk_score, c.currency, c.fx_to_cny, c.refundable_minor, c.approved_minor, c.refunded_minor,
            c.compensated_minor, c.freight_payer, c.tier_required, c.queue, c.flags, c.agent, c.evidence_rounds,
            c.escalations, c.submitted_at, c.changed_at, c.deadline_at, c.deadline_kind, c.final_at, c.result
            """;

    /** Whether this customer, in this session, may see it. */
    public boolean isOf(Customer customer) {
        return shop.equals(customer.shop())
                && customerId.equals(customer.id())
                && customer.maySeeOrder(orderNo.value());
    }

    /** What it is about, in minor units: what was approved, until then what may come back. */
    public long worthMinor() {
        return approvedMinor > 0 ? approvedMinor : refundableMinor;
    }

    /** A 409 when somebody has changed it since {@code seen}. */
    public void requireVersion(int seen) {
        if (version != seen) {
            throw CaseStore.conflict(version);
        }
    }

    /** Among the flags of a case that lives at a shop platform, which also pays its money back. */
    public static final String AT_PLATFORM = "AT_PLATFORM";

    public boolean isAtPlatform() {
        return flags.contains(AT_PLATFORM);
    }

    /** {@code case:…}: how facts and deadlines name it. */
    public String subject() {
        return subject(id);
    }

    public static String subject(UUID id) {
        return "case:" + id;
    }

    public static CaseRow of(ResultSet row, int number) throws SQLException {
        return new CaseRow(
                new ShopId(row.getString("shop_id")),
                row.getObject("id", UUID.class),
                row.getString("no"),
                new OrderNumber(row.getString("order_no")),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("channel"),
                row.getString("title"),
                row.getString("asked_type"),
                row.getString("type"),
                row.getString("reason"),
                row.getString("reason_text"),
                row.getString("lang"),
                CaseState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getInt("policy_version"),
                row.getString("rule_id"),
                row.getInt("priority"),
                row.getInt("risk_score"),
                row.getString("currency"),
                row.getBigDecimal("fx_to_cny"),
                row.getLong("refundable_minor"),
                row.getLong("approved_minor"),
                row.getLong("refunded_minor"),
                row.getLong("compensated_minor"),
                row.getString("freight_payer"),
                row.getString("tier_required"),
                row.getString("queue"),
                texts(row.getArray("flags")),
                row.getObject("agent", UUID.class),
                row.getInt("evidence_rounds"),
                row.getInt("escalations"),
                instant(row, "submitted_at"),
                instant(row, "changed_at"),
                instantOrNull(row, "deadline_at"),
                row.getString("deadline_kind"),
                instantOrNull(row, "final_at"),
                row.getString("result"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
