package anxin.aftersales.cases;

import anxin.identity.Caller.Customer;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.kernel.rows.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of cases, their lines, decisions and timeline. */
@Component
public class CaseStore {

    /** Where what was asked for is given, and on its way. */
    private static final Set<CaseState> GRANTED =
            EnumSet.of(
                    CaseState.WAIT_BUYER_RETURN,
                    CaseState.WAIT_STORE_CONFIRM,
                    CaseState.RETURN_IN_TRANSIT,
                    CaseState.INSPECTING,
                    CaseState.REFUNDING,
                    CaseState.REPLACEMENT_PREPARING,
                    CaseState.REPAIRING);

    /**
     * One line of a case.
     *
     * @param refundMinor the line's part of what the case is about
     * @param paidMinor what was paid for the units that are asked about
     */
    public record Line(
            String lineId,
            String sku,
            String title,
            int qtyAsked,
            int qtyApproved,
            int qtyReceived,
            int qtyAccepted,
            long refundMinor,
            long paidMinor,
            @Nullable String disposition,
            boolean holdsLine) {

        /** So many are still to come. */
        public int qtyOpen() {
            return qtyAsked - qtyAccepted;
        }
    }

    /** What a rule or a person decided, with everything it saw. */
    public record DecisionRow(
            int seq,
            String ruleId,
            String outcome,
            int policyVersion,
            String facts,
            String answer,
            String actor,
            @Nullable String note,
            Instant at,
            long micros,
            @Nullable String customerZh,
            @Nullable String customerEn) {}

    /** The columns of {@link Line}, with the alias {@code l}. */
    public static final String LINE_COLUMNS =
            "l.line_id, l.sku, l.title, l.qty_asked, l.qty_approved, l.qty_received, l.qty_accepted, l.refund_minor, l.paid_minor, l.disposition, l.holds_line";

    private final JdbcClient db;
    private final JsonMapper json;

    CaseStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public Optional<CaseRow> find(ShopId shop, UUID id) {
        return db.sql(
                        "select "
                                + CaseRow.COLUMNS
                                + " from aftersales.after_sale_case c where c.shop_id = :shop and c.id = :id")
                .param("shop", shop.value())
                .param("id", id)
                .query(CaseRow::of)
                .optional();
    }

    /** In whichever of these shops it is. */
    public Optional<CaseRow> find(Collection<ShopId> shops, UUID id) {
        return db.sql(
                        "select "
                                + CaseRow.COLUMNS
                                + " from aftersales.after_sale_case c where c.shop_id = any(:shops) and c.id = :id")
                .param("shops", names(shops))
                .param("id", id)
                .query(CaseRow::of)
                .optional();
    }

    /** Those that are there, by shop and id in pairs, in no particular order. */
    public List<CaseRow> findAll(List<ShopId> shops, List<UUID> ids) {
        return db.sql(
                        "select "
                                + CaseRow.COLUMNS
                                + """
                  from (select distinct k.shop_id, k.id from unnest(:shops, :ids) as k (shop_id, id)) k
                  join aftersales.after_sale_case c on c.shop_id = k.shop_id and c.id = k.id
                """)
                .param("shops", shops.stream().map(ShopId::value).toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .query(CaseRow::of)
                .list();
    }

    /** Locks the row to the end of the transaction, so that acts on one case stand in line. */
    public CaseRow lock(ShopId shop, UUID id) {
        return db.sql(
                        "select "
                                + CaseRow.COLUMNS
                                + " from aftersales.after_sale_case c where c.shop_id = :shop and c.id = :id for update")
                .param("shop", shop.value())
                .param("id", id)
                .query(CaseRow::of)
                .optional()
                .orElseThrow(() -> Problem.missing("case"));
    }

    /** The same answer for a case that is not there and one of somebody else. */
    public CaseRow lock(Customer customer, UUID id) {
        var row = lock(customer.shop(), id);
        if (!row.isOf(customer)) {
            throw Problem.missing("case");
        }
        return row;
    }

    /** Locks the case for an act that was decided on this version of it and is allowed now. */
    public CaseRow begin(ShopId shop, UUID id, int version, CaseEvent event) {
        return begin(lock(shop, id), version, event);
    }

    /** The same for an act of the customer whose case it is. */
    public CaseRow begin(Customer customer, UUID id, int version, CaseEvent event) {
        return begin(lock(customer, id), version, event);
    }

    private static CaseRow begin(CaseRow locked, int version, CaseEvent event) {
        locked.requireVersion(version);
        Lifecycle.require(locked.state(), event);
        return locked;
    }

    public List<Line> lines(ShopId shop, UUID id) {
        return db.sql(
                        "select "
                                + LINE_COLUMNS
                                + """
                  from aftersales.case_line l
                 where l.shop_id = :shop and l.case_id = :id
                 order by l.line_id
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(Line.class))
                .list();
    }

    public List<DecisionRow> decisions(ShopId shop, UUID id) {
        return db.sql(
                        """
                select d.seq, d.rule_id, d.outcome, d.policy_version, d.facts::text as facts, d.answer::text as answer,
                       d.actor, d.note, d.at, d.micros,
                       d.answer -> 'customer' ->> 'zh' as customer_zh, d.answer -> 'customer' ->> 'en' as customer_en
                  from aftersales.decision d
                 where d.shop_id = :shop and d.case_id = :id
                 order by d.seq
                """)
                .param("shop", shop.value())
                .param("id", id)
                .query(Rows.of(DecisionRow.class))
                .list();
    }

    public void addDecision(
            CaseRow about,
            String ruleId,
            String outcome,
            Object facts,
            Object answer,
            String actor,
            @Nullable String note,
            Instant at,
            long micros) {
        db.sql(
                        """
                insert into aftersales.decision
                       (shop_id, case_id, seq, rule_id, outcome, policy_version, facts, answer, actor, note, at, micros)
                select :shop, :id, coalesce(max(d.seq), 0) + 1, :rule, :outcome, :policy, :facts::jsonb, :answer::jsonb,
                       :actor, :note, :at, :micros
                  from aftersales.decision d
                 where d.shop_id = :shop and d.case_id = :id
                """)
                .param("shop", about.shop().value())
                .param("id", about.id())
                .param("rule", ruleId)
                .param("outcome", outcome)
                .param("policy", about.policyVersion())
                .param("facts", json.writeValueAsString(facts))
                .param("answer", json.writeValueAsString(answer))
                .param("actor", actor)
                .param("note", note)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("micros", micros)
                .update();
    }

    /** The optimistic change: 409 with the current version when somebody was faster. */
    CaseRow change(CaseRow before, Move move, Instant now, @Nullable Instant deadline) {
        var fin = move.to.isFinal();
        return db.sql(
                        """
                update aftersales.after_sale_case c
                   set state = :state,
                       version = c.version + 1,
                       type = coalesce(:type, c.type),
                       reason = coalesce(:reason, c.reason),
                       reason_text = coalesce(:reasonText, c.reason_text),
                       rule_id = coalesce(:rule, c.rule_id),
                       freight_payer = coalesce(:freight, c.freight_payer),
                       tier_required = coalesce(:tier, c.tier_required),
                       queue = coalesce(:queue, c.queue),
                       agent = coalesce(:agent, c.agent),
                   flags = coalesce(:flags, c.flags),
                       refundable_minor = coalesce(:refundable, c.refundable_minor),
                       approved_minor = coalesce(:approved, c.approved_minor),
                       refunded_minor = coalesce(:refunded, c.refunded_minor),
                       compensated_minor = coalesce(:compensated, c.compensated_minor),
                       evidence_rounds = c.evidence_rounds + :evidenceRound,
                       escalations = c.escalations + :escalation,
                       changed_at = :now,
                       deadline_at = :deadline,
                       deadline_kind = :kind,
                       final_at = :finalAt,
                       result = :result
                 where c.shop_id = :shop and c.id = :id and c.version = :version
                returning
                """
                                + CaseRow.COLUMNS)
                .param("state", move.to.name())
                .param("type", move.type)
                .param("reason", move.reason)
                .param("reasonText", move.reasonText)
                .param("rule", move.ruleId)
                .param("freight", move.freightPayer)
                .param("tier", move.tierRequired)
                .param("queue", move.queue)
                .param("agent", move.agent, java.sql.Types.OTHER)
                .param(
                        "flags",
                        move.flags == null ? null : move.flags.toArray(String[]::new),
                        java.sql.Types.ARRAY)
                .param("refundable", move.refundableMinor, java.sql.Types.BIGINT)
                .param("approved", move.approvedMinor, java.sql.Types.BIGINT)
                .param("refunded", move.refundedMinor, java.sql.Types.BIGINT)
                .param("compensated", move.compensatedMinor, java.sql.Types.BIGINT)
                .param("evidenceRound", move.evidenceRound ? 1 : 0)
                .param("escalation", move.escalation ? 1 : 0)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "deadline",
                        deadline == null ? null : deadline.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("kind", deadline == null ? null : move.to.name())
                .param(
                        "finalAt",
                        fin ? now.atOffset(ZoneOffset.UTC) : null,
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("result", move.result)
                .param("shop", before.shop().value())
                .param("id", before.id())
                .param("version", before.version())
                .query(CaseRow::of)
                .optional()
                .orElseThrow(
                        () ->
                                conflict(
                                        find(before.shop(), before.id())
                                                .map(CaseRow::version)
                                                .orElse(0)));
    }

    /** A 409 that tells the version that stands now. */
    public static Problem conflict(int current) {
        return Problem.conflict(
                        "version-conflict",
                        "其他人刚刚更新了该申请，您的输入已保留，请查看最新状态后再提交",
                        "Somebody has just changed this case; what you typed is kept, look at its new state and decide again")
                .with("current", current);
    }

    /**
     * Spreads a new amount over the lines; what is granted is granted for all units asked about.
     */
    void spread(CaseRow before, CaseRow after) {
        var granted = GRANTED.contains(after.state()) && !GRANTED.contains(before.state());
        if (before.worthMinor() == after.worthMinor() && !granted) {
            return;
        }
        var lines = lines(after.shop(), after.id());
        var shares =
                Proportion.of(after.worthMinor(), lines.stream().map(Line::paidMinor).toList());
        db.sql(
                        """
                update aftersales.case_line l
                   set refund_minor = s.minor, qty_approved = case when :granted then l.qty_asked else l.qty_approved end
                  from unnest(:lines, :shares) as s (line_id, minor)
                 where l.shop_id = :shop and l.case_id = :id and l.line_id = s.line_id
                """)
                .param("granted", granted)
                .param("lines", lines.stream().map(Line::lineId).toArray(String[]::new))
                .param("shares", shares)
                .param("shop", after.shop().value())
                .param("id", after.id())
                .update();
    }

    void addTimeline(CaseRow after, Move move, Instant now) {
        db.sql(
                        """
                insert into aftersales.timeline_entry
                       (shop_id, case_id, seq, step, state, params, note, actor, at, eta_at)
                values (:shop, :id, :seq, :step, :state, :params::jsonb, :note, :actor, :at, :eta)
                """)
                .param("shop", after.shop().value())
                .param("id", after.id())
                .param("seq", after.version())
                .param("step", move.step)
                .param("state", after.state().name())
                .param("params", json.writeValueAsString(move.params))
                .param("note", move.note)
                .param("actor", move.actor)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param(
                        "eta",
                        after.deadlineAt() == null
                                ? null
                                : after.deadlineAt().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * Lets go of the lines, so that another case may take them; the units stay claimed only when
     * they were settled.
     */
    public void releaseLines(CaseRow of, boolean unitsToo) {
        if (unitsToo) {
            db.sql(
                            """
                    update aftersales.line_account a
                       set claimed = a.claimed - l.qty_asked
                      from aftersales.case_line l
                     where l.shop_id = :shop and l.case_id = :id and l.holds_line
                       and a.shop_id = l.shop_id and a.order_no = l.order_no and a.line_id = l.line_id
                    """)
                    .param("shop", of.shop().value())
                    .param("id", of.id())
                    .update();
        }
        db.sql(
                        "update aftersales.case_line l set holds_line = false where l.shop_id = :shop and l.case_id = :id and l.holds_line")
                .param("shop", of.shop().value())
                .param("id", of.id())
                .update();
    }

    /**
     * Takes the lines again for a case that was refused and is revised; false when another case has
     * them now.
     */
    public boolean holdLinesAgain(CaseRow of) {
        var taken =
                db.sql(
                                """
                select exists (
                    select 1
                      from aftersales.case_line mine
                      join aftersales.case_line other
                        on other.shop_id = mine.shop_id and other.order_no = mine.order_no
                       and other.line_id = mine.line_id and other.holds_line and other.case_id <> mine.case_id
                     where mine.shop_id = :shop and mine.case_id = :id)
                """)
                        .param("shop", of.shop().value())
                        .param("id", of.id())
                        .query(Boolean.class)
                        .single();
        if (taken) {
            return false;
        }
        db.sql(
                        """
                update aftersales.line_account a
                   set claimed = a.claimed + l.qty_asked
                  from aftersales.case_line l
                 where l.shop_id = :shop and l.case_id = :id and not l.holds_line
                   and a.shop_id = l.shop_id and a.order_no = l.order_no and a.line_id = l.line_id
                """)
                .param("shop", of.shop().value())
                .param("id", of.id())
                .update();
        db.sql(
                        "update aftersales.case_line l set holds_line = true where l.shop_id = :shop and l.case_id = :id")
                .param("shop", of.shop().value())
                .param("id", of.id())
                .update();
        return true;
    }

    public static String[] names(Collection<ShopId> shops) {
        return shops.stream().map(ShopId::value).sorted().toArray(String[]::new);
    }
}
