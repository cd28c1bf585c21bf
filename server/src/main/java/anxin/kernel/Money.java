package anxin.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A whole number of minor units (fen, cent, yen) with its ISO 4217 currency. Arithmetic is exact:
 * it throws {@link ArithmeticException} rather than wrap around, and refuses to mix currencies.
 */
public record Money(long minor, String currency) {

    public Money {
        Currency.getInstance(currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public boolean exceeds(Money limit) {
        return minor > same(limit).minor;
    }

    /**
     * The amount in major units, with the decimals of its currency: 12900 CNY is 129.00, 4980 JPY
     * is 4980.
     */
    public BigDecimal major() {
        return BigDecimal.valueOf(
                minor, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
