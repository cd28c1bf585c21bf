package anxin.payments.simulated;

import anxin.payments.Bill;
import anxin.payments.PaymentGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A gateway for the demo shops that keeps its own books in its own schema, takes each number once
 * and pays after a short while. Serves only when the installation is a demo; a real shop without a
 * gateway has its refunds in finance's queue.
 */
@Component
class SimulatedGateway implements PaymentGateway {

    private final JdbcClient db;
    private final Clock clock;
    private final Duration settling;
    private final boolean demo;

    SimulatedGateway(
            JdbcClient db,
            Clock clock,
            @Value("${anxin.simulated-gateway.settling:2s}") Duration settling,
            @Value("${anxin.demo:false}") boolean demo) {
        this.db = db;
        this.clock = clock;
        this.settling = settling;
        this.demo = demo;
    }

    @Override
    public String name() {
        return "SIMULATED";
    }

    @Override
    public boolean serves(String tender) {
        return demo;
    }

    @Override
    public Answer refund(Order order) {
        db.sql(
                        """
                insert into simulated_gateway.refund (out_refund_no, amount_minor, currency, taken_at)
                values (:no, :amount, :currency, :at)
                on conflict (out_refund_no) do nothing
                """)
                .param("no", order.outRefundNo())
                .param("amount", order.amountMinor())
                .param("currency", order.currency())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return query(order);
    }

    @Override
    public Answer query(Order order) {
        var outRefundNo = order.outRefundNo();
        return db.sql(
                        "select r.taken_at from simulated_gateway.refund r where r.out_refund_no = :no")
                .param("no", outRefundNo)
                .query(java.time.OffsetDateTime.class)
                .optional()
                .<Answer>map(
                        taken ->
                                taken.toInstant().plus(settling).isAfter(clock.instant())
                                        ? new Answer.Processing("SIM-" + outRefundNo)
                                        : new Answer.Succeeded("SIM-" + outRefundNo))
                .orElseGet(Answer.NotFound::new);
    }

    @Override
    public Optional<Bill> bill(LocalDate day) {
        var start = day.atStartOfDay(ZoneOffset.UTC);
        return Optional.of(
                new Bill(
                        db.sql(
                                        """
                                select r.out_refund_no, r.amount_minor, r.currency
                                  from simulated_gateway.refund r
                                 where r.taken_at >= :from and r.taken_at < :to
                                """)
                                .param("from", start.toOffsetDateTime())
                                .param("to", start.plusDays(1).toOffsetDateTime())
                                .query(
                                        (row, n) ->
                                                new Bill.Entry(
                                                        row.getString("out_refund_no"),
                                                        null,
                                                        row.getLong("amount_minor"),
                                                        row.getString("currency"),
                                                        true))
                                .list()));
    }
}
