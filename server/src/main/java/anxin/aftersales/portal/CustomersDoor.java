package anxin.aftersales.portal;

import anxin.aftersales.CustomerCases;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.page.CasePage;
import anxin.aftersales.page.CasePages;
import anxin.aftersales.policy.CaseType;
import anxin.aftersales.policy.Intake;
import anxin.aftersales.policy.Reason;
import anxin.aftersales.policy.Request;
import anxin.aftersales.policy.RuleText;
import anxin.aftersales.submit.Policies;
import anxin.aftersales.submit.SubmitCases;
import anxin.aftersales.submit.Submitted;
import anxin.aftersales.submit.TryCases;
import anxin.aftersales.submit.Wish;
import anxin.identity.Caller.Customer;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The portal's errands for those who come by another way. */
@Component
class CustomersDoor implements CustomerCases {

    private static final int NEWEST = 10;
    private static final PortalCaseView.OpenEnds NO_ENDS =
            new PortalCaseView.OpenEnds(List.of(), null, null, null, null, null);

    private final SubmitCases submitCases;
    private final TryCases tryCases;
    private final CasePages pages;
    private final Policies policies;
    private final Evidence evidence;
    private final JdbcClient db;

    CustomersDoor(
            SubmitCases submitCases,
            TryCases tryCases,
            CasePages pages,
            Policies policies,
            Evidence evidence,
            JdbcClient db) {
        this.submitCases = submitCases;
        this.tryCases = tryCases;
        this.pages = pages;
        this.policies = policies;
        this.evidence = evidence;
        this.db = db;
    }

    @Override
    public Optional<Verdict> attempt(Wanted wanted) {
        return tryCases.attempt(wish(UUID.randomUUID(), wanted))
                .map(tried -> verdict(wanted, tried));
    }

    private Verdict verdict(Wanted wanted, TryCases.Tried tried) {
        var decision = tried.decision();
        if (decision == null) {
            return new Verdict(
                    "DUPLICATE",
                    "OPEN_CASE_EXISTS",
                    "",
                    "",
                    "",
                    null,
                    0,
                    tried.currency(),
                    null,
                    tried.by(),
                    uuid(String.valueOf(tried.existing())));
        }
        var words =
                RuleText.of(
                        decision.reasonCode(),
                        policies.version(wanted.shop(), decision.policyVersion()));
        var type = decision.type();
        var payer = decision.freightPayer();
        return new Verdict(
                decision.outcome().name(),
                decision.reasonCode().name(),
                words.title().in(wanted.language()),
                words.explanation(decision.exemption()).in(wanted.language()),
                words.basis().in(wanted.language()),
                type == null ? null : type.text().in(wanted.language()),
                tried.refundMinor(),
                tried.currency(),
                payer == null ? null : payer.name(),
                tried.by(),
                null);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException ofAnotherHouse) {
            return null;
        }
    }

    @Override
    public Optional<Progress> submit(UUID id, Wanted wanted) {
        return switch (submitCases.submit(wish(id, wanted))) {
            case Submitted.Case made -> Optional.of(progress(made.page(), wanted.language()));
            case Submitted.Existing existing ->
                    Optional.ofNullable(uuid(existing.caseId()))
                            .flatMap(known -> pages.find(wanted.shop(), known))
                            .filter(page -> page.row().customerId().equals(wanted.customerId()))
                            .map(page -> progress(page, wanted.language()));
            case Submitted.UnknownOrder() -> Optional.empty();
            case Submitted.IdTaken() -> Optional.empty();
        };
    }

    private static Wish wish(UUID id, Wanted of) {
        var lang = of.language().getLanguage();
        var request =
                new Request(
                        of.orderNo(),
                        of.customerId(),
                        Reason.valueOf(of.reason()),
                        of.words(),
                        of.type() == null ? null : CaseType.valueOf(of.type()),
                        of.items().stream()
                                .map(item -> new Request.Item(item.lineId(), item.qty()))
                                .toList(),
                        of.photos().stream().map(UUID::toString).toList(),
                        null,
                        null,
                        of.exchangeSku(),
                        null,
                        null,
                        null,
                        false,
                        false,
                        id.toString(),
                        lang);
        return new Wish(
                of.shop(),
                id,
                new OrderNumber(of.orderNo()),
                actor(of.customerId()),
                of.customerId(),
                request,
                of.photos(),
                lang);
    }

    private static String actor(String customerId) {
        return "customer:" + customerId;
    }

    @Override
    public List<Progress> newest(
            ShopId shop, String customerId, @Nullable String onlyOrder, Locale language) {
        var customer = new Customer(shop, customerId, onlyOrder);
        return db
                .sql(
                        """
                select c.id from aftersales.after_sale_case c
                 where c.shop_id = :shop and c.customer_id = :customer
                   and (cast(:only as text) is null or c.order_no = :only)
                 order by c.submitted_at desc, c.id desc
                 limit :limit
                """)
                .param("shop", shop.value())
                .param("customer", customerId)
                .param("only", onlyOrder)
                .param("limit", NEWEST)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .flatMap(id -> pages.find(shop, id).stream())
                .filter(page -> page.row().isOf(customer))
                .map(page -> progress(page, language))
                .toList();
    }

    private Progress progress(CasePage page, Locale language) {
        CaseRow row = page.row();
        var view =
                PortalCaseView.of(
                        page, NO_ENDS, policies.version(row.shop(), row.policyVersion()), language);
        var next = view.nextStep();
        return new Progress(
                view.id(),
                view.no(),
                view.orderNo(),
                view.title(),
                view.typeText(),
                view.state(),
                view.stateText(),
                view.submittedAt(),
                view.refundMinor(),
                view.currency(),
                view.freightPayer(),
                view.decision().title(),
                view.decision().text(),
                view.decision().basis(),
                next == null ? null : next.text(),
                next == null ? null : next.who(),
                next == null ? null : next.etaAt(),
                view.refunds().stream()
                        .map(
                                one ->
                                        new Paid(
                                                one.amountMinor(),
                                                one.currency(),
                                                one.status(),
                                                one.at()))
                        .toList());
    }

    @Override
    public List<ReasonChoice> reasons() {
        return Arrays.stream(Reason.values())
                .filter(Reason::offered)
                .map(one -> new ReasonChoice(one.name(), one.text(), one.photosNeeded()))
                .toList();
    }

    @Override
    public Understood understand(String words, String language, boolean fresh) {
        var heard = Intake.of(words, language, fresh);
        var type = heard.type();
        return new Understood(
                heard.reason() == Reason.UNCLEAR ? null : heard.reason().name(),
                type == null ? null : type.name(),
                heard.confidence());
    }

    @Override
    public void keepPhoto(ShopId shop, String customerId, UUID id, byte[] content) {
        evidence.keep(shop, id, actor(customerId), content);
    }
}
