package anxin.journal.trail;

import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Cursor;
import anxin.kernel.page.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Who saw or did what. */
@RestController
@RequestMapping("/api/v1/journal")
class JournalController {

    /**
     * One thing that happened.
     *
     * @param actor {@code staff:…}, {@code customer:…}, {@code key:…}, {@code anonymous} or {@code
     *     system}
     * @param actorName what the person or the key is called, where it is one
     * @param subject what it is about, such as {@code case:…}
     * @param details ids and values, by the type of the entry
     */
    record JournalEntry(
            String id,
            Instant at,
            @Nullable String shop,
            String type,
            String actor,
            @Nullable String actorName,
            String subject,
            @Nullable String customer,
            Map<String, Object> details) {}

    private final Trail trail;
    private final Names names;
    private final JsonMapper json;

    JournalController(Trail trail, Names names, JsonMapper json) {
        this.trail = trail;
        this.names = names;
        this.json = json;
    }

    /** {@code type} may end with {@code *}; {@code q} searches subjects and details. */
    @GetMapping
    @Needs(Permission.JOURNAL_READ)
    @Operation(summary = "Who saw or did what, newest first")
    Page<JournalEntry> searchJournal(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        if (shop != null) {
            caller.requireIn(shop);
        }
        var limit = Math.clamp(size, 1, 200);
        var cursor = Cursor.decode(after, 2);
        var question =
                new Trail.Question(
                        caller.shops(),
                        shop == null ? null : shop.value(),
                        blankToNull(actor),
                        blankToNull(type),
                        blankToNull(subject),
                        from,
                        to,
                        blankToNull(q));
        var entries =
                trail.page(
                        question,
                        cursor == null ? null : cursor.number(0),
                        cursor == null ? null : cursor.number(1),
                        limit + 1);
        var actors = names.of(entries.stream().map(Trail.Entry::actor).toList());
        return Page.of(entries, limit, entry -> Cursor.at(entry.xid(), entry.seq()))
                .map(entry -> view(entry, actors));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private JournalEntry view(Trail.Entry entry, Map<String, String> actors) {
        return new JournalEntry(
                entry.xid() + "." + entry.seq(),
                entry.at(),
                entry.shop(),
                entry.type(),
                entry.actor(),
                actors.get(entry.actor()),
                entry.subject(),
                entry.customer(),
                details(entry.payload()));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> details(String payload) {
        return json.readValue(payload, Object.class) instanceof Map<?, ?> details
                ? (Map<String, Object>) details
                : Map.of();
    }
}
