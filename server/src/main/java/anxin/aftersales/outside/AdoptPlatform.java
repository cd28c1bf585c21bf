package anxin.aftersales.outside;

import anxin.aftersales.cases.CaseStore;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.platforms.ExternalCase;
import anxin.platforms.PlatformCases;
import anxin.platforms.PlatformTrouble;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person has compared both sides: the alert is closed, and where they say so the platform holds.
 */
@Component
class AdoptPlatform {

    private final Alerts alerts;
    private final ExternalStore external;
    private final Following following;
    private final CaseStore cases;
    private final PlatformCases platforms;
    private final TransactionTemplate transaction;

    AdoptPlatform(
            Alerts alerts,
            ExternalStore external,
            Following following,
            CaseStore cases,
            PlatformCases platforms,
            TransactionTemplate transaction) {
        this.alerts = alerts;
        this.external = external;
        this.following = following;
        this.cases = cases;
        this.platforms = platforms;
        this.transaction = transaction;
    }

    Alerts.Row close(ShopId shop, UUID alert, String actor, @Nullable String note, boolean adopt) {
        if (!adopt) {
            return inTransaction(() -> alerts.close(shop, alert, actor, note));
        }
        var about = alerts.find(shop, alert);
        var caseId = about.caseId();
        if (caseId == null) {
            throw Problem.missing("case");
        }
        var now = now(shop, about);
        return inTransaction(
                () -> {
                    external.change(shop, caseId, now);
                    if (!following.adopt(cases.lock(shop, caseId), now)) {
                        throw Problem.refused(
                                "no-way-there",
                                "平台的状态无法套用到此申请（已结束，或状态码尚不认识），请按备注关闭提醒",
                                "The platform's state cannot be taken over here: it has ended, or the code is not known; close the alert with a note instead");
                    }
                    return alerts.close(shop, alert, actor, note);
                });
    }

    private ExternalCase now(ShopId shop, Alerts.Row about) {
        try {
            return platforms
                    .read(shop, about.platform(), about.externalId())
                    .orElseThrow(() -> Problem.missing("platform-case"));
        } catch (PlatformTrouble trouble) {
            throw Problem.refused(
                            "platform-not-answering",
                            "平台暂时没有应答，请稍后再试",
                            "The platform does not answer at the moment; try again in a minute")
                    .with("detail", String.valueOf(trouble.getMessage()));
        }
    }

    private Alerts.Row inTransaction(Supplier<Alerts.Row> act) {
        return Objects.requireNonNull(transaction.execute(status -> act.get()));
    }
}
