package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Policy;
import anxin.identity.Names;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the editor shows, in the reader's language. */
@Component
class PolicyViews {

    /** One place in plain words; null where there was or is nothing. */
    record DifferenceView(
            String pointer,
            String what,
            @Nullable String was,
            @Nullable String becomes,
            @Nullable String by) {}

    /** What keeps a draft from being published. */
    record WrongView(String pointer, String expected) {}

    /**
     * A version.
     *
     * @param state IN_FORCE, PLANNED, PAST or WITHDRAWN
     * @param document what it says differently from the house's own
     */
    record PolicyVersionView(
            int version,
            String state,
            @Nullable Instant fromAt,
            boolean rolledBack,
            @Nullable Integer restored,
            @Nullable String note,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt,
            @Nullable String withdrawnBy,
            Map<String, Object> document) {}

    /**
     * A draft; revision 0 is none yet, and the document then that of the newest version.
     *
     * @param differences from the version in force
     * @param wrong what keeps it from being published
     */
    record PolicyDraftView(
            int revision,
            int baseVersion,
            int nextVersion,
            int inForceVersion,
            Map<String, Object> document,
            List<DifferenceView> differences,
            List<WrongView> wrong,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    /** One line of the history. */
    record PolicyChangeView(
            int version,
            String act,
            @Nullable String pointer,
            @Nullable String was,
            @Nullable String becomes,
            String author,
            String actor,
            Instant at) {}

    private final PolicyBook book;
    private final PolicyStore store;
    private final Names names;
    private final JsonMapper json;

    PolicyViews(PolicyBook book, PolicyStore store, Names names, JsonMapper json) {
        this.book = book;
        this.store = store;
        this.names = names;
        this.json = json;
    }

    PolicyDraftView draft(ShopId shop, Locale language) {
        var draft = store.draft(shop).orElse(null);
        var document = draft == null ? book.newest(shop) : draft.document();
        var checked = Policy.check(json.readTree(document));
        var inForce = book.inForce(shop);
        var by = draft == null ? Map.<String, String>of() : authors(draft.authors());
        var known = names.of(by.values());
        var differences = new ArrayList<DifferenceView>();
        for (var one : Compare.between(inForce, checked.policy())) {
            var author = by.get(one.pointer());
            differences.add(
                    view(
                            one,
                            author == null ? null : known.getOrDefault(author, author),
                            language));
        }
        return new PolicyDraftView(
                draft == null ? 0 : draft.revision(),
                draft == null ? store.last(shop) : draft.baseVersion(),
                store.last(shop) + 1,
                inForce.version(),
                map(document),
                differences,
                wrong(checked.wrong(), language),
                draft == null ? null : nameOf(draft.changedBy()),
                draft == null ? null : draft.changedAt());
    }

    PolicyVersionView version(PolicyStore.Version version, int inForce, Instant now) {
        var state =
                version.withdrawnAt() != null
                        ? "WITHDRAWN"
                        : version.version() == inForce
                                ? "IN_FORCE"
                                : version.fromAt().isAfter(now) ? "PLANNED" : "PAST";
        return new PolicyVersionView(
                version.version(),
                state,
                version.fromAt(),
                version.kind().equals("ROLLED_BACK"),
                version.restored(),
                version.note(),
                nameOf(version.publishedBy()),
                version.publishedAt(),
                version.withdrawnBy() == null ? null : nameOf(version.withdrawnBy()),
                map(version.document()));
    }

    /** Version 1 of every shop. */
    PolicyVersionView ofTheHouse(int inForce) {
        return new PolicyVersionView(
                Policy.DEFAULT.version(),
                inForce == Policy.DEFAULT.version() ? "IN_FORCE" : "PAST",
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                Map.of());
    }

    PolicyChangeView change(PolicyStore.Change change, Map<String, String> known, Locale language) {
        return new PolicyChangeView(
                change.version(),
                change.act(),
                change.pointer(),
                text(change.was(), language),
                text(change.becomes(), language),
                known.getOrDefault(change.author(), change.author()),
                known.getOrDefault(change.actor(), change.actor()),
                change.at());
    }

    List<DifferenceView> differences(Policy before, Policy after, Locale language) {
        return Compare.between(before, after).stream()
                .map(one -> view(one, null, language))
                .toList();
    }

    private static DifferenceView view(Difference one, @Nullable String by, Locale language) {
        return new DifferenceView(
                one.pointer(),
                one.what().in(language),
                in(one.was(), language),
                in(one.becomes(), language),
                by);
    }

    static List<WrongView> wrong(List<Problem.Field> fields, Locale language) {
        return fields.stream()
                .map(field -> new WrongView(field.pointer(), field.expected().in(language)))
                .toList();
    }

    private static @Nullable String in(@Nullable Text text, Locale language) {
        return text == null ? null : text.in(language);
    }

    private @Nullable String text(@Nullable String written, Locale language) {
        return written == null ? null : json.readValue(written, Text.class).in(language);
    }

    private String nameOf(String actor) {
        return names.of(List.of(actor)).getOrDefault(actor, actor);
    }

    @SuppressWarnings("unchecked") // A JSON object is a map of names.
    private Map<String, Object> map(String document) {
        return json.readValue(document, Map.class);
    }

    @SuppressWarnings("unchecked") // Written by PolicyBook as texts by pointer.
    private Map<String, String> authors(String written) {
        return json.readValue(written, Map.class);
    }
}
