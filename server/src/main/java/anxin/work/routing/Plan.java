package anxin.work.routing;

import anxin.work.NewWork.Traits;
import anxin.work.hours.Hours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shop's queues and the rules by which work finds its own: the first that fits; what fits none
 * goes to the first queue.
 *
 * @param hours in which limits run; null is always
 */
public record Plan(
        @NotEmpty(message = "至少一个队列 | at least one queue")
                @Size(max = 50, message = "最多50个队列 | at most 50 queues")
                List<@NotNull(message = "不能为空 | must not be null") @Valid Queue> queues,
        @NotNull(message = "缺少规则 | the rules are missing")
                @Size(max = 200, message = "最多200条规则 | at most 200 rules")
                List<@NotNull(message = "不能为空 | must not be null") @Valid Rule> rules,
        @Nullable @Valid Hours hours) {

    private static final String WEIGHT = "1到10 | 1 to 10";
    private static final String LIMIT = "10秒到30天 | 10 seconds to 30 days";
    private static final String SECONDS = "0到3600秒 | 0 to 3,600 seconds";

    /**
     * Where work waits.
     *
     * @param team whose agents serve it; null is everybody who answers customers
     * @param level how good they must be at it, 1 to 5
     * @param languages in which only those serve who speak them; in all others everybody does
     * @param liveWeight how much of an agent somebody takes who sits there and waits
     * @param writtenWeight how much any other takes
     * @param lastAgentSeconds how long only the agent gets it who served the customer before
     * @param returnSeconds how long an agent may be gone before those who wait for them wait for
     *     all
     */
    public record Queue(
            @NotBlank(message = "缺少标识 | the id is missing")
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9-]{0,39}",
                            message = "小写字母、数字或 - | a-z, 0-9 and -")
                    String id,
            @NotBlank(message = "请填写名称 | a name is needed")
                    @Size(max = 40, message = "最多40个字符 | at most 40 characters")
                    String nameZh,
            @NotBlank(message = "请填写名称 | a name is needed")
                    @Size(max = 40, message = "最多40个字符 | at most 40 characters")
                    String nameEn,
            @Nullable @Size(max = 80, message = "过长 | too long") String team,
            @Min(value = 1, message = "1到5 | 1 to 5") @Max(value = 5, message = "1到5 | 1 to 5")
                    int level,
            @NotNull(message = "缺少语言 | the languages are missing")
                    @Size(max = 20, message = "最多20种 | at most 20")
                    List<
                                    @NotNull(message = "不能为空 | must not be null")
                                    @Pattern(
                                            regexp = "[a-z]{2,3}",
                                            message = "语言代码，如 ja | a code such as ja")
                                    String>
                            languages,
            @Min(value = 1, message = WEIGHT) @Max(value = 10, message = WEIGHT) int liveWeight,
            @Min(value = 1, message = WEIGHT) @Max(value = 10, message = WEIGHT) int writtenWeight,
            @Min(value = 0, message = SECONDS) @Max(value = 3_600, message = SECONDS)
                    int lastAgentSeconds,
            @Min(value = 0, message = SECONDS) @Max(value = 3_600, message = SECONDS)
                    int returnSeconds,
            @Nullable @Valid Limits limits,
            @Nullable @Valid Limits urgentLimits) {

        /** What is urgent and has no limits of its own has those of all else. */
        public Limits limits(boolean urgent) {
            var theirs = urgent && urgentLimits != null ? urgentLimits : limits;
            return theirs == null ? Limits.NONE : theirs;
        }

        /** The language an agent must speak for somebody who writes in this one. */
        public @Nullable String need(@Nullable String spoken) {
            return spoken != null && languages.contains(spoken) ? spoken : null;
        }
    }

    /** By when; what is null has no limit. */
    public record Limits(
            @Nullable @Min(value = 10, message = LIMIT) @Max(value = 2_592_000, message = LIMIT)
                    Integer firstReplySeconds,
            @Nullable @Min(value = 10, message = LIMIT) @Max(value = 2_592_000, message = LIMIT)
                    Integer nextReplySeconds,
            @Nullable @Min(value = 10, message = LIMIT) @Max(value = 2_592_000, message = LIMIT)
                    Integer resolutionSeconds) {

        static final Limits NONE = new Limits(null, null, null);
    }

    /** When all that it names is so; what it does not name may be as it will. */
    public record Rule(
            @NotBlank(message = "请选择队列 | choose the queue") String queue,
            boolean urgent,
            @Nullable List<String> channels,
            @Nullable List<String> languages,
            @Nullable List<String> topics,
            @Nullable List<@NotBlank(message = "不能为空 | must not be empty") String> words,
            @Nullable
                    @Min(value = 1, message = "1到9 | 1 to 9")
                    @Max(value = 9, message = "1到9 | 1 to 9")
                    Integer fromValue) {

        boolean fits(Traits traits) {
            return named(channels, traits.channels())
                    && named(languages, one(traits.language()))
                    && named(topics, one(traits.topic()))
                    && said(traits.text())
                    && (fromValue == null || traits.value() >= fromValue);
        }

        private static List<String> one(@Nullable String value) {
            return value == null ? List.of() : List.of(value);
        }

        private static boolean named(@Nullable List<String> wanted, List<String> there) {
            return wanted == null || wanted.isEmpty() || there.stream().anyMatch(wanted::contains);
        }

        private boolean said(String text) {
            if (words == null || words.isEmpty()) {
                return true;
            }
            var heard = folded(text);
            return words.stream().anyMatch(word -> heard.contains(folded(word)));
        }

        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }
    }

    /** Where it goes, and whether it may not wait. */
    public record Place(Queue queue, boolean urgent) {}

    static final int LIVE_WEIGHT = 2;
    static final int LAST_AGENT_SECONDS = 60;
    static final int RETURN_SECONDS = 120;

    /** Of a shop that has set up nothing: everybody serves everything. */
    static final Plan SIMPLE =
            new Plan(
                    List.of(
                            new Queue(
                                    "all",
                                    "综合接待",
                                    "Everything",
                                    null,
                                    1,
                                    List.of(),
                                    LIVE_WEIGHT,
                                    1,
                                    LAST_AGENT_SECONDS,
                                    RETURN_SECONDS,
                                    null,
                                    null)),
                    List.of(),
                    null);

    public boolean asksForTopics() {
        return rules.stream().anyMatch(rule -> rule.topics() != null && !rule.topics().isEmpty());
    }

    public boolean hasLimits() {
        return queues.stream().anyMatch(one -> one.limits() != null || one.urgentLimits() != null);
    }

    public Place place(Traits traits, @Nullable String team) {
        if (team != null) {
            var theirs = queues.stream().filter(one -> team.equals(one.team())).findFirst();
            if (theirs.isPresent()) {
                return new Place(theirs.get(), false);
            }
        }
        return rules.stream()
                .filter(rule -> rule.fits(traits))
                .findFirst()
                .map(rule -> new Place(queue(rule.queue()), rule.urgent()))
                .orElseGet(() -> new Place(queues.getFirst(), false));
    }

    /** One that was taken away is served as the first. */
    public Queue queue(String id) {
        return queues.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseGet(queues::getFirst);
    }
}
