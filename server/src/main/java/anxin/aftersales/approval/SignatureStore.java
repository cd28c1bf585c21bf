package anxin.aftersales.approval;

import anxin.aftersales.cases.CaseRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SignatureStore {

    private final JdbcClient db;

    SignatureStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Until the transaction ends nobody else signs on this order, and this colleague nowhere else.
     */
    void oneAtATime(CaseRow of, UUID agent) {
        lock("order", of, of.orderNo().value());
        lock("agent", of, agent.toString());
    }

    private void lock(String what, CaseRow of, String whose) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0)) is null")
                .param("key", "aftersales.signature." + what + ":" + of.shop() + ":" + whose)
                .query(Boolean.class)
                .single();
    }

    long ofOrder(CaseRow of, Instant since) {
        return db.sql(
                        """
                select coalesce(sum(most.fen), 0)
                  from (select max(s.cny_fen) as fen
                          from aftersales.signature s
                         where s.shop_id = :shop and s.order_no = :order and s.signed_at > :since and s.case_id <> :case
                         group by s.case_id) most
                """)
                .param("shop", of.shop().value())
                .param("order", of.orderNo().value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("case", of.id())
                .query(Long.class)
                .single();
    }

    long ofAgent(CaseRow of, UUID agent, LocalDate day) {
        return db.sql(
                        """
                select coalesce(sum(s.cny_fen), 0)
                  from aftersales.signature s
                 where s.shop_id = :shop and s.agent = :agent and s.day = :day and s.case_id <> :case
                """)
                .param("shop", of.shop().value())
                .param("agent", agent)
                .param("day", day)
                .param("case", of.id())
                .query(Long.class)
                .single();
    }

    void put(CaseRow of, UUID agent, long fen, LocalDate day, Instant now) {
        db.sql(
                        """
                insert into aftersales.signature (shop_id, case_id, agent, order_no, cny_fen, day, signed_at)
                values (:shop, :case, :agent, :order, :fen, :day, :now)
                on conflict (shop_id, case_id, agent)
                do update set cny_fen = excluded.cny_fen, day = excluded.day, signed_at = excluded.signed_at
                """)
                .param("shop", of.shop().value())
                .param("case", of.id())
                .param("agent", agent)
                .param("order", of.orderNo().value())
                .param("fen", fen)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean chargedBack(CaseRow of) {
        return db.sql(
                        """
                select exists (select 1 from aftersales.chargeback b
                                where b.shop_id = :shop and b.order_no = :order and b.closed_at is null)
                """)
                .param("shop", of.shop().value())
                .param("order", of.orderNo().value())
                .query(Boolean.class)
                .single();
    }
}
