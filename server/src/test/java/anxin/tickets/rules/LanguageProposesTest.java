package anxin.tickets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.aftersales.Stage;
import anxin.identity.TestPeople;
import anxin.kernel.Text;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.Position;
import anxin.language.Analysis;
import anxin.language.Analysis.Emotion;
import anxin.language.Analysis.Feeling;
import anxin.language.Analysis.Intent;
import anxin.language.Language;
import anxin.tickets.TicketStage;
import anxin.tickets.matter.Book;
import anxin.tickets.matter.TicketStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@AnxinTest
class LanguageProposesTest {

    @Autowired Stage stage;
    @Autowired TestPeople people;
    @Autowired TestClock clock;
    @Autowired FactLog facts;
    @Autowired TicketStore tickets;
    @Autowired Book book;
    @Autowired TransactionTemplate transaction;

    @Test
    void what_the_customer_wrote_is_understood_and_stands_beside_the_rules() {
        var tea = new TicketStage(stage, people, clock);
        var start = facts.end();
        var id = fromTheCustomer(tea);
        var byHand = tea.aTicket("盒子里少一个");
        hear(start, text -> said(text, "wrong_missing"));
        var view = tea.read(id);
        assertThat(language(view).path("type").asString()).isEqualTo("WAREHOUSE");
        assertThat(view.at("/item/version").asInt()).as("nobody's version is taken").isEqualTo(1);
        assertThat(view.at("/item/triage/type").asString()).isEqualTo("OTHER");
        assertThat(language(tea.read(byHand)).isNull()).isTrue();
    }

    @Test
    void a_text_that_is_not_understood_holds_up_nothing() {
        var tea = new TicketStage(stage, people, clock);
        var start = facts.end();
        var id = fromTheCustomer(tea);
        hear(
                start,
                text -> {
                    throw new IllegalStateException("no model");
                });
        assertThat(language(tea.read(id)).isNull()).isTrue();
    }

    private static JsonNode language(JsonNode view) {
        return view.at("/proposals/language");
    }

    private static UUID fromTheCustomer(TicketStage tea) {
        var talk = tea.write(tea.aChannel(), "wx-1", "m1", "盒子里少一个");
        return tea.aTicket(Map.of("origin", Map.of("kind", "conversation", "id", talk.toString())));
    }

    private void hear(Position start, Function<String, Analysis> understands) {
        var listener =
                new LanguageProposes(
                        tickets,
                        book,
                        new Language() {
                            @Override
                            public Analysis analyse(Message message) {
                                return understands.apply(message.text());
                            }

                            @Override
                            public List<Analysis> analyse(List<Message> messages) {
                                return messages.stream().map(this::analyse).toList();
                            }
                        });
        transaction.executeWithoutResult(
                status -> facts.after(start, 10_000).forEach(listener::on));
    }

    private static Analysis said(String text, String intent) {
        assertThat(text).isEqualTo("盒子里少一个");
        return new Analysis(
                "zh",
                1,
                List.of(new Intent(intent, Text.of("发错漏发", "Wrong or missing"), 0.9f)),
                0.9f,
                List.of(),
                new Feeling(Emotion.NEUTRAL, 0.9f, 0.1f),
                List.of(),
                false,
                List.of(),
                List.of(),
                0);
    }
}
