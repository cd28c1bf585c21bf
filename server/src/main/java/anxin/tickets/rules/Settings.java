package anxin.tickets.rules;

import anxin.tickets.matter.Proposals;
import anxin.tickets.matter.Times;
import anxin.tickets.matter.Triage;
import anxin.tickets.matter.Triage.Grade;
import anxin.tickets.matter.Triage.Priority;
import anxin.tickets.matter.Triage.Topic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a shop has set up for its tickets.
 *
 * @param rules each says what it knows; of two that speak of the same thing the first is heard
 * @param outside parties that are not of the house: carriers, suppliers
 * @param team whose tickets are that nobody else owns
 */
public record Settings(
        @NotNull(message = "缺少规则 | the rules are missing")
                @Size(max = 100, message = "最多100条规则 | at most 100 rules")
                List<@NotNull(message = "不能为空 | must not be null") @Valid Rule> rules,
        @NotNull(message = "缺少时限 | the limits are missing") @Valid Limits limits,
        @NotNull(message = "缺少协办部门 | the departments are missing")
                @Size(max = 5, message = "每个部门一条 | one for each department")
                List<@NotNull(message = "不能为空 | must not be null") @Valid Terms> parties,
        @NotNull(message = "缺少外部协办方 | the outside parties are missing")
                @Size(max = 50, message = "最多50个 | at most 50")
                List<@NotNull(message = "不能为空 | must not be null") @Valid Outside> outside,
        @Nullable @Size(max = 80, message = "过长 | too long") String team) {

    private static final String HOURS = "1到720小时 | 1 to 720 hours";
    private static final String MINUTES = "5分钟到30天 | 5 minutes to 30 days";

    /**
     * When all that it names is so, it says what it knows.
     *
     * @param words any of them in the title or the problem
     * @param origins where it comes from: conversation, case; {@code hand} is by hand
     * @param fromRepeats at least so many of the same customer's on the same matter came before
     */
    public record Rule(
            @NotBlank(message = "请填写名称 | a name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String name,
            @Nullable @Size(max = 50, message = "最多50个词 | at most 50 words")
                    List<
                                    @NotBlank(message = "不能为空 | must not be empty")
                                    @Size(max = 40, message = "最多40个字符 | at most 40 characters")
                                    String>
                            words,
            @Nullable @Size(max = 5, message = "过多 | too many")
                    List<
                                    @Pattern(
                                            regexp = "conversation|case|hand",
                                            message =
                                                    "conversation、case 或 hand | conversation, case or"
                                                            + " hand")
                                    String>
                            origins,
            @Nullable @Size(max = 10, message = "过多 | too many") List<Topic> types,
            @Nullable
                    @Min(value = 1, message = "1到20 | 1 to 20")
                    @Max(value = 20, message = "1到20 | 1 to 20")
                    Integer fromRepeats,
            @Nullable Topic type,
            @Nullable Grade grade,
            @Nullable Priority priority,
            @Nullable @Size(max = 80, message = "过长 | too long") String team) {

        boolean fits(Asked of) {
            return (words == null || words.isEmpty() || words.stream().anyMatch(of::says))
                    && (origins == null || origins.isEmpty() || origins.contains(of.origin()))
                    && (types == null || types.isEmpty() || types.contains(of.type()))
                    && (fromRepeats == null || of.repeats() >= fromRepeats);
        }
    }

    /** What a rule looks at. */
    public record Asked(String text, String origin, @Nullable Topic type, int repeats) {

        boolean says(String word) {
            return plain(text).contains(plain(word));
        }

        private static String plain(String said) {
            return Normalizer.normalize(said, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How long things may take.
     *
     * @param escalateMinutes until the next is told of a limit that was missed
     * @param confirmHours until a customer's silence counts as agreement
     * @param readHours for the owner to read what the customer answered
     * @param repeatDays how far back the same matter is the same again
     */
    public record Limits(
            @Min(value = 1, message = HOURS) @Max(value = 720, message = HOURS) int simpleHours,
            @Min(value = 1, message = HOURS) @Max(value = 720, message = HOURS) int complexHours,
            @Min(value = 1, message = HOURS) @Max(value = 720, message = HOURS) int complaintHours,
            @Min(value = 5, message = MINUTES) @Max(value = 43_200, message = MINUTES)
                    int escalateMinutes,
            @Min(value = 1, message = HOURS) @Max(value = 720, message = HOURS) int confirmHours,
            @Min(value = 1, message = HOURS) @Max(value = 720, message = HOURS) int readHours,
            @Min(value = 1, message = "1到365天 | 1 to 365 days")
                    @Max(value = 365, message = "1到365天 | 1 to 365 days")
                    int repeatDays)
            implements Times {

        @Override
        public Duration limit(Grade grade) {
            return Duration.ofHours(
                    switch (grade) {
                        case SIMPLE -> simpleHours;
                        case COMPLEX -> complexHours;
                        case MAJOR_COMPLAINT -> complaintHours;
                    });
        }

        @Override
        public Duration untilNextLevel() {
            return Duration.ofMinutes(escalateMinutes);
        }

        @Override
        public Duration untilSilence() {
            return Duration.ofHours(confirmHours);
        }

        @Override
        public Duration toRead() {
            return Duration.ofHours(readHours);
        }

        public Duration repeatsWithin() {
            return Duration.ofDays(repeatDays);
        }
    }

    /** By when a department answers. */
    public record Terms(
            @NotNull(message = "请选择部门 | choose the department") Party party,
            @Min(value = 5, message = MINUTES) @Max(value = 43_200, message = MINUTES)
                    int limitMinutes) {}

    /**
     * A party that is not of the house; it is asked by e-mail and answers by the link in it.
     *
     * @param lang in which it is written to
     */
    public record Outside(
            @NotBlank(message = "缺少标识 | the id is missing")
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9-]{0,39}",
                            message = "小写字母、数字或 - | a-z, 0-9 and -")
                    String id,
            @NotBlank(message = "请填写名称 | a name is needed")
                    @Size(max = 60, message = "最多60个字符 | at most 60 characters")
                    String name,
            @NotBlank(message = "请填写邮箱 | an e-mail address is needed")
                    @Email(message = "邮箱格式不正确 | is no e-mail address")
                    @Size(max = 200, message = "过长 | too long")
                    String email,
            @NotNull(message = "请选择语言 | choose the language")
                    @Pattern(regexp = "zh|en", message = "zh 或 en | zh or en")
                    String lang,
            @Min(value = 5, message = MINUTES) @Max(value = 43_200, message = MINUTES)
                    int limitMinutes) {

        public String party() {
            return Party.OUTSIDE + id;
        }
    }

    public @Nullable Outside outside(String party) {
        return outside.stream().filter(one -> one.party().equals(party)).findFirst().orElse(null);
    }

    /** Null for one that is not set up. */
    public @Nullable Duration timeOf(String party) {
        var theirs = outside(party);
        if (theirs != null) {
            return Duration.ofMinutes(theirs.limitMinutes());
        }
        return parties.stream()
                .filter(one -> one.party().name().equals(party))
                .findFirst()
                .map(one -> Duration.ofMinutes(one.limitMinutes()))
                .orElse(null);
    }

    /** What the rules make of it; what none speaks of is ordinary. */
    public Proposals.ByRules propose(Asked of) {
        var type = first(of, Rule::type);
        var known =
                new Asked(
                        of.text(), of.origin(), of.type() == null ? type : of.type(), of.repeats());
        var grade = first(known, Rule::grade);
        var priority = first(known, Rule::priority);
        return new Proposals.ByRules(
                type == null ? Topic.OTHER : type,
                grade == null ? Grade.SIMPLE : grade,
                priority == null ? Priority.NORMAL : priority,
                rules.stream().filter(rule -> rule.fits(known)).map(Rule::name).toList());
    }

    /** The team that the first rule names which fits. */
    public @Nullable String team(Asked of, Triage triage) {
        var known = new Asked(of.text(), of.origin(), triage.type(), of.repeats());
        return first(known, Rule::team);
    }

    private <T> @Nullable T first(Asked of, Function<Rule, @Nullable T> says) {
        return rules.stream()
                .filter(rule -> rule.fits(of))
                .map(says)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What holds where nobody has set anything up. */
    static final Settings USUAL =
            new Settings(
                    List.of(
                            says(
                                    "重大投诉 Major complaint",
                                    List.of(
                                            "12315",
                                            "工商",
                                            "市场监管",
                                            "消协",
                                            "律师",
                                            "起诉",
                                            "曝光",
                                            "媒体",
                                            "lawyer",
                                            "regulator",
                                            "sue"),
                                    Topic.COMPLAINT,
                                    Grade.MAJOR_COMPLAINT,
                                    Priority.URGENT),
                            says(
                                    "人身安全 Safety",
                                    List.of(
                                            "受伤",
                                            "过敏",
                                            "起火",
                                            "漏电",
                                            "中毒",
                                            "injured",
                                            "fire",
                                            "allergic"),
                                    Topic.QUALITY,
                                    Grade.MAJOR_COMPLAINT,
                                    Priority.URGENT),
                            says(
                                    "投诉 Complaint",
                                    List.of("投诉", "complain"),
                                    Topic.COMPLAINT,
                                    Grade.COMPLEX,
                                    Priority.HIGH),
                            says(
                                    "发错漏发 Wrong or missing",
                                    List.of("发错", "漏发", "少发", "少件", "wrong item", "missing item"),
                                    Topic.WAREHOUSE,
                                    null,
                                    null),
                            says(
                                    "物流 Delivery",
                                    List.of(
                                            "快递",
                                            "物流",
                                            "包裹",
                                            "派送",
                                            "签收",
                                            "丢件",
                                            "parcel",
                                            "courier",
                                            "delivery"),
                                    Topic.LOGISTICS,
                                    null,
                                    null),
                            says(
                                    "质量 Quality",
                                    List.of(
                                            "质量", "破损", "坏了", "开裂", "掉色", "变质", "broken", "damaged",
                                            "defect"),
                                    Topic.QUALITY,
                                    Grade.COMPLEX,
                                    null),
                            says(
                                    "款项与发票 Money",
                                    List.of("发票", "退款", "到账", "多扣", "invoice", "refund", "charged"),
                                    Topic.PAYMENT,
                                    null,
                                    null),
                            says(
                                    "系统 Technical",
                                    List.of(
                                            "登录", "闪退", "打不开", "验证码", "报错", "log in", "login",
                                            "error"),
                                    Topic.TECHNICAL,
                                    null,
                                    null),
                            new Rule(
                                    "再次发生 Again",
                                    null,
                                    null,
                                    null,
                                    1,
                                    null,
                                    Grade.COMPLEX,
                                    Priority.HIGH,
                                    null)),
                    new Limits(8, 24, 48, 240, 48, 4, 30),
                    List.of(
                            new Terms(Party.WAREHOUSE, 120),
                            new Terms(Party.LOGISTICS, 240),
                            new Terms(Party.TECHNOLOGY, 480),
                            new Terms(Party.FINANCE, 480),
                            new Terms(Party.PRODUCT, 480)),
                    List.of(),
                    null);

    private static Rule says(
            String name,
            List<String> words,
            Topic type,
            @Nullable Grade grade,
            @Nullable Priority priority) {
        return new Rule(name, words, null, null, null, type, grade, priority, null);
    }
}
