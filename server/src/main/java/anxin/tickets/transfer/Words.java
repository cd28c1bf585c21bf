package anxin.tickets.transfer;

import anxin.tickets.TicketOrigin.Proof;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What parties send, from inside the house and by their link. */
final class Words {

    private static final String LONG = "最多4000个字符 | at most 4,000 characters";

    private Words() {}

    record NewLink(
            @NotBlank(message = "缺少地址 | the address is missing")
                    @Size(max = 2_000, message = "过长 | too long")
                    @Pattern(
                            regexp = "https?://\\S+",
                            message = "以 http(s):// 开头 | begins with http(s)://")
                    String url,
            @Nullable @Size(max = 200, message = "过长 | too long") String name) {}

    record NewPartyAnswer(
            @NotBlank(message = "请填写答复 | write the answer") @Size(max = 4_000, message = LONG)
                    String text,
            @Nullable @Size(max = 10, message = "最多10个 | at most 10")
                    List<@NotNull(message = "不能为空 | must not be null") @Valid NewLink> proofs) {

        List<Proof> given() {
            return proofs == null
                    ? List.of()
                    : proofs.stream().map(one -> new Proof(one.url(), one.name(), null)).toList();
        }
    }

    record NewQuestionBack(
            @NotBlank(message = "请写明要问的问题 | write what you need to know")
                    @Size(max = 4_000, message = LONG)
                    String text) {}
}
