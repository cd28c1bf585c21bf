package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Constant;
import anxin.aftersales.policy.Exempt;
import anxin.aftersales.policy.Guard;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.RuleText;
import anxin.aftersales.policy.ShopRules;
import anxin.aftersales.policy.ShopRules.Promise;
import anxin.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one policy does differently from another. */
final class Compare {

    private final ShopRules before;
    private final ShopRules after;
    private final List<Difference> differences = new ArrayList<>();

    private Compare(Policy before, Policy after) {
        this.before = before.own();
        this.after = after.own();
        for (var constant : Constant.values()) {
            add(
                    "/" + constant.field(),
                    constant.text(),
                    InWords.of(constant, before),
                    InWords.of(constant, after));
        }
        rules();
        exemptions();
        promises();
        guards();
    }

    static List<Difference> between(Policy before, Policy after) {
        return List.copyOf(new Compare(before, after).differences);
    }

    private void rules() {
        for (var code : ReasonCode.values()) {
            add(
                    "/rules/" + code,
                    RuleText.of(code).title(),
                    InWords.of(before.rules().get(code)),
                    InWords.of(after.rules().get(code)));
        }
    }

    private void exemptions() {
        for (var exempt : Exempt.values()) {
            add(
                    "/exemptions/" + exempt,
                    exempt.title(),
                    InWords.of(exempt, before),
                    InWords.of(exempt, after));
        }
    }

    private void promises() {
        var one = byId(before.promises(), Promise::id);
        var other = byId(after.promises(), Promise::id);
        for (var id : ids(one, other)) {
            add(
                    "/promises/" + id,
                    Text.of("承诺", "Promise"),
                    words(one.get(id), InWords::of),
                    words(other.get(id), InWords::of));
        }
    }

    private void guards() {
        var one = byId(before.guards(), Guard::id);
        var other = byId(after.guards(), Guard::id);
        for (var id : ids(one, other)) {
            add(
                    "/guards/" + id,
                    Text.of("附加条件", "Condition"),
                    words(one.get(id), InWords::of),
                    words(other.get(id), InWords::of));
        }
    }

    private static <T> @Nullable Text words(@Nullable T one, Function<T, Text> inWords) {
        return one == null ? null : inWords.apply(one);
    }

    private static <T> Map<String, T> byId(List<T> list, Function<T, String> id) {
        var byId = new LinkedHashMap<String, T>();
        list.forEach(one -> byId.put(id.apply(one), one));
        return byId;
    }

    private static LinkedHashSet<String> ids(Map<String, ?> one, Map<String, ?> other) {
        var ids = new LinkedHashSet<>(one.keySet());
        ids.addAll(other.keySet());
        return ids;
    }

    private void add(String pointer, Text what, @Nullable Text was, @Nullable Text becomes) {
        if (!Objects.equals(was, becomes)) {
            differences.add(new Difference(pointer, what, was, becomes));
        }
    }
}
