package anxin.aftersales.template;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.TimelineText;
import anxin.commerce.Shop;
import anxin.kernel.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell at one step of one case: the values that wordings may name.
 *
 * @param state where the case stood after the step
 * @param by when the next step is due at the latest
 * @param zone in which the customer reads times
 * @param params the step's own values
 * @param links by the names of their variables
 */
public record Tale(
        CaseRow of,
        Shop shop,
        Step step,
        CaseState state,
        Instant by,
        ZoneId zone,
        Map<String, Object> params,
        Map<String, String> links) {

    /** Whether the customer moves next. */
    public boolean onCustomer() {
        return asksIfSolved() || Wordings.isOnCustomer(state);
    }

    /** A complaint waits for the customer's yes, though its state is the agent's. */
    private boolean asksIfSolved() {
        return step.name().equals("SOLUTION_OFFERED");
    }

    /** The values in one language. */
    public Filling.Values in(String language) {
        return (name, format) -> value(name, format, language);
    }

    private String value(String name, @Nullable String format, String language) {
        if (name.equals("by")) {
            var pattern = Wordings.timePattern(language, format);
            return DateTimeFormatter.ofPattern(pattern, Wordings.locale(language))
                    .format(by.atZone(zone));
        }
        var text = text(name, language);
        return "short".equals(format) ? Filling.shortened(text) : text;
    }

    private String text(String name, String language) {
        var home = language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return switch (name) {
            case "customerName" -> named(language);
            case "shopName" -> shop.name().in(home);
            case "what" -> what(language);
            case "nextStep" ->
                    asksIfSolved() ? Spoken.isItSolved(language) : Spoken.next(state, language);
            case "who" -> Spoken.who(asksIfSolved() ? CaseState.AWAITING_CHOICE : state, language);
            case "todo" -> Spoken.todo(onCustomer(), language);
            case "state" -> state.label().in(home);
            case "caseNo" -> of.no();
            case "orderNo" -> of.orderNo().value();
            case "title" -> of.title();
            case "refund" -> money(new Money(refund(), of.currency()));
            default -> own(name, language);
        };
    }

    private static String money(Money amount) {
        var plain = amount.major().toPlainString();
        return amount.currency().equals("CNY") ? "¥" + plain : amount.currency() + " " + plain;
    }

    private long refund() {
        return of.worthMinor();
    }

    private String named(String language) {
        var name = of.customerName();
        if (name != null && !name.isBlank()) {
            return name;
        }
        return switch (language) {
            case "zh" -> "客户";
            case "ja" -> "お客様";
            case "es" -> "cliente";
            default -> "customer";
        };
    }

    private String what(String language) {
        var pattern = Spoken.what(step, language);
        return Filling.fill(
                pattern == null ? step.what().en() : pattern,
                (name, format) -> own(name, language));
    }

    private String own(String name, String language) {
        var link = links.get(name);
        if (link != null) {
            return link;
        }
        var value = params.get(name);
        return value == null ? "" : TimelineText.value(value, language.equals("zh"));
    }
}
