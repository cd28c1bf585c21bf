package anxin.aftersales.making;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.making.MakingSteps.Purpose;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What colleagues hear live about the making. */
@Component
class MakingNews {

    record MakingAsked(String purpose) {}

    record MakingAnswered(String caseNo, String purpose, String kind, String outcome) {}

    record MakingLate(String caseNo, String purpose, String kind, String escalatedTo) {}

    private final FactLog facts;

    MakingNews(FactLog facts) {
        this.facts = facts;
    }

    void asked(ShopId shop, UUID caseId, Purpose purpose) {
        facts.append(
                new NewFact(
                        shop,
                        "aftersales.making-asked",
                        CaseRow.subject(caseId),
                        "system",
                        null,
                        Audience.STAFF,
                        new MakingAsked(purpose.name())));
    }

    void answered(CaseRow of, MakingSteps.MakingStep step, String outcome, String actor) {
        facts.append(
                new NewFact(
                        of.shop(),
                        "aftersales.making-answered",
                        of.subject(),
                        actor,
                        null,
                        Audience.STAFF,
                        new MakingAnswered(
                                of.no(), step.purpose().name(), step.kind().name(), outcome)));
    }

    void late(CaseRow of, MakingSteps.MakingStep step) {
        facts.append(
                new NewFact(
                        of.shop(),
                        "aftersales.making-late",
                        of.subject(),
                        "system",
                        null,
                        Audience.STAFF,
                        new MakingLate(
                                of.no(),
                                step.purpose().name(),
                                step.kind().name(),
                                "PRODUCT_MANAGER")));
    }
}
