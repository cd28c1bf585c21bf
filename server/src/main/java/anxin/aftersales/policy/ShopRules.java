package anxin.aftersales.policy;

import anxin.aftersales.policy.Decision.FreightPayer;
import anxin.kernel.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop has made of the table: rules it switched or limited, exemptions it words or gives up,
 * promises beyond the law, and guards that ask for a person.
 */
public record ShopRules(
        Map<ReasonCode, Setting> rules,
        Map<Exempt, Exemption> exemptions,
        List<Promise> promises,
        List<Guard> guards) {

    public static final ShopRules NONE = new ShopRules(Map.of(), Map.of(), List.of(), List.of());

    /** How a rule works. */
    public enum Mode {
        /** As the table says. */
        AUTO,
        /** Its automatic yes is looked at by a person first. */
        REVIEW,
        /** Not at all; the next rule of the table speaks. */
        OFF
    }

    /** {@code limitMinor} is the rule's own automatic limit in CNY fen; null is the table's. */
    public record Setting(Mode mode, @Nullable Long limitMinor) {
        static final Setting TABLE = new Setting(Mode.AUTO, null);
    }

    /** An exemption that the shop gives up or says in its own words; null is the house's words. */
    public record Exemption(boolean on, @Nullable Text words) {}

    /** Which goods a promise is about. */
    public enum About {
        ALL,
        CATEGORY,
        SKU
    }

    /**
     * So many days to return without a reason, beyond the law or where the law gives none.
     *
     * @param value the category or the SKU; empty for all goods
     * @param freight who pays for the way back; null is as without the promise
     */
    public record Promise(
            String id, About about, String value, int days, @Nullable FreightPayer freight) {

        boolean holdsFor(String category, String sku) {
            return switch (about) {
                case ALL -> true;
                case CATEGORY -> value.equals(category);
                case SKU -> value.equals(sku);
            };
        }
    }

    public ShopRules {
        rules = Map.copyOf(rules);
        exemptions = Map.copyOf(exemptions);
        promises = List.copyOf(promises);
        guards = List.copyOf(guards);
    }

    Setting setting(ReasonCode code) {
        return rules.isEmpty() ? Setting.TABLE : rules.getOrDefault(code, Setting.TABLE);
    }

    boolean isOff(ReasonCode code) {
        return !rules.isEmpty() && setting(code).mode() == Mode.OFF;
    }

    /** Does the shop make use of this exemption? */
    public boolean uses(Exempt exempt) {
        var own = exemptions.get(exempt);
        return own == null || own.on();
    }

    /** The words of an exemption: shown where people buy, and again when it decides. */
    public Text words(Exempt exempt) {
        var own = exemptions.get(exempt);
        var words = own == null ? null : own.words();
        return words == null ? exempt.words() : words;
    }

    /** The longest promise on such goods; null is none. */
    public @Nullable Promise promise(String category, String sku) {
        Promise longest = null;
        for (var promise : promises) {
            if (promise.holdsFor(category, sku)
                    && (longest == null || promise.days() > longest.days())) {
                longest = promise;
            }
        }
        return longest;
    }
}
