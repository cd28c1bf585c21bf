package anxin.aftersales.outside;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.CaseState;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import anxin.platforms.Platform;
import anxin.platforms.PlatformCases;
import anxin.platforms.Standing;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The other side of a case: what the platform says, what it was told, where the two differ. */
@RestController
@RequestMapping("/api/v1")
class OutsideController {

    /**
     * A case as the platform has it.
     *
     * @param codes the platform's own codes
     * @param agrees false while the platform stands elsewhere than we do
     * @param link where a person looks at it over there
     */
    record PlatformCaseView(
            Platform platform,
            String platformName,
            String externalId,
            String codes,
            String standing,
            String standingText,
            boolean agrees,
            long amountMinor,
            String currency,
            Instant changedAt,
            @Nullable Instant deadlineAt,
            Instant readAt,
            @Nullable String link,
            List<ErrandView> errands,
            List<PlatformAlertView> alerts) {}

    /** Something that the platform is or was told. */
    record ErrandView(
            UUID id,
            ErrandStore.Verb verb,
            ErrandStore.Status status,
            int attempts,
            @Nullable String trouble,
            Instant createdAt,
            @Nullable Instant settledAt) {

        static ErrandView of(ErrandStore.Row row) {
            return new ErrandView(
                    row.id(),
                    row.verb(),
                    row.status(),
                    row.attempts(),
                    row.trouble(),
                    row.createdAt(),
                    row.settledAt());
        }
    }

    record PlatformAlertView(
            UUID id,
            Alerts.Kind kind,
            String text,
            Platform platform,
            String platformName,
            String externalId,
            @Nullable UUID caseId,
            String detail,
            Instant openedAt,
            @Nullable Instant closedAt) {

        static PlatformAlertView of(Alerts.Row row, Locale language) {
            return new PlatformAlertView(
                    row.id(),
                    row.kind(),
                    row.kind().text().in(language),
                    row.platform(),
                    row.platform().label().in(language),
                    row.externalId(),
                    row.caseId(),
                    row.detail(),
                    row.openedAt(),
                    row.closedAt());
        }
    }

    /**
     * @param adoptPlatform the platform is right: our case goes where it is
     */
    record AlertClosure(
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note,
            @Nullable Boolean adoptPlatform) {}

    private final ExternalStore external;
    private final ErrandStore errands;
    private final Alerts alerts;
    private final AdoptPlatform adoptPlatform;
    private final PlatformCases platforms;
    private final CaseScope scope;

    OutsideController(
            ExternalStore external,
            ErrandStore errands,
            Alerts alerts,
            AdoptPlatform adoptPlatform,
            PlatformCases platforms,
            CaseScope scope) {
        this.external = external;
        this.errands = errands;
        this.alerts = alerts;
        this.adoptPlatform = adoptPlatform;
        this.platforms = platforms;
        this.scope = scope;
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/cases/{id}/platform")
    @Operation(summary = "The case at the shop platform it lives at; 404 for one that lives here")
    PlatformCaseView getPlatformCase(
            @PathVariable UUID id, Caller.Permitted caller, Locale language) {
        var of = scope.find(caller, id);
        var known =
                external.ofCase(of.shop(), id).orElseThrow(() -> Problem.missing("platform-case"));
        return view(of, known, language);
    }

    private PlatformCaseView view(CaseRow of, ExternalStore.Known known, Locale language) {
        var standing = CaseState.valueOf(known.standing().name());
        var open = alerts.openOfCase(of.shop(), of.id());
        return new PlatformCaseView(
                known.platform(),
                known.platform().label().in(language),
                known.externalId(),
                known.codes(),
                known.standing().name(),
                standing.label().in(language),
                open.isEmpty() && agrees(of, known.standing()),
                known.amountMinor(),
                known.currency(),
                known.changedAt(),
                known.deadlineAt(),
                known.readAt(),
                platforms.link(of.shop(), known.platform(), known.externalId()),
                errands.ofCase(of.shop(), of.id()).stream().map(ErrandView::of).toList(),
                open.stream().map(row -> PlatformAlertView.of(row, language)).toList());
    }

    /** What is final on one side only does not agree; finer states of ours do. */
    private static boolean agrees(CaseRow of, Standing there) {
        return of.state().isFinal() == there.isFinal();
    }

    @Needs(Permission.CASE_READ)
    @GetMapping("/shops/{shop}/platform-alerts")
    @Operation(summary = "Where platforms and we do not agree, the newest first")
    Page<PlatformAlertView> listPlatformAlerts(
            @PathVariable ShopId shop,
            Caller.Permitted caller,
            Locale language,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        caller.requireIn(shop);
        return alerts.open(shop, after, size).map(row -> PlatformAlertView.of(row, language));
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/shops/{shop}/platform-alerts/{id}/closure")
    @Operation(
            summary = "Closes an alert after a person has looked",
            description = "With adoptPlatform our case goes where the platform's is now.")
    PlatformAlertView closePlatformAlert(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestBody @Valid AlertClosure body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        return PlatformAlertView.of(
                adoptPlatform.close(
                        shop,
                        id,
                        caller.actor(),
                        body.note(),
                        Boolean.TRUE.equals(body.adoptPlatform())),
                language);
    }
}
