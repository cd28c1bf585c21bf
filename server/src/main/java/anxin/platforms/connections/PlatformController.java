package anxin.platforms.connections;

import anxin.commerce.Shops;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.fact.Audience;
import anxin.kernel.fact.FactLog;
import anxin.kernel.fact.NewFact;
import anxin.kernel.loop.AfterCommit;
import anxin.kernel.problem.Problem;
import anxin.platforms.Platform;
import anxin.platforms.PlatformTrouble;
import anxin.platforms.Standing;
import anxin.platforms.mapping.Mappings;
import anxin.platforms.mapping.StatusTable;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shop's connections to shop platforms, set up by whoever keeps its keys. */
@RestController
@RequestMapping("/api/v1")
class PlatformController {

    /**
     * How to reach a platform.
     *
     * @param settings by name; a secret that is left away stays as it is
     * @param paused true stops reading, and keeps what was read so far
     */
    record NewConnection(
            @NotNull(message = "缺少配置项 | the settings are missing")
                    @Size(max = 20, message = "最多20项 | at most 20")
                    Map<String, @Size(max = 4_000, message = "过长 | too long") String> settings,
            @Nullable Boolean paused) {}

    /**
     * A platform that we know.
     *
     * @param connectable false: its codes are understood, and nobody speaks its protocol yet
     * @param hook it tells by web hook, so a case is here before the next pull
     */
    record PlatformView(
            Platform platform,
            String name,
            boolean connectable,
            boolean hook,
            List<Field> fields,
            List<StateView> states) {}

    /** One row of the platform's table: its codes, and our states behind them. */
    record StateView(String codes, Standing standing, List<Standing> alike) {

        static StateView of(StatusTable.Row row) {
            return new StateView(
                    row.when().toString(), row.standing(), row.alike().stream().sorted().toList());
        }
    }

    /**
     * A connection, without its secrets.
     *
     * @param secrets the names of those that are set
     * @param hookPath where the platform is to tell us, below our own address; null when it cannot
     */
    record PlatformConnectionView(
            Platform platform,
            String name,
            int version,
            boolean paused,
            Map<String, String> settings,
            List<String> secrets,
            @Nullable String hookPath,
            String changedBy,
            Instant changedAt,
            @Nullable PullView pull) {}

    /**
     * How the reading goes.
     *
     * @param readUpTo every change before it has been seen
     * @param trouble what is the matter, in plain words; null when nothing is
     * @param backlog cases that wait to be read one by one
     */
    record PullView(
            Instant readUpTo,
            @Nullable Instant succeededAt,
            Instant nextAt,
            int failures,
            @Nullable String trouble,
            @Nullable String detail,
            long seen,
            long backlog,
            @Nullable String stuckCase,
            @Nullable String stuckDetail) {}

    /** What a test came to. */
    record TestView(boolean ok, @Nullable String trouble, @Nullable String detail) {}

    private final PlatformConnectionStore store;
    private final ConnectedPlatforms platforms;
    private final PullStates states;
    private final Shops shops;
    private final FactLog facts;
    private final Clock clock;

    PlatformController(
            PlatformConnectionStore store,
            ConnectedPlatforms platforms,
            PullStates states,
            Shops shops,
            FactLog facts,
            Clock clock) {
        this.store = store;
        this.platforms = platforms;
        this.states = states;
        this.shops = shops;
        this.facts = facts;
        this.clock = clock;
    }

    @Needs(Permission.KEYS_MANAGE)
    @GetMapping("/platforms")
    @Operation(
            summary = "The shop platforms we know, what each needs, and what its codes mean here")
    List<PlatformView> listPlatforms(Caller.Permitted caller, Locale language) {
        return Arrays.stream(Platform.values())
                .map(
                        platform -> {
                            var maker = platforms.maker(platform);
                            return new PlatformView(
                                    platform,
                                    platform.label().in(language),
                                    maker.isPresent(),
                                    maker.map(PlatformMaker::hasHook).orElse(false),
                                    maker.map(PlatformMaker::fields).orElse(List.of()),
                                    Mappings.states(platform).rows().stream()
                                            .map(StateView::of)
                                            .toList());
                        })
                .toList();
    }

    @Needs(Permission.KEYS_MANAGE)
    @GetMapping("/shops/{shop}/platforms")
    @Operation(summary = "A shop's connections and how their reading goes")
    List<PlatformConnectionView> listPlatformConnections(
            @PathVariable ShopId shop, Caller.Permitted caller, Locale language) {
        caller.requireIn(shop);
        var pulls = states.ofShop(shop);
        return store.ofShop(shop).stream()
                .map(
                        stored ->
                                view(
                                        stored,
                                        pulls.get(stored.connection().platform().name()),
                                        language))
                .toList();
    }

    @Needs(Permission.KEYS_MANAGE)
    @Transactional
    @PutMapping("/shops/{shop}/platforms/{platform}")
    @Operation(summary = "Connects a shop to a platform, or changes how")
    PlatformConnectionView putPlatformConnection(
            @PathVariable ShopId shop,
            @PathVariable("platform") String name,
            @RequestBody @Valid NewConnection body,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        shops.require(shop);
        var platform = platform(name);
        var fields = platforms.maker(platform).orElseThrow(PlatformController::unknown).fields();
        var before = store.find(shop, platform).map(PlatformConnectionStore.Stored::connection);
        var connection =
                new Connection(
                        shop,
                        platform,
                        0,
                        Boolean.TRUE.equals(body.paused()),
                        NewSettings.of(
                                fields,
                                body.settings(),
                                before.map(Connection::settings).orElse(Map.of())));
        var now = clock.instant();
        store.put(connection, caller.actor(), now);
        states.startAnew(connection, now);
        facts.append(
                new NewFact(
                        shop,
                        "platforms.connected",
                        "platform:" + platform,
                        caller.actor(),
                        null,
                        Audience.NONE,
                        Map.of("paused", connection.paused())));
        AfterCommit.run(platforms::forget);
        return view(
                store.find(shop, platform).orElseThrow(PlatformController::unknown),
                states.ofShop(shop).get(platform.name()),
                language);
    }

    /** Not in a transaction: nothing is kept waiting for the platform's answer. */
    @Needs(Permission.KEYS_MANAGE)
    @PutMapping("/shops/{shop}/platforms/{platform}/test")
    @Operation(
            summary = "Asks the platform for something harmless, to see whether the keys are good")
    TestView testPlatformConnection(
            @PathVariable ShopId shop,
            @PathVariable("platform") String name,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        var connected =
                platforms.find(shop, platform(name)).orElseThrow(PlatformController::unknown);
        try {
            connected.test();
            return new TestView(true, null, null);
        } catch (PlatformTrouble trouble) {
            return new TestView(
                    false, TroubleText.of(trouble.kind()).in(language), trouble.getMessage());
        }
    }

    private PlatformConnectionView view(
            PlatformConnectionStore.Stored stored,
            PullStates.@Nullable State pull,
            Locale language) {
        var connection = stored.connection();
        var maker = platforms.maker(connection.platform()).orElseThrow(PlatformController::unknown);
        var shown = new TreeMap<>(connection.settings());
        var secrets =
                maker.fields().stream()
                        .filter(Field::secret)
                        .map(Field::name)
                        .filter(name -> shown.remove(name) != null)
                        .sorted()
                        .toList();
        return new PlatformConnectionView(
                connection.platform(),
                connection.platform().label().in(language),
                connection.version(),
                connection.paused(),
                shown,
                secrets,
                maker.hasHook() ? connection.hookPath() : null,
                stored.changedBy(),
                stored.changedAt(),
                pull == null ? null : view(pull, language));
    }

    private static PullView view(PullStates.State pull, Locale language) {
        var kind = pull.troubleKind();
        return new PullView(
                pull.mark(),
                pull.succeededAt(),
                pull.nextAt(),
                pull.failures(),
                kind == null
                        ? null
                        : TroubleText.of(PlatformTrouble.Kind.valueOf(kind)).in(language),
                pull.trouble(),
                pull.seen(),
                pull.backlog(),
                pull.stuckId(),
                pull.stuckTrouble());
    }

    private static Platform platform(String name) {
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.name().equals(name))
                .findFirst()
                .orElseThrow(PlatformController::unknown);
    }

    private static Problem unknown() {
        return Problem.missing("platform");
    }
}
