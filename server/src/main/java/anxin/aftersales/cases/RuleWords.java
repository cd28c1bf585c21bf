package anxin.aftersales.cases;

import anxin.kernel.Text;

public record RuleWords(Text title, Text customer, Text source) {
    public static RuleWords of(Enum<?> rule) {
        var t = Text.of(rule.name(), rule.name());
        return new RuleWords(t, t, t);
    }
}
