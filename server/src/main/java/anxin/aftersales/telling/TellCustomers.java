package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.template.Step;
import anxin.aftersales.template.Tales.Happened;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears of every step after its commit. Its place in the log moves on in the transaction in which
 * the messages are written: whenever the process dies, each step has been told or will be, and none
 * twice.
 */
@Component
class TellCustomers implements FactListener {

    private static final Logger log = LoggerFactory.getLogger(TellCustomers.class);

    private static final Step WROTE = Step.find(Step.STAFF_WROTE).orElseThrow();

    private final CaseStore cases;
    private final CaseFile file;
    private final Teller teller;
    private final JsonMapper json;

    TellCustomers(CaseStore cases, CaseFile file, Teller teller, JsonMapper json) {
        this.cases = cases;
        this.file = file;
        this.teller = teller;
        this.json = json;
    }

    @Override
    public String name() {
        return "aftersales.telling";
    }

    @Override
    public void on(Fact fact) {
        switch (fact.type()) {
            case "aftersales.case-submitted" -> steps(fact, 0, 1);
            case "aftersales.case-changed" -> {
                var version = json.readTree(fact.payload()).path("version").asInt();
                steps(fact, version, version);
            }
            case "aftersales.message-written" -> message(fact, json.readTree(fact.payload()));
            default -> {}
        }
    }

    private void steps(Fact fact, int from, int to) {
        find(fact).forEach(row -> steps(row, from, to));
    }

    private void steps(CaseRow of, int from, int to) {
        for (var entry : file.timeline(of.shop(), of.id())) {
            if (entry.seq() < from || entry.seq() > to) {
                continue;
            }
            Step.find(entry.step())
                    .ifPresent(
                            step ->
                                    tell(
                                            of,
                                            "step:" + entry.seq(),
                                            new Happened(
                                                    step,
                                                    CaseState.valueOf(entry.state()),
                                                    entry.at(),
                                                    entry.etaAt(),
                                                    entry.params()),
                                            entry.actor()));
        }
    }

    private void message(Fact fact, JsonNode written) {
        if (!written.path("of").asString("").equals("STAFF")) {
            return;
        }
        var id = UUID.fromString(written.path("id").asString(""));
        for (var of : find(fact)) {
            file.message(of.shop(), of.id(), id)
                    .ifPresent(
                            one ->
                                    tell(
                                            of,
                                            "message:" + id,
                                            new Happened(
                                                    WROTE,
                                                    of.state(),
                                                    one.at(),
                                                    of.deadlineAt(),
                                                    Map.of(
                                                            "author",
                                                            one.name(),
                                                            "text",
                                                            one.body())),
                                            one.author()));
        }
    }

    private List<CaseRow> find(Fact fact) {
        var shop = fact.shop();
        if (shop == null || !fact.subject().startsWith("case:")) {
            return List.of();
        }
        return cases
                .find(shop, UUID.fromString(fact.subject().substring("case:".length())))
                .stream()
                .toList();
    }

    /** A wording that cannot be filled must not keep everybody else from being told. */
    private void tell(CaseRow of, String occurrence, Happened happened, String actor) {
        try {
            teller.tell(of, occurrence, happened, actor, Map.of());
        } catch (DataAccessException ofTheDatabase) {
            throw ofTheDatabase;
        } catch (RuntimeException unspeakable) {
            log.error("{} of {} could not be told", occurrence, of.subject(), unspeakable);
        }
    }
}
