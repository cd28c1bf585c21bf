package anxin.language.understand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** An amount as currency and number, {@code CNY 199.00}. */
final class Amounts {

    private record Currency(String code, Pattern words) {}

    private static final Currency[] CURRENCIES = {
        currency("SGD", "s\\$"),
        currency("CNY", "[¥￥]|元|块|毛|人民币|rmb|cny|yuan"),
        currency("JPY", "円|jpy"),
        currency("EUR", "€|eur"),
        currency("GBP", "£"),
        currency("THB", "฿|thb|บาท|baht"),
        currency("VND", "₫|vnd|đồng"),
        currency("PHP", "₱|php|peso"),
        currency("IDR", "rp|rupiah|ribu"),
        currency("MYR", "rm|ringgit"),
        currency("USD", "\\$|usd|dollar|bucks")
    };

    private static final Pattern DECIMALS = Pattern.compile("[.,]\\d{1,2}$");
    private static final String DIGITS = "零一二三四五六七八九";

    private Amounts() {}

    private static Currency currency(String code, String words) {
        return new Currency(code, Pattern.compile(words));
    }

    static String of(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        var number =
                plain.matches(".*\\d.*")
                        ? number(plain.replaceAll("[^\\d.,]", "").replaceAll("^[.,]+|[.,]+$", ""))
                        : BigDecimal.valueOf(chinese(plain));
        if (plain.contains("万") && plain.matches(".*\\d.*")) {
            number = number.multiply(BigDecimal.valueOf(10_000));
        } else if (plain.matches(".*\\d\\s?(?:k|rb)|.*ribu")) {
            number = number.multiply(BigDecimal.valueOf(1_000));
        } else if (plain.contains("毛")) {
            number = number.movePointLeft(1);
        }
        return code(plain) + " " + number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String code(String plain) {
        for (var currency : CURRENCIES) {
            if (currency.words().matcher(plain).find()) {
                return currency.code();
            }
        }
        return "CNY";
    }

    /** 1,234.50 and 1.234,50 alike; 1.000 is a thousand. */
    private static BigDecimal number(String digits) {
        var decimals = DECIMALS.matcher(digits);
        if (decimals.find()) {
            var whole = digits.substring(0, decimals.start()).replaceAll("[.,]", "");
            return new BigDecimal(
                    (whole.isEmpty() ? "0" : whole) + "." + digits.substring(decimals.start() + 1));
        }
        return new BigDecimal(digits.replaceAll("[.,]", ""));
    }

    /** 一百二十 is 120, 两千 is 2000, 三百五 is 350. */
    static long chinese(String text) {
        long sum = 0;
        long digit = 0;
        long unit = 1;
        for (char c : text.replace('两', '二').toCharArray()) {
            int value = DIGITS.indexOf(c);
            if (value >= 0) {
                digit = value;
                unit = value == 0 ? 1 : unit;
            } else {
                long next =
                        c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : c == '万' ? 10_000 : 0;
                if (next > 0) {
                    sum += Math.max(1, digit) * next;
                    digit = 0;
                    unit = next / 10;
                }
            }
        }
        return sum + digit * (sum == 0 ? 1 : Math.max(1, unit));
    }
}
