package anxin.commerce.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One SKU of a demo catalogue.
 *
 * @param weight how often it is bought, beside the others
 * @param customs BONDED_1210 or DIRECT_9610 for import retail
 */
record DemoProduct(
        String sku,
        String spu,
        String titleZh,
        String titleEn,
        String category,
        long priceMinor,
        Map<String, String> attributes,
        @Nullable String exemptClass,
        @Nullable Integer warrantyDays,
        @Nullable Integer promiseDays,
        boolean durable,
        @Nullable String customs,
        int weight) {

    boolean isDigital() {
        return switch (category) {
            case "VOUCHER", "VIRTUAL_CARD", "DIGITAL_CONTENT" -> true;
            default -> false;
        };
    }

    boolean isFresh() {
        return category.equals("FRESH");
    }

    /** The catalogue of a shop, as it stands in {@code demo/<shop>.txt}. */
    static List<DemoProduct> catalogue(String shop) {
        var products = new ArrayList<DemoProduct>();
        for (var line : lines("/demo/" + shop + ".txt")) {
            var parts = line.split("\\|", -1);
            var variants = parts[5].split(";");
            for (int i = 0; i < variants.length; i++) {
                products.add(product(parts, variants[i], i, variants.length));
            }
        }
        return products;
    }

    private static DemoProduct product(String[] parts, String variant, int place, int variants) {
        var slash = variant.indexOf('/');
        var attributes = new TreeMap<String, String>();
        for (var attribute : parts[6].split(";")) {
            var equals = attribute.indexOf('=');
            attributes.put(attribute.substring(0, equals), attribute.substring(equals + 1));
        }
        attributes.put("规格", variant.substring(0, slash));
        @Nullable String exempt = null;
        @Nullable Integer warranty = null;
        @Nullable Integer promise = null;
        @Nullable String customs = null;
        var durable = false;
        var weight = 1;
        for (var flag : parts[7].split(" ")) {
            switch (flag.charAt(0)) {
                case 'x' -> exempt = flag.substring(1);
                case 'w' -> warranty = Integer.valueOf(flag.substring(1));
                case 'p' -> promise = Integer.valueOf(flag.substring(1));
                case 's' -> weight = Integer.parseInt(flag.substring(1));
                case 'b' -> customs = "BONDED_1210";
                case 'j' -> customs = "DIRECT_9610";
                case 'd' -> durable = true;
                default -> throw new IllegalArgumentException("no such flag: " + flag);
            }
        }
        return new DemoProduct(
                parts[0] + "-" + (place + 1),
                parts[0],
                parts[1] + " " + variant.substring(0, slash),
                parts[2] + ", " + variant.substring(slash + 1),
                parts[3],
                price(parts, place),
                attributes,
                exempt,
                warranty,
                promise,
                durable,
                customs,
                Math.max(1, weight * 4 / variants));
    }

    /** A bigger box costs more, another size of a dress does not. */
    private static long price(String[] parts, int place) {
        var base = Long.parseLong(parts[4]) * 100;
        return switch (parts[3]) {
            case "APPAREL", "UNDERWEAR", "HOME", "CUSTOM", "APPLIANCE" -> base;
            default -> base + place * (base * 6 / 10 / 100) * 100;
        };
    }

    private static List<String> lines(String resource) {
        try (var in = DemoProduct.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
