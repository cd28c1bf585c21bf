package anxin.payments.wire;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as some gateways write them, in major units: {@code 129.00}. */
public final class Yuan {

    private Yuan() {}

    public static String of(long minor, String currency) {
        return BigDecimal.valueOf(minor, digits(currency)).toPlainString();
    }

    /** Throws {@link ArithmeticException} rather than round. */
    public static long minor(String major, String currency) {
        return new BigDecimal(major.strip()).movePointRight(digits(currency)).longValueExact();
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
