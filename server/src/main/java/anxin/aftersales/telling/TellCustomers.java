package anxin.aftersales.telling;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.telling.Teller.Occasion;
import anxin.aftersales.template.Step;
import anxin.aftersales.template.Tales.Happened;
import anxin.aftersales.template.Tellings;
import anxin.aftersales.template.Templates;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Fact;
import anxin.kernel.fact.FactListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears of every step after its commit. Its place in the log moves on in the transaction in which
 * the messages are written: whenever the process dies, each step has been told or will be, and none
 * twice. A page of facts costs a handful of statements, however many it has.
 */
@Component
class TellCustomers implements FactListener {

    private static final Step WROTE = Step.find(Step.STAFF_WROTE).orElseThrow();
    private static final String CASE = "case:";

    /** What a fact tells about a case: some steps of its timeline, or a colleague's message. */
    private record News(ShopId shop, UUID caseId, List<Integer> steps, @Nullable UUID message) {}

    private record Ref(ShopId shop, UUID id) {}

    private final CaseStore cases;
    private final CaseFile file;
    private final Teller teller;
    private final Tellings tellings;
    private final Templates templates;
    private final JsonMapper json;

    TellCustomers(
            CaseStore cases,
            CaseFile file,
            Teller teller,
            Tellings tellings,
            Templates templates,
            JsonMapper json) {
        this.cases = cases;
        this.file = file;
        this.teller = teller;
        this.tellings = tellings;
        this.templates = templates;
        this.json = json;
    }

    @Override
    public String name() {
        return "aftersales.telling";
    }

    @Override
    public void on(Fact fact) {
        hear(List.of(fact));
    }

    /** What was saved about telling counts for every step behind it, and for none before. */
    @Override
    public void hear(List<Fact> facts) {
        var page = new ArrayList<News>();
        for (var fact : facts) {
            var shop = fact.shop();
            if (shop == null) {
                continue;
            }
            switch (fact.type()) {
                case "aftersales.telling-changed" -> {
                    tell(page);
                    tellings.forget(shop);
                }
                case "aftersales.message-template-saved" -> {
                    tell(page);
                    templates.forget(shop);
                }
                default -> news(fact, shop).ifPresent(page::add);
            }
        }
        tell(page);
    }

    private Optional<News> news(Fact fact, ShopId shop) {
        if (!fact.subject().startsWith(CASE)) {
            return Optional.empty();
        }
        var id = UUID.fromString(fact.subject().substring(CASE.length()));
        return switch (fact.type()) {
            case "aftersales.case-submitted" ->
                    Optional.of(new News(shop, id, List.of(0, 1), null));
            case "aftersales.case-changed" -> {
                var version = json.readTree(fact.payload()).path("version").asInt();
                yield Optional.of(new News(shop, id, List.of(version), null));
            }
            case "aftersales.message-written" -> {
                var written = json.readTree(fact.payload());
                yield written.path("of").asString("").equals("STAFF")
                        ? Optional.of(
                                new News(
                                        shop,
                                        id,
                                        List.of(),
                                        UUID.fromString(written.path("id").asString(""))))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private void tell(List<News> page) {
        if (page.isEmpty()) {
            return;
        }
        var rows = new HashMap<Ref, CaseRow>();
        cases.findAll(
                        page.stream().map(News::shop).toList(),
                        page.stream().map(News::caseId).toList())
                .forEach(row -> rows.put(new Ref(row.shop(), row.id()), row));
        var entries = file.entries(page.stream().flatMap(TellCustomers::places).toList());
        var occasions = new ArrayList<Occasion>();
        for (var news : page) {
            var row = rows.get(new Ref(news.shop(), news.caseId()));
            if (row != null) {
                places(news)
                        .map(entries::get)
                        .forEach(entry -> step(row, entry).ifPresent(occasions::add));
                message(row, news.message()).ifPresent(occasions::add);
            }
        }
        page.clear();
        teller.tellAll(occasions);
    }

    private static Stream<CaseFile.Place> places(News news) {
        return news.steps().stream()
                .map(seq -> new CaseFile.Place(news.shop(), news.caseId(), seq));
    }

    private static Optional<Occasion> step(CaseRow of, CaseFile.@Nullable Entry entry) {
        return entry == null
                ? Optional.empty()
                : Step.find(entry.step())
                        .map(
                                step ->
                                        new Occasion(
                                                of,
                                                "step:" + entry.seq(),
                                                new Happened(
                                                        step,
                                                        CaseState.valueOf(entry.state()),
                                                        entry.at(),
                                                        entry.etaAt(),
                                                        entry.params()),
                                                entry.actor(),
                                                Map.of()));
    }

    private Optional<Occasion> message(CaseRow of, @Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : file.message(of.shop(), of.id(), id)
                        .map(
                                one ->
                                        new Occasion(
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
                                                one.author(),
                                                Map.of()));
    }
}
