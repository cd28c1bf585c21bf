package anxin.bot.judge;

import anxin.bot.dialogue.Why;
import anxin.commerce.Shops;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well a shop's bot does, by the day on which its dialogues began. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/bot-measures")
class BotMeasureController {

    private static final int MOST_DAYS = 92;

    /** Who comes back within so long was not helped. */
    private static final Duration REPEAT = Duration.ofDays(3);

    /**
     * @param resolved no person was needed and nobody came back within three days
     * @param settling no person was needed so far, and the three days are not over
     * @param repeated they came back
     * @param wrong somebody said that an answer was wrong
     * @param looped it would have gone in a circle, and people took over
     */
    record BotDay(
            LocalDate day,
            long dialogues,
            long resolved,
            long settling,
            long repeated,
            long handedOver,
            long wrong,
            long looped,
            long turns) {}

    record BotReason(String code, String reason, long dialogues) {}

    record BotMeasures(List<BotDay> days, List<BotReason> reasons) {}

    private record ByReason(String code, long dialogues) {}

    private final JdbcClient db;
    private final Shops shops;
    private final Clock clock;

    BotMeasureController(JdbcClient db, Shops shops, Clock clock) {
        this.db = db;
        this.shops = shops;
        this.clock = clock;
    }

    @GetMapping
    @Needs(Permission.INSIGHT_READ)
    @Operation(
            summary = "Resolved, handed over and why, wrong and looped, by day, the newest first")
    BotMeasures readBotMeasures(
            @PathVariable ShopId shop,
            @RequestParam(defaultValue = "14") int days,
            Caller.Permitted caller,
            Locale language) {
        caller.requireIn(shop);
        var zone = shops.require(shop).zone();
        var now = clock.instant();
        var since =
                LocalDate.ofInstant(now, zone)
                        .minusDays(Math.clamp(days, 1, MOST_DAYS) - 1L)
                        .atStartOfDay(zone)
                        .toInstant();
        var found =
                db.sql(
                                """
                select (d.began_at at time zone :zone)::date as day, count(*) as dialogues,
                       count(*) filter (where d.handed_at is null and not r.again and d.last_at < :settled) as resolved,
                       count(*) filter (where d.handed_at is null and not r.again and d.last_at >= :settled) as settling,
                       count(*) filter (where d.handed_at is null and r.again) as repeated,
                       count(d.handed_at) as handed_over, count(d.wrong_at) as wrong,
                       count(*) filter (where d.looped) as looped, sum(d.turns) as turns
                  from bot.dialogue d
                 cross join lateral (
                       select exists (select 1 from bot.dialogue n
                                       where n.shop_id = d.shop_id and n.profile_id = d.profile_id
                                         and n.began_at > d.began_at and n.began_at < d.last_at + :repeat::interval) as again) r
                 where d.shop_id = :shop and d.began_at >= :since
                 group by 1
                 order by 1 desc
                """)
                        .param("zone", zone.getId())
                        .param("settled", now.minus(REPEAT).atOffset(ZoneOffset.UTC))
                        .param("repeat", REPEAT.toHours() + " hours")
                        .param("shop", shop.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .query(Rows.of(BotDay.class))
                        .list();
        var reasons =
                db
                        .sql(
                                """
                select d.handed_why as code, count(*) as dialogues
                  from bot.dialogue d
                 where d.shop_id = :shop and d.began_at >= :since and d.handed_why is not null
                 group by 1
                 order by 2 desc, 1
                """)
                        .param("shop", shop.value())
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .query(Rows.of(ByReason.class))
                        .list()
                        .stream()
                        .map(
                                one ->
                                        new BotReason(
                                                one.code(),
                                                Why.valueOf(one.code()).text().in(language),
                                                one.dialogues()))
                        .toList();
        return new BotMeasures(found, reasons);
    }
}
