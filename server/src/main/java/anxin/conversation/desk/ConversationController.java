package anxin.conversation.desk;

import anxin.conversation.desk.ConversationViews.ConversationItem;
import anxin.conversation.desk.ConversationViews.ConversationView;
import anxin.conversation.desk.ConversationViews.SaidView;
import anxin.conversation.search.Search;
import anxin.conversation.thread.Standing;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Tally;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Colleagues;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations as staff read them. */
@RestController
@RequestMapping("/api/v1")
class ConversationController {

    /**
     * How many conversations wait where.
     *
     * @param bot those that the first line has
     * @param unread of one's own open ones, those with something new from the customer
     */
    record ConversationCounts(
            long open,
            long mine,
            long unassigned,
            long waiting,
            long snoozed,
            long unread,
            long bot,
            Map<String, Long> teams,
            Map<String, Long> channels) {}

    /**
     * A piece of a thread, oldest first.
     *
     * @param earlier whether there is something before it
     * @param lastSeq the number of the newest message there is
     */
    record ThreadView(List<SaidView> items, boolean earlier, int lastSeq) {}

    record ConversationColleagues(List<Colleagues.Colleague> people, List<Colleagues.Team> teams) {}

    private static final int MOST_FOUND = 50;

    private final Scope scope;
    private final Listing listing;
    private final Reader reader;
    private final ConversationViews views;
    private final Presence presence;
    private final Tally tally;
    private final Search search;
    private final Colleagues colleagues;

    ConversationController(
            Scope scope,
            Listing listing,
            Reader reader,
            ConversationViews views,
            Presence presence,
            Tally tally,
            Search search,
            Colleagues colleagues) {
        this.scope = scope;
        this.listing = listing;
        this.reader = reader;
        this.views = views;
        this.presence = presence;
        this.tally = tally;
        this.search = search;
        this.colleagues = colleagues;
    }

    @GetMapping("/conversations")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(
            summary = "Conversations, the newest first; with waiting=true who waits longest first",
            description = "q finds by what was said: the newest 50, without a next page.")
    Page<ConversationItem> listConversations(
            Caller.Permitted caller,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean bot,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int size) {
        var shops = scope.shops(caller, shop);
        var me = caller instanceof Staff staff ? staff.id() : null;
        if (q != null && !q.isBlank()) {
            var ids = search.conversations(shops, q, MOST_FOUND);
            var rows =
                    listing.of(shops, ids, me).stream()
                            .sorted(Comparator.comparing(row -> ids.indexOf(row.id())))
                            .toList();
            return new Page<>(views.items(rows, caller), null);
        }
        var filter =
                new Listing.Filter(
                        shops,
                        waiting || bot ? State.OPEN : state,
                        mine ? me : null,
                        unassigned,
                        team,
                        channel,
                        waiting,
                        bot);
        var page = listing.page(filter, me, after, Math.clamp(size, 1, 100));
        return new Page<>(views.items(page.items(), caller), page.next());
    }

    @GetMapping("/conversations/counts")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "How many conversations are open, wait, are nobody's and are one's own")
    ConversationCounts countConversations(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        var shops = scope.shops(caller, shop);
        var counts = tally.of(shops);
        var me = caller instanceof Staff staff ? staff.id() : null;
        return new ConversationCounts(
                counts.getOrDefault(Standing.OPEN, 0L),
                me == null ? 0 : counts.getOrDefault(Standing.AGENT + me, 0L),
                counts.getOrDefault(Standing.UNASSIGNED, 0L),
                counts.getOrDefault(Standing.WAITING, 0L),
                counts.getOrDefault(Standing.SNOOZED, 0L),
                me == null ? 0 : listing.unread(shops, me),
                counts.getOrDefault(Standing.BOT, 0L),
                starting(counts, Standing.TEAM),
                starting(counts, Standing.CHANNEL));
    }

    private static Map<String, Long> starting(Map<String, Long> counts, String with) {
        var found = new TreeMap<String, Long>();
        counts.forEach(
                (heap, n) -> {
                    if (heap.startsWith(with)) {
                        found.put(heap.substring(with.length()), n);
                    }
                });
        return found;
    }

    @GetMapping("/conversations/{id}")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "A conversation with whose it is; that one looked is in the journal")
    ConversationView readConversation(@PathVariable UUID id, Staff staff, Locale language) {
        var one = scope.find(staff, id);
        presence.look(staff, one, false);
        return views.view(one, staff, language);
    }

    @GetMapping("/conversations/{id}/messages")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(
            summary = "The thread, by its numbers: the newest, those before, or those after",
            description = "Numbers have no gap: whoever asks after their last one misses nothing.")
    ThreadView readThread(
            @PathVariable UUID id,
            Staff staff,
            Locale language,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(defaultValue = "50") int size) {
        var one = scope.find(staff, id);
        var limit = Math.clamp(size, 1, 200);
        var said =
                after != null
                        ? reader.after(one.shop(), id, after, limit)
                        : reader.before(
                                one.shop(), id, before == null ? Integer.MAX_VALUE : before, limit);
        var first = said.isEmpty() ? 1 : said.getFirst().seq();
        return new ThreadView(views.said(one, said, language), first > 1, one.lastSeq());
    }

    @GetMapping("/shops/{shop}/conversation-colleagues")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "To whom a conversation of the shop can be given")
    ConversationColleagues listConversationColleagues(
            @PathVariable ShopId shop, Caller.Permitted caller) {
        caller.requireIn(shop);
        return new ConversationColleagues(
                colleagues.whoMay(Permission.CONVERSATION_ANSWER, shop), colleagues.teams(shop));
    }

    @GetMapping("/conversation-search")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(
            summary = "What was said, by its words, newest first",
            description =
                    "Chinese, Japanese, Korean and Thai by every two neighbouring characters, all else"
                            + " by whole words. marks are [from, to) in text.")
    Page<Search.Hit> searchMessages(
            Caller.Permitted caller,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) Search.@Nullable From from,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int size) {
        var page =
                search.messages(
                        new Search.Wish(scope.shops(caller, shop), q, channel, from),
                        after,
                        Math.clamp(size, 1, 50));
        return page.map(hit -> hit.seenBy(caller));
    }
}
