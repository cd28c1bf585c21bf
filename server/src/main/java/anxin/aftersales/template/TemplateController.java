package anxin.aftersales.template;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.template.Wordings.Words;
import anxin.commerce.Orders;
import anxin.identity.Caller;
import anxin.identity.Names;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.problem.Problem;
import anxin.kernel.web.IfMatch;
import anxin.messaging.OutboundMessage.Channel;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The wordings of a shop's messages: looked at, tried on a real case, saved when they are sound.
 */
@RestController
@RequestMapping("/api/v1/shops/{shop}/message-templates")
class TemplateController {

    record OwnWording(String channel, String language, int version) {}

    /** One step and which of its wordings are the shop's own. */
    record StepItem(String step, String text, List<Channel> channels, List<OwnWording> own) {}

    record StepsView(List<StepItem> steps, List<String> languages, List<Channel> channels) {}

    record VariableView(String name, String kind, String meaning, List<String> formats) {}

    record VersionView(
            int version,
            boolean shipped,
            @Nullable String subject,
            @Nullable String body,
            String savedBy,
            Instant savedAt) {}

    /**
     * One wording.
     *
     * @param version 0 while the shop has never changed it
     * @param shippedIn the language of the shipped wording that counts: English where we have none
     * @param vendorTemplate the code under which the SMS vendor knows it
     */
    record TemplateView(
            String step,
            String stepText,
            Channel channel,
            String language,
            int version,
            boolean own,
            String subject,
            String body,
            @Nullable String vendorTemplate,
            String shippedSubject,
            String shippedBody,
            String shippedIn,
            int subjectLimit,
            int bodyLimit,
            List<VariableView> variables,
            List<VersionView> versions) {}

    record NewTemplate(
            @NotNull(message = "缺少标题 | the subject is missing")
                    @Size(max = 400, message = "过长 | too long")
                    String subject,
            @NotNull(message = "缺少正文 | the text is missing")
                    @Size(max = 40_000, message = "过长 | too long")
                    String body,
            @Nullable @Size(max = 60, message = "过长 | too long") String vendorTemplate) {}

    record Draft(
            @NotNull(message = "缺少标题 | the subject is missing")
                    @Size(max = 400, message = "过长 | too long")
                    String subject,
            @NotNull(message = "缺少正文 | the text is missing")
                    @Size(max = 40_000, message = "过长 | too long")
                    String body,
            @Nullable UUID caseId) {}

    /**
     * @param part {@code subject} or {@code body}; {@code from} and {@code to} are characters in it
     * @param proposal the sentence, put better, where we know how
     */
    record FindingView(
            String part,
            int from,
            int to,
            String code,
            String problem,
            @Nullable String proposal) {}

    /**
     * @param caseNo the case whose values are shown; null when the shop has none yet
     * @param smsParts as how many text messages it is billed; 0 for other channels
     */
    record PreviewView(
            String subject,
            String body,
            int length,
            int smsParts,
            @Nullable String caseNo,
            List<FindingView> findings) {}

    private static final int FIRST_SMS = 70;
    private static final int EACH_SMS = 67;

    private final TemplateStore store;
    private final Templates templates;
    private final TellingStore tellings;
    private final Tales tales;
    private final CaseStore cases;
    private final CaseScope scope;
    private final CaseFile file;
    private final Orders orders;
    private final Names names;
    private final FactLog facts;
    private final Clock clock;

    TemplateController(
            TemplateStore store,
            Templates templates,
            TellingStore tellings,
            Tales tales,
            CaseStore cases,
            CaseScope scope,
            CaseFile file,
            Orders orders,
            Names names,
            FactLog facts,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.tellings = tellings;
        this.tales = tales;
        this.cases = cases;
        this.scope = scope;
        this.file = file;
        this.orders = orders;
        this.names = names;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.POLICY_READ)
    @Operation(
            summary = "Every step a customer is told about, and which wordings are the shop's own")
    StepsView listMessageTemplates(
            @PathVariable ShopId shop, Caller.Permitted caller, Locale language) {
        caller.requireIn(shop);
        var own = store.newest(shop).stream().filter(row -> row.body() != null).toList();
        var telling = tellings.of(shop);
        return new StepsView(
                Step.list().stream()
                        .map(
                                step ->
                                        new StepItem(
                                                step.name(),
                                                step.label().in(language),
                                                telling.channels(step).stream().sorted().toList(),
                                                own.stream()
                                                        .filter(
                                                                row ->
                                                                        row.step()
                                                                                .equals(
                                                                                        step
                                                                                                .name()))
                                                        .map(
                                                                row ->
                                                                        new OwnWording(
                                                                                row.channel(),
                                                                                row.lang(),
                                                                                row.version()))
                                                        .toList()))
                        .toList(),
                Wordings.LANGUAGES,
                Channel.ofNotices());
    }

    @GetMapping("/{step}/{channel}/{lang}")
    @Needs(Permission.POLICY_READ)
    @Operation(summary = "One wording, its variables and its earlier versions")
    TemplateView readMessageTemplate(
            @PathVariable ShopId shop,
            @PathVariable String step,
            @PathVariable("channel") String by,
            @PathVariable String lang,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        caller.requireIn(shop);
        return view(shop, step(step), channel(by), known(lang), language, response);
    }

    @PutMapping("/{step}/{channel}/{lang}")
    @Needs(Permission.POLICY_WRITE)
    @Transactional
    @Operation(
            summary = "Saves a wording as the next version",
            description =
                    "Refused as wording-not-sound, with one finding for each place, when it promises without"
                            + " a time, does not say what comes next and by when, names what the step does"
                            + " not know, or is too long.")
    TemplateView saveMessageTemplate(
            @PathVariable ShopId shop,
            @PathVariable String step,
            @PathVariable("channel") String by,
            @PathVariable String lang,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid NewTemplate body,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var known = step(step);
        var channel = channel(by);
        var words = new Words(body.subject().strip(), body.body().strip());
        var findings = Check.of(known, channel, known(lang), words);
        if (!findings.isEmpty()) {
            throw Problem.refused(
                            "wording-not-sound",
                            "文案有" + findings.size() + "处需要修改，修改后即可保存",
                            "The wording has %d place(s) to mend before it can be saved"
                                    .formatted(findings.size()))
                    .at(findings.stream().map(TemplateController::field).toList())
                    .with(
                            "findings",
                            findings.stream().map(one -> finding(one, language)).toList());
        }
        var vendor = body.vendorTemplate();
        add(
                shop,
                known,
                channel,
                lang,
                IfMatch.version(match),
                words,
                vendor == null || vendor.isBlank() ? null : vendor.strip(),
                caller.actor());
        return view(shop, known, channel, lang, language, response);
    }

    @DeleteMapping("/{step}/{channel}/{lang}")
    @Needs(Permission.POLICY_WRITE)
    @Transactional
    @Operation(summary = "The shipped wording counts again; the earlier versions stay readable")
    TemplateView resetMessageTemplate(
            @PathVariable ShopId shop,
            @PathVariable String step,
            @PathVariable("channel") String by,
            @PathVariable String lang,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response) {
        caller.requireIn(shop);
        var known = step(step);
        var channel = channel(by);
        add(shop, known, channel, known(lang), IfMatch.version(match), null, null, caller.actor());
        return view(shop, known, channel, lang, language, response);
    }

    @PostMapping("/{step}/{channel}/{lang}/preview")
    @Needs(Permission.POLICY_READ)
    @Operation(
            summary = "What a draft looks like on a real case, and what is to mend; stores nothing")
    PreviewView previewMessageTemplate(
            @PathVariable ShopId shop,
            @PathVariable String step,
            @PathVariable("channel") String by,
            @PathVariable String lang,
            @RequestBody @Valid Draft body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        var known = step(step);
        var channel = channel(by);
        var words = new Words(body.subject().strip(), body.body().strip());
        var of = example(shop, known, body.caseId(), caller);
        var values = of == null ? samples(known, known(lang)) : tale(known, of).in(known(lang));
        var text = Filling.fill(words.body(), values);
        return new PreviewView(
                Filling.fill(words.subject(), values),
                text,
                text.codePointCount(0, text.length()),
                channel == Channel.SMS ? parts(text) : 0,
                of == null ? null : of.no(),
                Check.of(known, channel, lang, words).stream()
                        .map(one -> finding(one, language))
                        .toList());
    }

    private static int parts(String text) {
        return text.length() <= FIRST_SMS ? 1 : (text.length() + EACH_SMS - 1) / EACH_SMS;
    }

    private @Nullable CaseRow example(
            ShopId shop, Step step, @Nullable UUID asked, Caller.Permitted caller) {
        if (asked != null) {
            var found = scope.find(caller, asked);
            if (!found.shop().equals(shop)) {
                throw Problem.missing("case");
            }
            return found;
        }
        return store.newestCaseWith(shop, step.name())
                .flatMap(id -> cases.find(shop, id))
                .orElse(null);
    }

    private Tale tale(Step step, CaseRow of) {
        var entries = file.timeline(of.shop(), of.id());
        var entry =
                entries.stream()
                        .filter(one -> one.step().equals(step.name()))
                        .findFirst()
                        .orElse(entries.getLast());
        var params = new java.util.HashMap<String, Object>();
        for (var name : step.ownVariables()) {
            params.put(name, "（" + name + "）");
        }
        params.putAll(entry.params());
        return tales.of(
                of,
                orders.find(of.shop(), of.orderNo()).orElse(null),
                new Tales.Happened(
                        step, CaseState.valueOf(entry.state()), entry.at(), entry.etaAt(), params),
                Map.of());
    }

    private static Filling.Values samples(Step step, String lang) {
        var home = lang.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        return (name, format) ->
                Variable.of(step).stream()
                        .filter(variable -> variable.name().equals(name))
                        .map(variable -> variable.sample().in(home))
                        .findFirst()
                        .orElse("{" + name + "}");
    }

    private void add(
            ShopId shop,
            Step step,
            Channel channel,
            String lang,
            int version,
            @Nullable Words words,
            @Nullable String vendorTemplate,
            String actor) {
        var current =
                store.newest(shop, step.name(), channel, lang)
                        .map(TemplateStore.Row::version)
                        .orElse(0);
        var row =
                new TemplateStore.Row(
                        step.name(),
                        channel.name(),
                        lang,
                        version + 1,
                        words == null ? null : words.subject(),
                        words == null ? null : words.body(),
                        vendorTemplate,
                        actor,
                        clock.instant());
        if (current != version || !store.add(shop, row)) {
            throw Problem.conflict(
                            "version-conflict",
                            "其他人刚刚修改了这条文案，请查看最新内容后再保存",
                            "Somebody has just changed this wording; look at it and save again")
                    .with("current", current);
        }
        facts.append(
                new NewFact(
                        shop,
                        "aftersales.message-template-saved",
                        "message-template:" + step.name() + "/" + channel + "/" + lang,
                        actor,
                        null,
                        Audience.NONE,
                        Map.of("version", version + 1, "shipped", words == null)));
    }

    private TemplateView view(
            ShopId shop,
            Step step,
            Channel channel,
            String lang,
            Locale language,
            HttpServletResponse response) {
        var versions = store.versions(shop, step.name(), channel, lang);
        var version = versions.isEmpty() ? 0 : versions.getFirst().version();
        var chosen = templates.chooseNow(shop, step, channel, lang);
        var own = chosen.version() > 0 && chosen.language().equals(lang);
        var shippedIn = Wordings.shipped(step, channel, lang) == null ? "en" : lang;
        var shipped = Wordings.shipped(step, channel, shippedIn);
        var limits = Check.limits(channel);
        var savers = names.of(versions.stream().map(TemplateStore.Row::savedBy).toList());
        response.setHeader("ETag", IfMatch.etag(version));
        return new TemplateView(
                step.name(),
                step.label().in(language),
                channel,
                lang,
                version,
                own,
                chosen.wording().subject(),
                chosen.wording().body(),
                chosen.vendorTemplate(),
                shipped == null ? "" : shipped.subject(),
                shipped == null ? "" : shipped.body(),
                shippedIn,
                limits.subject(),
                limits.body(),
                Variable.of(step).stream()
                        .map(
                                one ->
                                        new VariableView(
                                                one.name(),
                                                one.kind().name(),
                                                one.meaning().in(language),
                                                one.kind().formats().stream().sorted().toList()))
                        .toList(),
                versions.stream()
                        .map(
                                row ->
                                        new VersionView(
                                                row.version(),
                                                row.body() == null,
                                                row.subject(),
                                                row.body(),
                                                savers.getOrDefault(row.savedBy(), row.savedBy()),
                                                row.savedAt()))
                        .toList());
    }

    private static FindingView finding(Check.Finding one, Locale language) {
        return new FindingView(
                one.part(),
                one.from(),
                one.to(),
                one.code(),
                one.problem().in(language),
                one.proposal());
    }

    private static Problem.Field field(Check.Finding one) {
        return new Problem.Field("/" + one.part(), one.problem());
    }

    private static Step step(String name) {
        return Step.find(name).orElseThrow(() -> Problem.missing("step"));
    }

    private static Channel channel(String name) {
        return Channel.ofNotices().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.missing("channel"));
    }

    private static String known(String lang) {
        if (!Wordings.LANGUAGES.contains(lang)) {
            throw Problem.missing("language");
        }
        return lang;
    }
}
