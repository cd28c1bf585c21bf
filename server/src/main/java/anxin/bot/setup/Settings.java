package anxin.bot.setup;

import anxin.kernel.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether, where and how a shop's bot answers.
 *
 * @param name what customers see that it is called
 * @param greeting how it begins, before the customer has said anything
 * @param channels by their ids; empty: on all
 * @param from of each day of the shop; null: around the clock
 * @param until before {@code from} it is of the next day
 * @param sure how sure an intent must be, 0 to 1
 * @param anger how loudly an angry customer speaks before people take over, 0 to 1
 * @param patienceSeconds after so long people have what was not answered
 */
@Schema(name = "BotSettings")
public record Settings(
        boolean on,
        @NotNull(message = "请填写名称 | the name is missing") @Valid Text name,
        @NotNull(message = "请填写欢迎语 | the greeting is missing") @Valid Text greeting,
        @NotNull(message = "缺少渠道 | the channels are missing")
                @Size(max = 50, message = "最多50个渠道 | at most 50 channels")
                List<@NotNull(message = "不能为空 | must not be empty") String> channels,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        @DecimalMin(value = "0.2", message = "0.2到0.95 | 0.2 to 0.95")
                @DecimalMax(value = "0.95", message = "0.2到0.95 | 0.2 to 0.95")
                double sure,
        @DecimalMin(value = "0.1", message = "0.1到1 | 0.1 to 1")
                @DecimalMax(value = "1", message = "0.1到1 | 0.1 to 1")
                double anger,
        @Min(value = 5, message = "5到120秒 | 5 to 120 seconds")
                @Max(value = 120, message = "5到120秒 | 5 to 120 seconds")
                int patienceSeconds) {

    /** A shop decides itself when customers meet a bot first. */
    public static final Settings OFF =
            new Settings(
                    false,
                    Text.of("小安", "Anxin assistant"),
                    Text.of(
                            "您好，我是小安，可以查订单物流、办退换货、解答规则。随时说“转人工”就有同事接待您。",
                            "Hello, I can look up orders and parcels, arrange returns and explain the rules."
                                    + " Say \"a person, please\" at any time."),
                    List.of(),
                    null,
                    null,
                    0.45,
                    0.55,
                    20);

    Settings switchedOn() {
        return new Settings(
                true, name, greeting, channels, from, until, sure, anger, patienceSeconds);
    }

    boolean isAt(LocalTime time) {
        var begins = from;
        var ends = until;
        if (begins == null || ends == null || begins.equals(ends)) {
            return true;
        }
        return begins.isBefore(ends)
                ? !time.isBefore(begins) && time.isBefore(ends)
                : !time.isBefore(begins) || time.isBefore(ends);
    }
}
