package anxin.knowledge.answers;

import anxin.commerce.Product;
import anxin.commerce.Products;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What the shop's catalogue says of the products that a talk is about: one attribute that is asked
 * for by its name, or all in which they differ. Whatever asks for more is not for the catalogue.
 */
@Component
class ProductFacts {

    private static final int LEFT_OVER = 2;
    private static final Text COLON = Text.of("：", ": ");
    private static final Text SEMICOLON = Text.of("；", "; ");

    /** How people ask for what catalogues call so. */
    private static final Map<String, Pattern> NAMES =
            names(
                    name("面料|材质", "面料|材质|布料|料子|什么做的|material|fabric|made of"),
                    name("产地", "产地|哪里产|哪儿产|原产|origin|where .{0,12}from"),
                    name("容量", "容量|多大容量|几升|多少升|capacity"),
                    name("功率", "功率|多少瓦|几瓦|power|watts?"),
                    name("噪音", "噪音|多少分贝|noise"),
                    name("续航|电池", "续航|电池|用多久|battery"),
                    name("保质期", "保质期|shelf life"),
                    name("防水", "防水|waterproof"),
                    name("净含量|规格", "净含量|多少克|几克|规格|net weight"),
                    name("储存", "储存|怎么存|how .{0,8}store"),
                    name("版型", "版型|fit"),
                    name("季节", "季节|season"),
                    name("功效", "功效|有什么用|effect"),
                    name("压力", "压力|多少bar|pressure"),
                    name("屏幕", "屏幕|多大屏|screen"),
                    name("芯片|处理器", "芯片|处理器|chip|processor"),
                    name("吸力", "吸力|suction"),
                    name("亮度", "亮度|流明|brightness|lumens?"),
                    name("证书", "证书|certificate"));

    private static final Pattern COMPARES =
            Pattern.compile("区别|不同|差别|对比|比较|差在哪|哪个好|哪款|difference|differ|compare|which one");

    private static final Pattern FILLER =
            Pattern.compile(
                    "请问|这(?:款|个|件|种)?|那(?:款|个|件|种)?|它|你们|的|是|什么|啥|多少|多大|几|吗|呢|啊|有|怎么样|如何|\\p{P}|\\s"
                            + "|\\b(?:what|which|is|are|the|this|that|it|of|its|does|do|have|has|a|how|much|kind)\\b");

    private final Products products;

    ProductFacts(Products products) {
        this.products = products;
    }

    /** The facts in one text; empty where the catalogue has none that answers. */
    Optional<String> answer(ShopId shop, String question, String language, List<String> skus) {
        if (skus.isEmpty()) {
            return Optional.empty();
        }
        var asked = question.toLowerCase(Locale.ROOT);
        var found =
                products.findAll(shop, skus).stream()
                        .sorted((a, b) -> skus.indexOf(a.sku()) - skus.indexOf(b.sku()))
                        .toList();
        var locale = Locale.forLanguageTag(language);
        if (found.size() > 1 && COMPARES.matcher(asked).find()) {
            return compared(found, locale);
        }
        return NAMES.entrySet().stream()
                .filter(name -> asksOnly(asked, name.getValue(), found, locale))
                .map(name -> told(found, Pattern.compile(name.getKey()), locale))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Nothing of weight is left when the attribute and the products are taken away. */
    private static boolean asksOnly(
            String asked, Pattern name, Collection<Product> found, Locale locale) {
        if (!name.matcher(asked).find()) {
            return false;
        }
        var left = name.matcher(asked).replaceAll("");
        for (var product : found) {
            left = left.replace(product.title().in(locale).toLowerCase(Locale.ROOT), "");
        }
        return FILLER.matcher(left).replaceAll("").length() <= LEFT_OVER;
    }

    private static Optional<String> told(List<Product> found, Pattern name, Locale locale) {
        var text = new StringBuilder();
        for (var product : found) {
            product.attributes().entrySet().stream()
                    .filter(attribute -> name.matcher(attribute.getKey()).matches())
                    .forEach(
                            attribute ->
                                    text.append("- ")
                                            .append(product.title().in(locale))
                                            .append(COLON.in(locale))
                                            .append(attribute.getKey())
                                            .append(' ')
                                            .append(attribute.getValue())
                                            .append('\n'));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString().strip());
    }

    private static Optional<String> compared(List<Product> found, Locale locale) {
        var names = new LinkedHashSet<String>();
        found.forEach(product -> names.addAll(product.attributes().keySet()));
        var text = new StringBuilder();
        for (var name : names) {
            var values =
                    found.stream()
                            .map(product -> product.attributes().getOrDefault(name, "–"))
                            .toList();
            if (values.stream().distinct().count() > 1) {
                text.append("- **").append(name).append("**").append(COLON.in(locale));
                for (int i = 0; i < values.size(); i++) {
                    text.append(i == 0 ? "" : SEMICOLON.in(locale))
                            .append(found.get(i).title().in(locale))
                            .append(' ')
                            .append(values.get(i));
                }
                text.append('\n');
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString().strip());
    }

    /** In their order, so that the same question is always answered alike. */
    @SafeVarargs
    private static Map<String, Pattern> names(Map.Entry<String, Pattern>... entries) {
        var names = new LinkedHashMap<String, Pattern>();
        for (var entry : entries) {
            names.put(entry.getKey(), entry.getValue());
        }
        return names;
    }

    private static Map.Entry<String, Pattern> name(String inCatalogue, String asked) {
        return Map.entry(inCatalogue, Pattern.compile(asked));
    }
}
