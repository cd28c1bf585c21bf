package anxin.aftersales.choice;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.kernel.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What an agent offered, kept as a decision of the case: the options and what each pays. */
@Component
class OfferStore {

    static final String OUTCOME = "OFFERED";

    private final CaseStore cases;
    private final JsonMapper json;

    OfferStore(CaseStore cases, JsonMapper json) {
        this.cases = cases;
        this.json = json;
    }

    void offer(
            CaseRow of,
            Map<Way, Long> offers,
            Text told,
            String actor,
            @Nullable String note,
            Instant at) {
        var facts = cases.decisions(of.shop(), of.id()).getLast().facts();
        cases.addDecision(
                of,
                of.ruleId(),
                OUTCOME,
                json.readTree(facts),
                Map.of("offers", offers, "customer", told),
                actor,
                note,
                at,
                0);
    }

    /** Empty when the last word on the case was not an agent's offer. */
    Map<Way, Long> standing(CaseRow of) {
        var offers = new LinkedHashMap<Way, Long>();
        var last = cases.decisions(of.shop(), of.id()).getLast();
        if (last.outcome().equals(OUTCOME)) {
            json.readTree(last.answer())
                    .path("offers")
                    .properties()
                    .forEach(one -> offers.put(Way.valueOf(one.getKey()), one.getValue().asLong()));
        }
        return offers;
    }
}
