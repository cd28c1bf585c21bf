package anxin.language.catalogue;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.language.catalogue.IntentViews.IntentView;
import anxin.language.catalogue.IntentViews.IntentsView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The intents of a shop: the shipped ones, renamed or merged as it likes, and its own. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/intents")
class IntentController {

    record NewIntent(
            @NotBlank(message = "缺少中文名称 | the Chinese name is missing")
                    @Size(max = 40, message = "过长 | too long")
                    String nameZh,
            @NotBlank(message = "缺少英文名称 | the English name is missing")
                    @Size(max = 60, message = "过长 | too long")
                    String nameEn) {}

    record Merge(@NotNull(message = "缺少目标意图 | the intent to merge into is missing") String into) {}

    record NewExample(
            @NotBlank(message = "缺少例句 | the example is missing")
                    @Size(max = 300, message = "最多300字 | at most 300 characters")
                    String text,
            @NotNull(message = "缺少语言 | the language is missing")
                    @Pattern(
                            regexp = "zh|en|ja|es|th|vi|id|ms|tl",
                            message = "zh, en, ja, es, th, vi, id, ms, tl")
                    String language) {}

    private static final String KEY = "[a-z][a-z0-9_]{1,39}";
    private static final int MOST_INTENTS = 200;
    private static final int MOST_EXAMPLES = 5000;

    private final ShopIntents store;
    private final IntentViews views;
    private final FactLog facts;
    private final Clock clock;

    IntentController(ShopIntents store, IntentViews views, FactLog facts, Clock clock) {
        this.store = store;
        this.views = views;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.LANGUAGE_READ)
    @Operation(summary = "All intents of a shop, shipped and own")
    IntentsView listIntents(@PathVariable ShopId shop, Caller.Permitted caller, Locale language) {
        caller.requireIn(shop);
        return views.all(shop, language);
    }

    @GetMapping("/{key}")
    @Needs(Permission.LANGUAGE_READ)
    @Operation(summary = "One intent with the shop's examples, and some of the shipped")
    IntentView getIntent(
            @PathVariable ShopId shop,
            @PathVariable String key,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        return views.one(shop, key, language);
    }

    @PutMapping("/{key}")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(summary = "Makes an intent of the shop's own, or gives one another name")
    IntentView putIntent(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @RequestBody @Valid NewIntent body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        if (!key.matches(KEY)) {
            throw Problem.invalid(
                    "/key",
                    "应为小写字母、数字和下划线，如 gift_wrapping",
                    "small letters, digits and underscores, like gift_wrapping");
        }
        var known = store.find(shop, key);
        if (known.isEmpty() && store.ofShop(shop).size() >= MOST_INTENTS) {
            throw Problem.refused(
                    "too-many-intents", "意图数量已达上限", "There is no room for more intents");
        }
        save(
                shop,
                new ShopIntents.Row(
                        key,
                        !Shipped.intents().containsKey(key),
                        body.nameZh().strip(),
                        body.nameEn().strip(),
                        known.map(ShopIntents.Row::mergedInto).orElse(null),
                        caller.actor(),
                        clock.instant()));
        tell(shop, key, caller, Map.of("name", body.nameZh().strip()));
        return views.one(shop, key, language);
    }

    @DeleteMapping("/{key}")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(
            summary = "Deletes an own intent with its examples; a shipped one is as it was shipped")
    IntentsView deleteIntent(
            @PathVariable ShopId shop,
            @PathVariable String key,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        if (store.ofShop(shop).stream().anyMatch(row -> key.equals(row.mergedInto()))) {
            throw Problem.refused(
                    "intent-in-use",
                    "有其他意图合并到了它，请先取消合并",
                    "Other intents are merged into it; take them apart first");
        }
        store.delete(shop, key);
        store.changed(shop);
        tell(shop, key, caller, Map.of("deleted", true));
        return views.all(shop, language);
    }

    @PutMapping("/{key}/merge")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(summary = "What was this intent counts for another one from now on")
    IntentView mergeIntent(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @RequestBody @Valid Merge body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        var row = row(shop, key, caller);
        row(shop, body.into(), caller);
        var merges = ShopIntents.merges(store.ofShop(shop));
        if (body.into().equals(key) || key.equals(merges.get(body.into()))) {
            throw Problem.refused(
                    "merged-into-itself", "不能合并到自身", "An intent cannot be merged into itself");
        }
        save(shop, with(row, body.into(), caller));
        tell(shop, key, caller, Map.of("mergedInto", body.into()));
        return views.one(shop, key, language);
    }

    @DeleteMapping("/{key}/merge")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(summary = "The intent stands for itself again")
    IntentView separateIntent(
            @PathVariable ShopId shop,
            @PathVariable String key,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        save(shop, with(row(shop, key, caller), null, caller));
        tell(shop, key, caller, Map.of("separated", true));
        return views.one(shop, key, language);
    }

    @PutMapping("/{key}/examples/{id}")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(summary = "Adds an example; the same id again adds nothing")
    IntentView addExample(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable UUID id,
            @RequestBody @Valid NewExample body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        row(shop, key, caller);
        if (store.exampleCounts(shop).values().stream().mapToInt(n -> n).sum() >= MOST_EXAMPLES) {
            throw Problem.refused(
                    "too-many-examples", "例句数量已达上限", "There is no room for more examples");
        }
        var added =
                store.add(
                        shop,
                        new ShopIntents.Example(
                                id,
                                key,
                                body.language(),
                                body.text().strip(),
                                caller.actor(),
                                clock.instant()));
        if (!added) {
            throw Problem.conflict(
                    "example-known",
                    "已有相同的例句",
                    "The shop has this example already, perhaps in another intent");
        }
        store.changed(shop);
        return views.one(shop, key, language);
    }

    @DeleteMapping("/{key}/examples/{id}")
    @Needs(Permission.LANGUAGE_WRITE)
    @Transactional
    @Operation(summary = "Takes an own example away")
    IntentView deleteExample(
            @PathVariable ShopId shop,
            @PathVariable String key,
            @PathVariable UUID id,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        row(shop, key, caller);
        store.deleteExample(shop, key, id);
        store.changed(shop);
        return views.one(shop, key, language);
    }

    private void save(ShopId shop, ShopIntents.Row row) {
        store.changed(shop);
        store.save(shop, row);
    }

    private ShopIntents.Row with(
            ShopIntents.Row row, @Nullable String mergedInto, Caller.Permitted caller) {
        return new ShopIntents.Row(
                row.key(),
                row.own(),
                row.nameZh(),
                row.nameEn(),
                mergedInto,
                caller.actor(),
                clock.instant());
    }

    /**
     * The shop's word on an intent, or what it would be if it had one; 404 for what nobody knows.
     */
    private ShopIntents.Row row(ShopId shop, String key, Caller.Permitted caller) {
        return store.find(shop, key)
                .orElseGet(
                        () -> {
                            var shipped = Shipped.intents().get(key);
                            if (shipped == null) {
                                throw Problem.missing("intent");
                            }
                            return new ShopIntents.Row(
                                    key,
                                    false,
                                    shipped.name().zh(),
                                    shipped.name().en(),
                                    null,
                                    caller.actor(),
                                    clock.instant());
                        });
    }

    private void tell(ShopId shop, String key, Caller.Permitted caller, Map<String, Object> what) {
        facts.append(
                new NewFact(
                        shop,
                        "language.intent-changed",
                        "intent:" + key,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        what));
    }
}
