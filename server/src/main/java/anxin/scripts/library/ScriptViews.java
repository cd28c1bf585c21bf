package anxin.scripts.library;

import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.review.Reviewed;
import anxin.language.Intents;
import anxin.scripts.library.ScriptStore.Which;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scripts as people read them. */
@Component
class ScriptViews {

    private static final int VOICES = 20;

    /** An intent, and what it is called here. */
    record ScriptIntent(String key, String name) {}

    /**
     * @param status of the newest version
     * @param live whether a version is live, perhaps an older one
     * @param own whether the wording is the shop's, not the shipped one
     * @param good how many agents found it good
     */
    record ScriptItem(
            String key,
            String language,
            String scene,
            List<ScriptIntent> intents,
            Wording.Mood emotion,
            Wording.Tone tone,
            Wording.Channel channel,
            Wording.State state,
            String text,
            List<ScriptBlank> blanks,
            Shelf.Status status,
            boolean live,
            boolean own,
            boolean stale,
            int good,
            int bad,
            @Nullable Instant changedAt) {}

    /** A blank of the text, and what the agent is asked for. */
    record ScriptBlank(String name, String label) {}

    /**
     * @param number 0 is what was shipped
     */
    record ScriptVersionView(
            int number,
            String scene,
            List<ScriptIntent> intents,
            Wording.Mood emotion,
            Wording.Tone tone,
            Wording.Channel channel,
            Wording.State state,
            String text,
            List<ScriptBlank> blanks,
            List<String> authors,
            @Nullable Instant writtenAt,
            @Nullable Instant submittedAt,
            @Nullable String reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable Boolean approved,
            @Nullable String note) {}

    record ScriptVoice(String by, boolean good, @Nullable String reason, Instant at) {}

    /**
     * What may be done, and why it may not.
     *
     * @param action save, submit, discard, approve, send-back, confirm, bring-back or take-away
     */
    record ScriptAction(String action, boolean enabled, @Nullable String because) {}

    /**
     * @param voices what agents say of it, the newest first
     */
    record ScriptView(
            String key,
            String language,
            int revision,
            Shelf.Status status,
            int freshDays,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Instant staleAt,
            boolean stale,
            boolean shipped,
            @Nullable ScriptVersionView live,
            @Nullable ScriptVersionView open,
            List<ScriptVoice> voices,
            List<ScriptAction> allowed) {}

    private final ScriptStore store;
    private final ScriptActs acts;
    private final Intents intents;
    private final Names names;
    private final Clock clock;

    ScriptViews(ScriptStore store, ScriptActs acts, Intents intents, Names names, Clock clock) {
        this.store = store;
        this.acts = acts;
        this.intents = intents;
        this.names = names;
        this.clock = clock;
    }

    private Map<String, String> intentNames(ShopId shop, Locale reader) {
        var known = new HashMap<String, String>();
        intents.of(shop).forEach(one -> known.put(one.key(), one.name().in(reader)));
        return known;
    }

    /** In both languages, to be searched. */
    Map<String, String> intentNames(ShopId shop) {
        var known = new HashMap<String, String>();
        intents.of(shop)
                .forEach(one -> known.put(one.key(), one.name().zh() + "\n" + one.name().en()));
        return known;
    }

    Page<ScriptItem> items(ShopId shop, Page<Shelf.Item> page, Locale reader) {
        var called = intentNames(shop, reader);
        var votes = new HashMap<String, ScriptStore.Vote>();
        store.votes(shop).forEach(one -> votes.put(one.key() + "/" + one.language(), one));
        var now = clock.instant();
        return page.map(
                item -> {
                    var vote = votes.get(item.key() + "/" + item.language());
                    var wording = item.wording();
                    return new ScriptItem(
                            item.key(),
                            item.language(),
                            wording.scene(),
                            named(wording.intents(), called),
                            wording.emotion(),
                            wording.tone(),
                            wording.channel(),
                            wording.state(),
                            wording.text(),
                            blanks(wording.text(), reader),
                            item.status(),
                            item.live(),
                            item.own(),
                            item.isStale(now),
                            vote == null ? 0 : vote.good(),
                            vote == null ? 0 : vote.bad(),
                            item.changedAt());
                });
    }

    private static List<ScriptIntent> named(List<String> keys, Map<String, String> called) {
        return keys.stream()
                .map(key -> new ScriptIntent(key, called.getOrDefault(key, key)))
                .toList();
    }

    ScriptView view(Caller.Permitted caller, Which which, Script script, Locale reader) {
        var open = store.version(which, script.openNumber()).orElse(null);
        var live = store.version(which, script.liveNumber()).orElse(null);
        var voices = store.voices(which, VOICES);
        var actors = new HashSet<String>();
        Stream.of(open, live)
                .filter(Objects::nonNull)
                .forEach(version -> people(version).forEach(actors::add));
        voices.forEach(voice -> actors.add(voice.actor()));
        var confirmedBy = script.confirmedBy();
        if (confirmedBy != null) {
            actors.add(confirmedBy);
        }
        var people = names.of(actors);
        var called = intentNames(which.shop(), reader);
        var shipped = ShippedScripts.find(which.key(), which.language());
        return new ScriptView(
                script.key(),
                script.language(),
                script.revision(),
                Shelf.status(script.liveNumber(), script.openNumber(), script.inReview()),
                script.freshDays(),
                confirmedBy == null ? null : people.getOrDefault(confirmedBy, confirmedBy),
                script.confirmedAt(),
                script.staleAt(),
                script.stands().isStale(clock.instant()),
                shipped.isPresent(),
                live == null
                        ? acts.wording(which, script.liveNumber())
                                .map(wording -> shippedView(wording, called, reader))
                                .orElse(null)
                        : version(live, called, people, reader),
                open == null ? null : version(open, called, people, reader),
                voices.stream()
                        .map(
                                voice ->
                                        new ScriptVoice(
                                                people.getOrDefault(voice.actor(), voice.actor()),
                                                voice.good(),
                                                voice.reason(),
                                                voice.at()))
                        .toList(),
                allowed(caller, script, open, shipped.isPresent()));
    }

    Page<ScriptVersionView> versions(Which which, Page<Script.Version> page, Locale reader) {
        var people = names.of(page.items().stream().flatMap(ScriptViews::people).toList());
        var called = intentNames(which.shop(), reader);
        var views = page.map(version -> version(version, called, people, reader));
        var shipped = ShippedScripts.find(which.key(), which.language());
        if (views.next() != null || shipped.isEmpty()) {
            return views;
        }
        var all = new ArrayList<>(views.items());
        all.add(shippedView(shipped.get(), called, reader));
        return new Page<>(all, null);
    }

    List<ScriptBlank> blanks(String text, Locale reader) {
        return Blanks.of(text).stream()
                .map(name -> new ScriptBlank(name, ShippedScripts.blank(name).in(reader)))
                .toList();
    }

    private static Stream<String> people(Script.Version version) {
        var reviewer = version.reviewedBy();
        return Stream.concat(version.authors().stream(), Stream.ofNullable(reviewer));
    }

    private ScriptVersionView shippedView(
            Wording wording, Map<String, String> called, Locale reader) {
        return new ScriptVersionView(
                Script.SHIPPED,
                wording.scene(),
                named(wording.intents(), called),
                wording.emotion(),
                wording.tone(),
                wording.channel(),
                wording.state(),
                wording.text(),
                blanks(wording.text(), reader),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private ScriptVersionView version(
            Script.Version version,
            Map<String, String> called,
            Map<String, String> people,
            Locale reader) {
        var reviewer = version.reviewedBy();
        return new ScriptVersionView(
                version.number(),
                version.scene(),
                named(version.intents(), called),
                version.emotion(),
                version.tone(),
                version.channel(),
                version.state(),
                version.text(),
                blanks(version.text(), reader),
                version.authors().stream().map(one -> people.getOrDefault(one, one)).toList(),
                version.writtenAt(),
                version.submittedAt(),
                reviewer == null ? null : people.getOrDefault(reviewer, reviewer),
                version.reviewedAt(),
                version.approved(),
                version.note());
    }

    private static List<ScriptAction> allowed(
            Caller.Permitted caller,
            Script script,
            Script.@Nullable Version open,
            boolean shipped) {
        var allowed = new ArrayList<ScriptAction>();
        var writes = caller.may(Permission.SCRIPT_WRITE);
        var reviews = caller.may(Permission.SCRIPT_REVIEW);
        allowed.add(action("save", writes));
        if (open != null) {
            allowed.add(action("discard", writes));
            if (script.inReview()) {
                var own = reviews && Reviewed.hadAHand(caller.actor(), open);
                allowed.add(own ? ownWork("approve") : action("approve", reviews));
                allowed.add(own ? ownWork("send-back") : action("send-back", reviews));
            } else {
                allowed.add(action("submit", writes));
            }
        }
        if (script.liveNumber() != null) {
            allowed.add(action("confirm", writes));
            allowed.add(action("take-away", reviews));
        }
        if (script.revision() > 0 && (shipped || script.openNumber() == null)) {
            allowed.add(action("bring-back", reviews));
        }
        return allowed;
    }

    private static ScriptAction ownWork(String action) {
        return new ScriptAction(action, false, "own-work");
    }

    private static ScriptAction action(String action, boolean enabled) {
        return new ScriptAction(action, enabled, enabled ? null : "permission");
    }
}
