package anxin.aftersales.followup;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.aftersales.submit.SubmitCases;
import anxin.aftersales.submit.Submitted;
import anxin.aftersales.submit.Wish;
import anxin.kernel.ShopId;
import anxin.work.Deadlines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * T56: what is not solved goes on as one linked case of the same team, one step more urgent. Its id
 * follows from the ended case's, so asking twice makes one.
 */
@Component
class Reopen {

    private static final Logger log = LoggerFactory.getLogger(Reopen.class);

    private final SubmitCases submitCases;
    private final CaseStore cases;
    private final FollowUpStore store;
    private final Deadlines deadlines;

    Reopen(SubmitCases submitCases, CaseStore cases, FollowUpStore store, Deadlines deadlines) {
        this.submitCases = submitCases;
        this.cases = cases;
        this.store = store;
        this.deadlines = deadlines;
    }

    /** Outside a transaction of its own making: the case is written by those who write cases. */
    void reopen(ShopId shop, UUID id) {
        var followUp = store.find(shop, id);
        var of = cases.find(shop, id);
        if (followUp.isEmpty() || of.isEmpty() || followUp.get().linkedCase() != null) {
            return;
        }
        switch (submitCases.submit(wish(of.get(), followUp.get().comment()))) {
            case Submitted.Case made -> link(of.get(), made.page().row().id());
            case Submitted.Existing existing -> link(of.get(), UUID.fromString(existing.caseId()));
            case Submitted.UnknownOrder() ->
                    log.error("the order of {} is gone, so nothing goes on with it", of.get().no());
            case Submitted.IdTaken() ->
                    log.error("the case that goes on with {} is of another order", of.get().no());
        }
    }

    private void link(CaseRow of, UUID linked) {
        store.link(of.shop(), of.id(), linked);
        deadlines.lift(of.shop(), FollowUps.REOPEN, of.subject());
    }

    private static Wish wish(CaseRow of, @Nullable String comment) {
        var id =
                UUID.nameUUIDFromBytes(
                        ("reopen/" + of.shop() + "/" + of.id()).getBytes(StandardCharsets.UTF_8));
        var said = comment == null || comment.isBlank() ? "" : "：" + comment;
        var request =
                new Request(
                        of.orderNo().value(),
                        of.customerId().isEmpty() ? null : of.customerId(),
                        Reason.valueOf(of.reason()),
                        "回访：未解决（" + of.no() + "）" + said,
                        CaseType.COMPLAINT,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        false,
                        id.toString(),
                        of.lang());
        return new Wish(
                of.shop(),
                id,
                of.orderNo(),
                "customer:" + of.customerId(),
                null,
                request,
                List.of(),
                of.lang(),
                new Wish.Reopening(of.id(), of.priority() + 1, of.queue(), of.agent()));
    }
}
