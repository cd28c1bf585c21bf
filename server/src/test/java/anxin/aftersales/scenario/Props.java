package anxin.aftersales.scenario;

import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.aftersales.refund.FakeGateway;
import anxin.aftersales.refund.Reconciliation;
import anxin.aftersales.refund.RefundSender;
import anxin.identity.TestPeople;
import anxin.kernel.fact.FactListener;
import anxin.kernel.fact.FactLog;
import anxin.payments.GatewayNews;
import anxin.work.deadlines.DeadlineClock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a scenario is played with. */
record Props(
        Stage stage,
        TestPeople people,
        TestClock clock,
        FakeGateway gateway,
        RefundSender sender,
        DeadlineClock deadlines,
        GatewayNews gatewayNews,
        Reconciliation reconciliation,
        FactLog facts,
        List<FactListener> listeners,
        TransactionTemplate transaction,
        JdbcClient db) {}
