package anxin.tickets.desk;

import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.tickets.TicketOrigin.Proof;
import anxin.tickets.matter.Facts;
import anxin.tickets.matter.Owner;
import anxin.tickets.matter.Triage.Grade;
import anxin.tickets.matter.Triage.Priority;
import anxin.tickets.matter.Triage.Topic;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is handed in.
 *
 * @param problem may be left out where the origin knows the customer's own words
 * @param owner left out: by the rules, else whoever opens it
 */
record NewTicket(
        @NotNull(message = "请选择店铺 | choose the shop") ShopId shop,
        @Nullable @Valid From origin,
        @Nullable @Size(max = 200, message = "最多200个字符 | at most 200 characters") String title,
        @Nullable @Size(max = 8_000, message = "最多8000个字符 | at most 8,000 characters")
                String problem,
        @Nullable Topic type,
        @Nullable Grade grade,
        @Nullable Priority priority,
        @Nullable @Size(max = 100, message = "过长 | too long") String customerId,
        @Nullable @Size(min = 1, max = 64, message = "1到64个字符 | 1 to 64 characters") String orderNo,
        @Nullable @Valid NewFacts facts,
        @Nullable @Valid NewOwner owner) {

    /** Where the matter came up, and in which message. */
    record From(
            @NotNull(message = "缺少来源 | the kind is missing")
                    @Pattern(
                            regexp = "conversation|case",
                            message = "conversation 或 case | conversation or case")
                    String kind,
            @NotNull(message = "缺少标识 | the id is missing") UUID id,
            @Nullable UUID message) {}

    record NewProof(
            @NotBlank(message = "缺少地址 | the address is missing")
                    @Size(max = 2_000, message = "过长 | too long")
                    @Pattern(
                            regexp = "(https?://|/)\\S+",
                            message = "以 http(s):// 或 / 开头 | begins with http(s):// or /")
                    String url,
            @Nullable @Size(max = 200, message = "过长 | too long") String name,
            @Nullable @Size(max = 100, message = "过长 | too long") String type) {}

    record NewItem(
            @Nullable @Size(max = 100, message = "过长 | too long") String sku,
            @Nullable @Size(max = 300, message = "过长 | too long") String title) {}

    record NewFacts(
            @Nullable @Size(max = 20, message = "最多20个 | at most 20")
                    List<@NotNull(message = "不能为空 | must not be null") @Valid NewItem> products,
            @Nullable @Size(max = 60, message = "过长 | too long") String batch,
            @Nullable @Size(max = 60, message = "过长 | too long") String carrier,
            @Nullable @Size(max = 60, message = "过长 | too long") String trackingNo,
            @Nullable @Size(max = 20, message = "最多20个 | at most 20")
                    List<@NotNull(message = "不能为空 | must not be null") @Valid NewProof> proofs) {

        Facts facts() {
            return new Facts(
                    products == null
                            ? List.of()
                            : products.stream()
                                    .map(
                                            one ->
                                                    new Facts.Item(
                                                            blank(one.sku()), blank(one.title())))
                                    .filter(one -> one.sku() != null || one.title() != null)
                                    .toList(),
                    blank(batch),
                    blank(carrier),
                    blank(trackingNo),
                    given(proofs));
        }
    }

    static List<Proof> given(@Nullable List<NewProof> given) {
        return given == null
                ? List.of()
                : given.stream().map(one -> new Proof(one.url(), one.name(), one.type())).toList();
    }

    /** Somebody or a team. */
    record NewOwner(
            @Nullable UUID staff,
            @Nullable @Size(min = 1, max = 80, message = "1到80个字符 | 1 to 80 characters")
                    String team) {

        Owner owner() {
            if ((staff == null) == (team == null)) {
                throw Problem.invalid(
                        "/owner", "请指定一位同事或一个团队", "name one person or one team, not both");
            }
            return new Owner(staff, team);
        }
    }

    Wish wish(UUID id) {
        return new Wish(
                shop,
                id,
                origin == null ? null : origin.kind(),
                origin == null ? null : origin.id(),
                origin == null ? null : origin.message(),
                blank(title),
                blank(problem),
                new Wish.Said(type, grade, priority),
                blank(customerId),
                blank(orderNo),
                facts == null ? null : facts.facts(),
                owner == null ? null : owner.owner());
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
