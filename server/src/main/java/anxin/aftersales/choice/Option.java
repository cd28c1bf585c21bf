package anxin.aftersales.choice;

import anxin.kernel.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way on that the customer may take now.
 *
 * @param code what is sent to choose it
 * @param means what the customer does and gets, in a sentence
 * @param amountMinor what is paid back; null where no money is
 */
public record Option(
        String code,
        Text label,
        Text means,
        @Nullable Long amountMinor,
        String currency,
        @Nullable String freightPayer) {

    /** The same in the reader's language. */
    public record View(
            String code,
            String label,
            String means,
            @Nullable Long amountMinor,
            String currency,
            @Nullable String freightPayer) {}

    public View in(Locale language) {
        return new View(
                code, label.in(language), means.in(language), amountMinor, currency, freightPayer);
    }
}
