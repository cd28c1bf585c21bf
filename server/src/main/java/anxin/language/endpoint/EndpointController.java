package anxin.language.endpoint;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.SafeAddress;
import anxin.language.Drafting.Purpose;
import anxin.language.Drafting.Trouble;
import anxin.language.endpoint.ChatCompletions.Message;
import anxin.language.endpoint.ChatCompletions.Reply;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop's language model, set up by whoever keeps its keys. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/language-endpoint")
class EndpointController {

    private static final String TOO_LONG = "过长 | too long";
    private static final String NOT_NEGATIVE = "不能为负 | must not be negative";
    private static final long HIGHEST = 1_000_000_000;

    /**
     * How to reach a model and what it may cost.
     *
     * @param address up to and without {@code /chat/completions}
     * @param key stays as it is when left away, as long as the address stays
     * @param atOnce so many questions at a time, on each server
     * @param dayCalls so many on one day (UTC)
     * @param dayMinor what they may cost together, in minor units
     * @param inputPrice minor units for a million tokens that are read, {@code outputPrice} written
     */
    record NewEndpoint(
            @NotBlank(message = "请填写接口地址 | the address is missing")
                    @Size(max = 300, message = TOO_LONG)
                    String address,
            @NotBlank(message = "请填写模型名称 | the model is missing")
                    @Size(max = 200, message = TOO_LONG)
                    String model,
            @Nullable @Size(max = 500, message = TOO_LONG) String key,
            @NotEmpty(message = "请至少选择一种用途 | choose at least one use")
                    Set<@NotNull(message = "不能为空 | must not be null") Purpose> purposes,
            @Min(value = 1, message = "1至32 | 1 to 32") @Max(value = 32, message = "1至32 | 1 to 32")
                    int atOnce,
            @Min(value = 0, message = NOT_NEGATIVE)
                    @Max(value = 1_000_000, message = "最多一百万次 | at most a million")
                    int dayCalls,
            @Min(value = 0, message = NOT_NEGATIVE) @Max(value = HIGHEST, message = TOO_LONG)
                    long dayMinor,
            @NotNull(message = "缺少币种 | the currency is missing")
                    @Pattern(regexp = "[A-Z]{3}", message = "三个大写字母 | three capital letters")
                    String currency,
            @Min(value = 0, message = NOT_NEGATIVE) @Max(value = 10_000_000, message = TOO_LONG)
                    long inputPrice,
            @Min(value = 0, message = NOT_NEGATIVE) @Max(value = 10_000_000, message = TOO_LONG)
                    long outputPrice) {}

    /**
     * A connection, without its key.
     *
     * @param todayMinor what today's calls have cost, rounded up
     */
    record EndpointView(
            String address,
            String model,
            boolean keySet,
            Set<Purpose> purposes,
            int atOnce,
            int dayCalls,
            long dayMinor,
            String currency,
            long inputPrice,
            long outputPrice,
            int version,
            String changedBy,
            Instant changedAt,
            int todayCalls,
            long todayMinor) {}

    /** With {@code endpoint} null, nothing is connected. */
    record EndpointState(@Nullable EndpointView endpoint) {}

    enum Verdict {
        WORKS,
        REFUSED,
        NO_ANSWER
    }

    /**
     * @param detail what it said, or what is wrong
     */
    record EndpointTestView(Verdict verdict, String detail, long millis) {}

    private static final long MINOR = 1_000_000;
    private static final int TEST_TOKENS = 16;

    private final EndpointStore store;
    private final Spending spending;
    private final ChatCompletions chat;
    private final FactLog facts;

    EndpointController(
            EndpointStore store, Spending spending, ChatCompletions chat, FactLog facts) {
        this.store = store;
        this.spending = spending;
        this.chat = chat;
        this.facts = facts;
    }

    @Needs(Permission.KEYS_MANAGE)
    @GetMapping
    @Operation(summary = "The language model that the shop has connected, and what it cost today")
    EndpointState showLanguageEndpoint(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return new EndpointState(store.find(shop).map(this::view).orElse(null));
    }

    @Needs(Permission.KEYS_MANAGE)
    @PutMapping
    @Transactional
    @Operation(
            summary = "Connects a model by an endpoint that speaks as OpenAI's does",
            description = "With another address the key must be given again.")
    EndpointState connectLanguageEndpoint(
            @PathVariable ShopId shop,
            @RequestBody @Valid NewEndpoint body,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        var address = body.address().strip().replaceAll("/+$", "");
        SafeAddress.require("/address", address);
        var endpoint =
                new Endpoint(
                        shop,
                        0,
                        address,
                        body.model().strip(),
                        key(shop, address, body.key()),
                        EnumSet.copyOf(body.purposes()),
                        body.atOnce(),
                        body.dayCalls(),
                        body.dayMinor(),
                        body.currency(),
                        body.inputPrice(),
                        body.outputPrice());
        store.put(endpoint, caller.actor());
        tell(shop, caller, "language.endpoint-connected", new TreeSet<>(body.purposes()));
        return showLanguageEndpoint(shop, caller);
    }

    /** Whoever may change the address must not get the key sent there. */
    private @Nullable String key(ShopId shop, String address, @Nullable String given) {
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        var before = store.find(shop).map(EndpointStore.Stored::endpoint).orElse(null);
        if (before == null || before.key() == null) {
            return null;
        }
        if (!before.address().equals(address)) {
            throw Problem.invalid("/key", "更换地址后请重新填写密钥", "give the key again for another address");
        }
        return before.key();
    }

    @Needs(Permission.KEYS_MANAGE)
    @DeleteMapping
    @Transactional
    @Operation(summary = "Disconnects it; its key is forgotten")
    EndpointState disconnectLanguageEndpoint(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        if (store.remove(shop)) {
            tell(shop, caller, "language.endpoint-removed", List.of());
        }
        return new EndpointState(null);
    }

    @Needs(Permission.KEYS_MANAGE)
    @PutMapping("/test")
    @Operation(summary = "Asks it for one word, which counts as every question does")
    EndpointTestView testLanguageEndpoint(@PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        var endpoint =
                store.find(shop)
                        .map(EndpointStore.Stored::endpoint)
                        .orElseThrow(() -> Problem.missing("language-endpoint"));
        var reserve = spending.reserve(endpoint, endpoint.cost(200, TEST_TOKENS));
        if (reserve == null) {
            throw Problem.refused(
                    "drafting-spent", "今天的用量已达上限", "What is allowed for today is used up");
        }
        long begun = System.nanoTime();
        var reply =
                chat.ask(
                        endpoint,
                        List.of(new Message("user", "Answer with the one word: ready")),
                        TEST_TOKENS);
        spending.settle(reserve, reserve.most());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return switch (reply) {
            case Reply.Said said -> new EndpointTestView(Verdict.WORKS, said.text(), millis);
            case Reply.Silent silent ->
                    new EndpointTestView(
                            silent.why().trouble() == Trouble.REFUSED
                                    ? Verdict.REFUSED
                                    : Verdict.NO_ANSWER,
                            silent.why().detail(),
                            millis);
        };
    }

    private void tell(ShopId shop, Caller.Permitted caller, String what, Object purposes) {
        facts.append(
                new NewFact(
                        shop,
                        what,
                        "language-endpoint",
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("purposes", purposes)));
    }

    private EndpointView view(EndpointStore.Stored stored) {
        var endpoint = stored.endpoint();
        var today = spending.today(endpoint.shop());
        return new EndpointView(
                endpoint.address(),
                endpoint.model(),
                endpoint.key() != null,
                endpoint.purposes(),
                endpoint.atOnce(),
                endpoint.dayCalls(),
                endpoint.dayMinor(),
                endpoint.currency(),
                endpoint.inputPrice(),
                endpoint.outputPrice(),
                endpoint.version(),
                stored.changedBy(),
                stored.changedAt(),
                today.calls(),
                Math.ceilDiv(today.spent() + today.reserved(), MINOR));
    }
}
