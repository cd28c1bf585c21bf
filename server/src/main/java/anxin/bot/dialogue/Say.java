package anxin.bot.dialogue;

import anxin.bot.flow.FlowBook;
import anxin.commerce.Order;
import anxin.commerce.StoredOrder;
import anxin.kernel.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bot's words, from its phrases. */
final class Say {

    private static final int SHORT_TITLE = 24;
    private static final int MOST_ITEMS = 3;

    private final FlowBook book;
    private final Locale language;
    private final ZoneId zone;

    Say(FlowBook book, Locale language, ZoneId zone) {
        this.book = book;
        this.language = language;
        this.zone = zone;
    }

    Locale language() {
        return language;
    }

    boolean chinese() {
        return language.getLanguage().equals("zh");
    }

    String of(String phrase) {
        return of(phrase, Map.of());
    }

    String of(String phrase, Map<String, String> values) {
        return filled(book.phrases().getOrDefault(phrase, Text.of("", "")).in(language), values);
    }

    String in(Text text) {
        return text.in(language);
    }

    static String filled(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    Choice choice(String phrase) {
        var label = of(phrase);
        return new Choice(label, phrase);
    }

    String money(long minor, String currency) {
        var amount = BigDecimal.valueOf(minor, currency.equals("JPY") ? 0 : 2).toPlainString();
        return currency.equals("CNY") ? "¥" + amount : currency + " " + amount;
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern(
                        chinese() ? "M月d日 HH:mm" : "d MMM HH:mm",
                        chinese() ? Locale.CHINESE : Locale.ENGLISH)
                .format(at.atZone(zone));
    }

    String day(@Nullable Instant at) {
        return at == null
                ? "–"
                : DateTimeFormatter.ofPattern(
                                chinese() ? "M月d日" : "d MMM",
                                chinese() ? Locale.CHINESE : Locale.ENGLISH)
                        .format(at.atZone(zone));
    }

    static String title(Order.Line line) {
        var title = line.title() == null ? line.sku() : line.title();
        return title.length() > SHORT_TITLE ? title.substring(0, SHORT_TITLE) : title;
    }

    String items(List<Order.Line> lines) {
        var named =
                lines.stream()
                        .limit(MOST_ITEMS)
                        .map(line -> title(line) + (line.qty() > 1 ? " ×" + line.qty() : ""))
                        .collect(Collectors.joining(chinese() ? "、" : ", "));
        return lines.size() > MOST_ITEMS ? named + " …" : named;
    }

    /** How an order is told from others: its first item, and the end of its number. */
    Choice order(StoredOrder stored) {
        var no = stored.order().no();
        var end = no.substring(Math.max(0, no.length() - 4));
        var lines = stored.order().lines();
        var first = lines.isEmpty() ? "" : title(lines.getFirst());
        return new Choice(
                first
                        + (lines.size() > 1 ? " …" : "")
                        + (chinese() ? "（尾号" : " (…")
                        + end
                        + (chinese() ? "）" : ")"),
                no);
    }

    String state(Order order) {
        if (order.payStatus() == Order.PayStatus.UNPAID) {
            return of("state-unpaid");
        }
        if (order.payStatus() == Order.PayStatus.REFUNDED) {
            return of("state-refunded");
        }
        var shipBy = order.shipBy();
        var signedAt = order.signedAt();
        return switch (order.fulfil()) {
            case UNSHIPPED ->
                    shipBy == null
                            ? of("state-unshipped")
                            : of("state-unshipped-by", Map.of("by", time(shipBy)));
            case SHIPPED -> of("state-shipped");
            case SIGNED -> of("state-signed", Map.of("at", day(signedAt)));
            case REFUSED -> of("state-refused");
            case READY_FOR_PICKUP -> of("state-ready-for-pickup");
            case PICKED_UP -> of("state-picked-up");
            case DELIVERED_DIGITAL -> of("state-delivered-digital");
        };
    }
}
