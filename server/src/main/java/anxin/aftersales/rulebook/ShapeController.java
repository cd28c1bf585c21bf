package anxin.aftersales.rulebook;

import anxin.aftersales.expression.Kind;
import anxin.aftersales.expression.Vocabulary;
import anxin.aftersales.policy.Constant;
import anxin.aftersales.policy.Decision;
import anxin.aftersales.policy.Exempt;
import anxin.aftersales.policy.Floor;
import anxin.aftersales.policy.GuardFacts;
import anxin.aftersales.policy.Policy;
import anxin.aftersales.policy.ReasonCode;
import anxin.aftersales.policy.RuleSheet;
import anxin.aftersales.policy.RuleText;
import anxin.identity.Needs;
import anxin.identity.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a policy consists of: the same for every shop, in the reader's language. */
@RestController
@RequestMapping("/api/v1/policy-shape")
class ShapeController {

    /** {@code least} and {@code most} are the law's, {@code article} says which. */
    record ConstantView(
            String field,
            Constant.Group group,
            Constant.Unit unit,
            String text,
            Object ofTheHouse,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable String article) {}

    /** A row of the table; {@code windowOf}, {@code limitOf}, {@code hoursOf} name constants. */
    record RuleView(
            String code,
            int row,
            String title,
            String explanation,
            String source,
            List<Decision.Outcome> outcomes,
            String outcomeText,
            @Nullable String windowOf,
            int photos,
            @Nullable String freightText,
            @Nullable String limitOf,
            @Nullable String hoursOf,
            boolean mayBeReviewed,
            boolean mayBeOff) {}

    record ExemptionView(
            Exempt id,
            String title,
            boolean byNature,
            boolean mayBeGivenUp,
            String zh,
            String en) {}

    /** A fact that a condition can look at; {@code values} where it is one of a few. */
    record FactView(String name, Kind kind, String kindText, List<String> values) {}

    record PolicyShapeView(
            List<ConstantView> constants,
            List<RuleView> rules,
            List<ExemptionView> exemptions,
            List<FactView> facts) {}

    @Needs(Permission.POLICY_READ)
    @GetMapping
    PolicyShapeView readPolicyShape(Locale language) {
        return new PolicyShapeView(
                Arrays.stream(Constant.values()).map(one -> constant(one, language)).toList(),
                Arrays.stream(ReasonCode.values()).map(code -> rule(code, language)).toList(),
                Arrays.stream(Exempt.values()).map(one -> exemption(one, language)).toList(),
                facts(language));
    }

    private static ConstantView constant(Constant constant, Locale language) {
        var floor = Floor.of(constant);
        return new ConstantView(
                constant.field(),
                constant.group(),
                constant.unit(),
                constant.text().in(language),
                written(constant),
                floor == null ? null : floor.least(),
                floor == null ? null : floor.most(),
                floor == null ? null : floor.article().in(language));
    }

    /** As it would stand in the document. */
    private static Object written(Constant constant) {
        var value = constant.of(Policy.DEFAULT);
        return switch (constant.unit()) {
            case TIERS -> tiers();
            case PERCENTS ->
                    Map.of(
                            "MINOR", Policy.DEFAULT.damagePct().minor(),
                            "MODERATE", Policy.DEFAULT.damagePct().moderate(),
                            "SEVERE", Policy.DEFAULT.damagePct().severe());
            case ZONE, CHOICE -> value.toString();
            case DAYS, HOURS, MINUTES, FEN, SCORE, TIMES, SWITCH -> value;
        };
    }

    private static List<List<@Nullable Object>> tiers() {
        var tiers = new ArrayList<List<@Nullable Object>>();
        for (var tier : Policy.DEFAULT.tiers()) {
            tiers.add(Arrays.asList(tier.name(), tier.limit()));
        }
        return tiers;
    }

    private static RuleView rule(ReasonCode code, Locale language) {
        var sheet = RuleSheet.of(code);
        var words = RuleText.of(code);
        var freight = sheet.freight();
        return new RuleView(
                code.name(),
                code.row(),
                words.title().in(language),
                words.explanation().in(language),
                words.basis().in(language),
                sheet.outcomes(),
                InWords.of(sheet.outcomes().getFirst()).in(language),
                field(sheet.window()),
                sheet.photos(),
                freight == null ? null : InWords.of(freight).in(language),
                field(sheet.limit()),
                field(sheet.hours()),
                sheet.mayBeReviewed(),
                sheet.mayBeOff());
    }

    private static @Nullable String field(@Nullable Constant constant) {
        return constant == null ? null : constant.field();
    }

    private static ExemptionView exemption(Exempt exempt, Locale language) {
        return new ExemptionView(
                exempt,
                exempt.title().in(language),
                exempt.byNature(),
                exempt != Exempt.MEDICINE,
                exempt.words().zh(),
                exempt.words().en());
    }

    private static List<FactView> facts(Locale language) {
        var facts = new ArrayList<FactView>();
        GuardFacts.NAMES.all().forEach((name, fact) -> add(facts, name, fact, language));
        return facts;
    }

    private static void add(
            List<FactView> facts, String name, Vocabulary.Name<?> fact, Locale language) {
        facts.add(new FactView(name, fact.kind(), fact.kind().text().in(language), fact.values()));
        var row = fact.row();
        if (row != null) {
            row.all().forEach((inner, one) -> add(facts, name + "[]." + inner, one, language));
        }
    }
}
