package anxin.aftersales.policy;

import anxin.aftersales.expression.Condition;
import anxin.aftersales.expression.Mistake;
import anxin.aftersales.policy.Decision.FreightPayer;
import anxin.aftersales.policy.Decision.Queue;
import anxin.aftersales.policy.ShopRules.About;
import anxin.aftersales.policy.ShopRules.Exemption;
import anxin.aftersales.policy.ShopRules.Mode;
import anxin.aftersales.policy.ShopRules.Promise;
import anxin.aftersales.policy.ShopRules.Setting;
import anxin.kernel.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a policy's document that is not constants: rules, exemptions, promises, guards. */
final class ReadShopRules {

    static final Set<String> NAMES = Set.of("rules", "exemptions", "promises", "guards");

    private static final int MOST_OWN = 50;
    private static final int MOST_DAYS = 3_650;
    private static final int LONGEST_WORDS = 300;
    private static final int LONGEST_NAME = 60;

    private ReadShopRules() {}

    static ShopRules read(Reading document, ShopRules base) {
        return new ShopRules(
                document.field("rules") == null ? base.rules() : rules(document.object("rules")),
                document.field("exemptions") == null
                        ? base.exemptions()
                        : exemptions(document.object("exemptions")),
                document.field("promises") == null ? base.promises() : promises(document),
                document.field("guards") == null ? base.guards() : guards(document));
    }

    private static Map<ReasonCode, Setting> rules(Reading rules) {
        var read = new EnumMap<ReasonCode, Setting>(ReasonCode.class);
        for (var name : rules.names()) {
            var code = constant(ReasonCode.class, name);
            if (code == null) {
                rules.wrong(name, "没有这条规则", "there is no such rule");
            } else {
                read.put(code, setting(rules.object(name), RuleSheet.of(code)));
            }
        }
        return read;
    }

    private static Setting setting(Reading setting, RuleSheet sheet) {
        refuseOthers(setting, Set.of("mode", "limitMinor"));
        var mode = setting.oneOf("mode", Mode.class);
        if (mode == Mode.REVIEW && !sheet.mayBeReviewed()) {
            setting.wrong("mode", "这条规则本来就不会自动同意", "this rule never says yes by itself anyway");
        }
        var limit = setting.minor("limitMinor");
        if (limit != null && sheet.limit() == null) {
            setting.wrong("limitMinor", "这条规则没有自动额度", "this rule has no automatic limit");
        }
        return new Setting(mode == null ? Mode.AUTO : mode, limit);
    }

    private static Map<Exempt, Exemption> exemptions(Reading exemptions) {
        var read = new EnumMap<Exempt, Exemption>(Exempt.class);
        for (var name : exemptions.names()) {
            var exempt = constant(Exempt.class, name);
            if (exempt == null) {
                exemptions.wrong(
                        name,
                        "法律没有规定这类例外：《消费者权益保护法》第25条；《七日无理由退货暂行办法》第6、7条",
                        "the law knows no such exemption: Consumer Protection Law, art. 25; Seven-Day"
                                + " Measures, arts. 6 and 7");
            } else {
                read.put(exempt, exemption(exemptions.object(name), exempt));
            }
        }
        return read;
    }

    private static Exemption exemption(Reading exemption, Exempt exempt) {
        refuseOthers(exemption, Set.of("on", "words"));
        var on = exemption.yesOrNo("on");
        if (Boolean.FALSE.equals(on) && exempt == Exempt.MEDICINE) {
            exemption.wrong(
                    "on",
                    "药品不得退回：《药品经营质量管理规范》",
                    "medicine must not be taken back: Good Supply Practice for medicines");
        }
        return new Exemption(!Boolean.FALSE.equals(on), words(exemption.object("words")));
    }

    private static @Nullable Text words(Reading words) {
        if (!words.isThere()) {
            return null;
        }
        refuseOthers(words, Set.of("zh", "en"));
        return Text.of(
                shortText(words, "zh", LONGEST_WORDS), shortText(words, "en", LONGEST_WORDS));
    }

    private static List<Promise> promises(Reading document) {
        var read = new ArrayList<Promise>();
        var ids = new HashSet<String>();
        for (var promise : atMost(document, "promises")) {
            refuseOthers(promise, Set.of("id", "about", "value", "days", "freight"));
            var about = promise.requiredOneOf("about", About.class);
            read.add(
                    new Promise(
                            id(promise, ids),
                            about,
                            about == About.ALL ? "" : shortText(promise, "value", LONGEST_NAME),
                            promise.requiredCount("days", 1, MOST_DAYS),
                            promise.oneOf("freight", FreightPayer.class)));
        }
        return read;
    }

    private static List<Guard> guards(Reading document) {
        var read = new ArrayList<Guard>();
        var ids = new HashSet<String>();
        for (var guard : atMost(document, "guards")) {
            refuseOthers(guard, Set.of("id", "name", "when", "action", "queue"));
            var id = id(guard, ids);
            var name = shortText(guard, "name", LONGEST_NAME);
            var action = guard.oneOf("action", Guard.Action.class);
            var queue = guard.oneOf("queue", Queue.class);
            var written = guard.requiredText("when");
            var condition = condition(guard, written);
            if (condition != null) {
                read.add(
                        new Guard(
                                id,
                                name,
                                written,
                                condition,
                                action == null ? Guard.Action.REVIEW : action,
                                queue));
            }
        }
        return read;
    }

    private static @Nullable Condition<GuardFacts.Situation> condition(
            Reading guard, String written) {
        if (written.isEmpty()) {
            return null; // Told already.
        }
        try {
            return Condition.of(written, GuardFacts.NAMES);
        } catch (Mistake mistake) {
            guard.wrong("when", mistake.expected().zh(), mistake.expected().en());
            return null;
        }
    }

    private static List<Reading> atMost(Reading document, String name) {
        var list = document.objects(name);
        if (list.size() > MOST_OWN) {
            document.wrong(name, "至多 " + MOST_OWN + " 条", "at most " + MOST_OWN);
            return list.subList(0, MOST_OWN);
        }
        return list;
    }

    private static String id(Reading one, Set<String> ids) {
        var id = one.requiredText("id");
        if (!id.isEmpty() && !id.matches("[A-Za-z0-9-]{1,40}")) {
            one.wrong("id", "至多40个字母、数字或-", "at most 40 letters, digits or -");
        } else if (!id.isEmpty() && !ids.add(id)) {
            one.wrong("id", "与其他条目重复", "is used by another one");
        }
        return id;
    }

    private static String shortText(Reading one, String name, int longest) {
        var text = one.requiredText(name);
        if (text.length() > longest) {
            one.wrong(name, "至多 " + longest + " 个字", "at most " + longest + " characters");
        }
        return text;
    }

    private static void refuseOthers(Reading one, Set<String> known) {
        for (var name : one.names()) {
            if (!known.contains(name)) {
                one.wrong(name, "不认识的字段", "is not known here");
            }
        }
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        for (var one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }
}
