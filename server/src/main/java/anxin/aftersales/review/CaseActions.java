package anxin.aftersales.review;

import anxin.aftersales.approval.Authority;
import anxin.aftersales.cases.CaseEvent;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.Lifecycle;
import anxin.aftersales.expert.Experts;
import anxin.aftersales.page.CasePage;
import anxin.aftersales.replacement.Replacements;
import anxin.aftersales.store.StoreDrops;
import anxin.aftersales.submit.TalkFirst;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the reader of a case may do next, and why not. */
@Component
class CaseActions {

    /**
     * {@code because} says why a disabled action is not to be had; {@code limitMinor} is the most
     * one may give.
     */
    record ActionView(
            String action, boolean enabled, @Nullable String because, @Nullable Long limitMinor) {}

    private record OthersStep(CaseEvent event, String action, Permission right) {}

    /** What others do with the goods. */
    private static final List<OthersStep> GOODS =
            List.of(
                    new OthersStep(CaseEvent.CARRIER_SIGNED, "receive", Permission.WAREHOUSE_WORK),
                    new OthersStep(
                            CaseEvent.INSPECT_PASS, "inspection-pass", Permission.WAREHOUSE_WORK),
                    new OthersStep(
                            CaseEvent.INSPECT_MISMATCH,
                            "inspection-mismatch",
                            Permission.WAREHOUSE_WORK),
                    new OthersStep(
                            CaseEvent.SHIP_REPLACEMENT,
                            "replacement-shipment",
                            Permission.WAREHOUSE_WORK),
                    new OthersStep(
                            CaseEvent.REPLACEMENT_UNAVAILABLE,
                            "replacement-unavailable",
                            Permission.WAREHOUSE_WORK),
                    new OthersStep(CaseEvent.REPAIR_DONE, "repair", Permission.WAREHOUSE_WORK),
                    new OthersStep(
                            CaseEvent.REPAIR_FAILED, "repair-failure", Permission.WAREHOUSE_WORK),
                    new OthersStep(
                            CaseEvent.STORE_CONFIRM, "store-confirmation", Permission.STORE_WORK),
                    new OthersStep(CaseEvent.STORE_DENY, "store-denial", Permission.STORE_WORK));

    /** What an agent may do beside deciding. */
    private static final List<OthersStep> AGENTS =
            List.of(
                    new OthersStep(CaseEvent.TRANSFER, "transfer", Permission.CASE_DECIDE),
                    new OthersStep(CaseEvent.MAKE_REMEDY, "make-remedy", Permission.CASE_DECIDE),
                    new OthersStep(CaseEvent.ASK_RESHIP, "reship", Permission.CASE_DECIDE),
                    new OthersStep(CaseEvent.CANCEL_WITH_RESHIP, "reship", Permission.CASE_DECIDE));

    private final Authority authority;
    private final TalkFirst talkFirst;
    private final Replacements replacements;
    private final Experts experts;

    CaseActions(
            Authority authority, TalkFirst talkFirst, Replacements replacements, Experts experts) {
        this.authority = authority;
        this.talkFirst = talkFirst;
        this.replacements = replacements;
        this.experts = experts;
    }

    List<ActionView> allowed(
            CasePage page, StoreDrops.@Nullable StoreDrop drop, Staff reader, Locale language) {
        var row = page.row();
        var zh = language.getLanguage().equals("zh");
        var actions = new ArrayList<ActionView>();
        var decides = reader.may(Permission.CASE_DECIDE);
        var noRight = zh ? "您没有审核权限" : "You do not have the right to decide";
        if (Lifecycle.allows(row.state(), CaseEvent.APPROVE)) {
            actions.add(decides ? approve(row, reader, zh) : refusedTo("approve", noRight));
        }
        if (Lifecycle.allows(row.state(), CaseEvent.REFUSE)) {
            actions.add(new ActionView("refuse", decides, decides ? null : noRight, null));
        }
        if (Lifecycle.allows(row.state(), CaseEvent.ASK_EVIDENCE)) {
            var twice = row.evidenceRounds() >= 2;
            var because =
                    !decides
                            ? noRight
                            : twice
                                    ? (zh ? "已请客户补充过2次" : "The customer was asked twice already")
                                    : null;
            actions.add(new ActionView("ask-evidence", decides && !twice, because, null));
        }
        if (Lifecycle.allows(row.state(), CaseEvent.OFFER)) {
            actions.add(
                    new ActionView(
                            "offer",
                            decides,
                            decides ? null : noRight,
                            authority.reach(reader, row, 0).limitMinor()));
        }
        if (Lifecycle.allows(row.state(), CaseEvent.EXTEND)) {
            var extended =
                    page.timeline().stream()
                            .anyMatch(entry -> entry.step().equals("RETURN_EXTENDED"));
            var because =
                    !decides
                            ? noRight
                            : extended ? (zh ? "已延长过一次" : "It was extended once already") : null;
            actions.add(new ActionView("extend", decides && !extended, because, null));
        }
        if (Lifecycle.allows(row.state(), CaseEvent.OFFER_SOLUTION)) {
            actions.add(new ActionView("resolve", decides, decides ? null : noRight, null));
        }
        // The store's part is for those who work in that store.
        var here = drop == null || reader.mayInStore(row.shop(), drop.storeId());
        Predicate<Permission> may =
                right -> reader.may(right) && (here || right != Permission.STORE_WORK);
        for (var step : GOODS) {
            other(actions, row, may, step.event(), step.action(), step.right(), zh);
        }
        if (drop != null && drop.code() != null) {
            var exchange = replacements.of(row).isPresent();
            other(
                    actions,
                    row,
                    may,
                    exchange ? CaseEvent.HAND_OVER : CaseEvent.DROP_AT_STORE,
                    exchange ? "hand-over" : "store-receipt",
                    Permission.STORE_WORK,
                    zh);
        }
        for (var step : AGENTS) {
            if (Lifecycle.allows(row.state(), step.event())) {
                actions.add(new ActionView(step.action(), decides, decides ? null : noRight, null));
            }
        }
        if (Experts.mayBeCalled(row)) {
            actions.add(
                    !decides
                            ? refusedTo("call-expert", noRight)
                            : experts.isCalled(row)
                                    ? refusedTo(
                                            "call-expert",
                                            zh ? "已请过专家，请等待其处理" : "An expert was called in already")
                                    : new ActionView("call-expert", true, null, null));
        }
        other(
                actions,
                row,
                may,
                CaseEvent.APPROVE_REFUND,
                "refund-approval",
                Permission.APPROVE_REFUND,
                zh);
        other(actions, row, may, CaseEvent.ARBITRATE, "ruling", Permission.APPROVE_REFUND, zh);
        var writes = reader.may(Permission.CASE_MESSAGE);
        actions.add(
                new ActionView(
                        "message",
                        writes,
                        writes
                                ? null
                                : (zh
                                        ? "您没有回复客户的权限"
                                        : "You do not have the right to write to customers"),
                        null));
        return actions;
    }

    private ActionView approve(CaseRow row, Staff reader, boolean zh) {
        if (talkFirst.isOwed(row)) {
            return refusedTo(
                    "approve",
                    zh
                            ? "客户想先和人谈谈：请先回电或留言"
                            : "The customer asked to talk first: call or write before");
        }
        if (talkFirst.isGranted(row)) {
            return new ActionView("approve", true, null, row.refundableMinor());
        }
        var reach = authority.reach(reader, row, row.refundableMinor());
        var tier = reach.tierRequired();
        var above =
                zh
                        ? "全额需 " + tier + " 审批，您可在权限内部分同意"
                        : "The whole amount needs "
                                + tier
                                + "; within your limit you may approve a part";
        return new ActionView("approve", true, reach.covers() ? null : above, reach.limitMinor());
    }

    private static ActionView refusedTo(String action, String because) {
        return new ActionView(action, false, because, null);
    }

    /**
     * What another role does to the case: shown to everybody who reads it, so that nobody wonders
     * who is at it.
     */
    private static void other(
            List<ActionView> actions,
            CaseRow row,
            Predicate<Permission> mayDo,
            CaseEvent event,
            String action,
            Permission right,
            boolean zh) {
        if (Lifecycle.allows(row.state(), event)) {
            var may = mayDo.test(right);
            actions.add(
                    new ActionView(
                            action,
                            may,
                            may ? null : zh ? "由有权限的同事处理" : "A colleague with that right does this",
                            null));
        }
    }
}
