package anxin.aftersales.origin;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.cases.Messages;
import anxin.aftersales.evidence.Evidence;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.problem.Problem;
import anxin.tickets.TicketOrigin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Matters that came up on a case. */
@Component
class FromCase implements TicketOrigin {

    private static final String CUSTOMER = "CUSTOMER";

    private final CaseScope scope;
    private final CaseStore cases;
    private final Messages messages;
    private final Evidence evidence;
    private final JsonMapper json;

    FromCase(
            CaseScope scope,
            CaseStore cases,
            Messages messages,
            Evidence evidence,
            JsonMapper json) {
        this.scope = scope;
        this.cases = cases;
        this.messages = messages;
        this.evidence = evidence;
        this.json = json;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public Optional<Known> find(Caller.Permitted caller, UUID id, @Nullable UUID message) {
        if (!caller.may(Permission.CASE_READ)) {
            return Optional.empty();
        }
        return cases.find(scope.shops(caller, null), id).map(this::known);
    }

    private Known known(CaseRow of) {
        var words = of.reasonText();
        return new Known(
                of.shop(),
                null,
                of.customerId(),
                of.customerName(),
                of.orderNo().value(),
                of.title(),
                words == null || words.isBlank() ? of.title() : words,
                evidence.ofCase(of.shop(), of.id()).stream()
                        .map(
                                photo ->
                                        new Proof(
                                                "/api/v1/cases/%s/evidence/%s"
                                                        .formatted(of.id(), photo.id()),
                                                null,
                                                "image/jpeg"))
                        .toList());
    }

    @Override
    public void tell(Staff by, ShopId shop, UUID id, UUID message, String text) {
        if (!by.may(Permission.CASE_MESSAGE)) {
            throw Problem.forbidden(Permission.CASE_MESSAGE.name());
        }
        var of = cases.find(shop, id).orElseThrow(() -> Problem.missing("case"));
        messages.write(
                of,
                message,
                new Messages.Author(by.actor(), by.name(), Messages.Writer.PERSON),
                text);
    }

    @Override
    public Optional<Instant> customersWord(Fact fact) {
        if (!fact.type().equals("aftersales.message-written")) {
            return Optional.empty();
        }
        var written = json.readValue(fact.payload(), Messages.Written.class);
        return written.of().equals(CUSTOMER) ? Optional.of(fact.at()) : Optional.empty();
    }
}
