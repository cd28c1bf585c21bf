package anxin.aftersales.rulebook;

import anxin.aftersales.policy.Policy;
import anxin.aftersales.rulebook.PolicyViews.DifferenceView;
import anxin.aftersales.rulebook.PolicyViews.PolicyChangeView;
import anxin.aftersales.rulebook.PolicyViews.PolicyDraftView;
import anxin.aftersales.rulebook.PolicyViews.PolicyVersionView;
import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop's policy as its managers work on it. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/policy")
class PolicyController {

    private static final int LARGEST = 1 << 17;

    /** {@code document} names what differs from the house's own policy. */
    record DraftText(
            @NotNull(message = "缺少政策内容 | the document is missing") Map<String, Object> document) {}

    /** {@code from} is when it begins; null is at once. */
    record Publication(
            @Nullable Instant from,
            @Nullable @Size(max = 500, message = "至多500个字 | at most 500 characters") String note) {}

    /** {@code to} is the version whose rules hold again. */
    record RollBack(
            @NotNull(message = "请选择版本 | choose the version") Integer to,
            @Nullable @Size(max = 500, message = "至多500个字 | at most 500 characters") String note) {}

    /** What is in force, and what comes next. */
    record PolicyView(
            PolicyVersionView inForce, List<PolicyVersionView> planned, boolean hasDraft) {}

    private final PolicyBook book;
    private final PolicyStore store;
    private final PolicyViews views;
    private final Names names;
    private final JsonMapper json;
    private final Clock clock;

    PolicyController(
            PolicyBook book,
            PolicyStore store,
            PolicyViews views,
            Names names,
            JsonMapper json,
            Clock clock) {
        this.book = book;
        this.store = store;
        this.views = views;
        this.names = names;
        this.json = json;
        this.clock = clock;
    }

    @Needs(Permission.POLICY_READ)
    @GetMapping
    PolicyView readPolicy(@PathVariable ShopId shop) {
        var now = clock.instant();
        int inForce = book.inForce(shop).version();
        return new PolicyView(
                find(shop, inForce),
                store.planned(shop, now).stream()
                        .map(version -> views.version(version, inForce, now))
                        .toList(),
                store.draft(shop).isPresent());
    }

    @Needs(Permission.POLICY_READ)
    @GetMapping("/draft")
    PolicyDraftView readPolicyDraft(
            @PathVariable ShopId shop, Locale language, HttpServletResponse response) {
        return answer(shop, language, response);
    }

    @Needs(Permission.POLICY_WRITE)
    @PutMapping("/draft")
    PolicyDraftView savePolicyDraft(
            @PathVariable ShopId shop,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid DraftText body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        JsonNode document = json.valueToTree(body.document());
        if (document.toString().length() > LARGEST) {
            throw Problem.invalid("/document", "内容过大", "is too large");
        }
        book.save(caller, shop, IfMatch.version(match), document);
        return answer(shop, language, response);
    }

    @Needs(Permission.POLICY_WRITE)
    @DeleteMapping("/draft")
    PolicyDraftView discardPolicyDraft(
            @PathVariable ShopId shop,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Locale language,
            HttpServletResponse response) {
        book.discard(shop, IfMatch.version(match));
        return answer(shop, language, response);
    }

    @Needs(Permission.POLICY_READ)
    @GetMapping("/versions")
    Page<PolicyVersionView> listPolicyVersions(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        var now = clock.instant();
        int inForce = book.inForce(shop).version();
        var page = store.versions(shop, after, size).map(one -> views.version(one, inForce, now));
        if (page.next() != null) {
            return page;
        }
        var all = new ArrayList<>(page.items());
        all.add(views.ofTheHouse(inForce));
        return new Page<>(List.copyOf(all), null);
    }

    @Needs(Permission.POLICY_READ)
    @GetMapping("/versions/{number}")
    PolicyVersionView readPolicyVersion(@PathVariable ShopId shop, @PathVariable int number) {
        return find(shop, number);
    }

    /** What {@code number} does differently from {@code than}. */
    @Needs(Permission.POLICY_READ)
    @GetMapping("/versions/{number}/differences")
    List<DifferenceView> comparePolicyVersions(
            @PathVariable ShopId shop,
            @PathVariable int number,
            @RequestParam int than,
            Locale language) {
        find(shop, number);
        find(shop, than);
        return views.differences(book.read(shop, than), book.read(shop, number), language);
    }

    @Needs(Permission.POLICY_WRITE)
    @PutMapping("/versions/{number}")
    PolicyVersionView publishPolicy(
            @PathVariable ShopId shop,
            @PathVariable int number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Publication body,
            Caller.Permitted caller) {
        return view(
                shop,
                book.publish(
                        caller, shop, number, IfMatch.version(match), body.from(), body.note()));
    }

    @Needs(Permission.POLICY_WRITE)
    @PutMapping("/versions/{number}/roll-back")
    PolicyVersionView rollPolicyBack(
            @PathVariable ShopId shop,
            @PathVariable int number,
            @RequestBody @Valid RollBack body,
            Caller.Permitted caller) {
        return view(shop, book.rollBack(caller, shop, number, body.to(), body.note()));
    }

    @Needs(Permission.POLICY_WRITE)
    @PutMapping("/versions/{number}/withdrawal")
    PolicyVersionView withdrawPolicy(
            @PathVariable ShopId shop, @PathVariable int number, Caller.Permitted caller) {
        return view(shop, book.withdraw(caller, shop, number));
    }

    @Needs(Permission.POLICY_READ)
    @GetMapping("/history")
    Page<PolicyChangeView> listPolicyChanges(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size,
            Locale language) {
        var page = store.history(shop, after, size);
        var actors = new HashSet<String>();
        for (var change : page.items()) {
            actors.add(change.author());
            actors.add(change.actor());
        }
        var known = names.of(actors);
        return page.map(change -> views.change(change, known, language));
    }

    private PolicyDraftView answer(ShopId shop, Locale language, HttpServletResponse response) {
        var view = views.draft(shop, language);
        response.setHeader("ETag", IfMatch.etag(view.revision()));
        return view;
    }

    private PolicyVersionView view(ShopId shop, PolicyStore.Version version) {
        return views.version(version, book.inForce(shop).version(), clock.instant());
    }

    private PolicyVersionView find(ShopId shop, int number) {
        int inForce = book.inForce(shop).version();
        if (number == Policy.DEFAULT.version()) {
            return views.ofTheHouse(inForce);
        }
        return store.version(shop, number)
                .map(version -> views.version(version, inForce, clock.instant()))
                .orElseThrow(() -> Problem.missing("policy-version"));
    }
}
