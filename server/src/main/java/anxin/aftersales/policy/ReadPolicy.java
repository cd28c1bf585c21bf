package anxin.aftersales.policy;

import anxin.aftersales.policy.Policy.DamagePct;
import anxin.aftersales.policy.Policy.PromoBreak;
import anxin.aftersales.policy.Policy.Tier;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A policy's document: what it names replaces the base, the rest stays. */
final class ReadPolicy {

    private static final int MOST_DAYS = 3_650;
    private static final double MOST_HOURS = 24 * 366.0;

    private static final Set<String> KNOWN =
            Set.of(
                    "version",
                    "tz",
                    "noReasonDays",
                    "freshAutoHours",
                    "damageAutoHours",
                    "missingDays",
                    "lostNoTraceHours",
                    "evidenceHours",
                    "evidenceHoursFresh",
                    "evidenceHoursVirtual",
                    "choiceHours",
                    "buyerReturnHours",
                    "euReturnHours",
                    "storeConfirmHours",
                    "storeHoldHours",
                    "stockFreshMinutes",
                    "reviewHours",
                    "reviewHoursUrgent",
                    "refundingHours",
                    "expertHandoverMinutes",
                    "expertHours",
                    "complaintHours",
                    "majorComplaintHours",
                    "appealHours",
                    "messageReplyMinutes",
                    "limUnshipped",
                    "limReturn",
                    "limRefundOnly",
                    "limComp",
                    "limInstant",
                    "tiers",
                    "riskReview",
                    "riskNoInstant",
                    "refundOnly30d",
                    "qualityRefundDays",
                    "qualityExchangeDays",
                    "warrantyDays",
                    "repairOverdueDays",
                    "failedRepairs",
                    "graceHours",
                    "priceProtectDays",
                    "routeMaxDays",
                    "cbecFileDays",
                    "cbecArriveDays",
                    "damagePct",
                    "promoBreak",
                    "holidayExtension",
                    "expiredVoucherRefund");

    private final Reading document;

    private ReadPolicy(Reading document) {
        this.document = document;
    }

    static Policy read(Reading document, Policy base) {
        if (!document.isThere()) {
            return base;
        }
        return new ReadPolicy(document).over(base);
    }

    /** Days that are not worked, and weekends that are. */
    static Calendar calendar(Reading document) {
        return document.isThere()
                ? new Calendar(document.days("holidays"), document.days("makeUpDays"))
                : Calendar.WEEKENDS;
    }

    private Policy over(Policy base) {
        var unknown = new TreeSet<>(document.names());
        unknown.removeAll(KNOWN);
        unknown.removeAll(ReadShopRules.NAMES);
        for (var name : unknown) {
            document.wrong(name, "不是政策中的常数", "is not a constant of a policy");
        }
        var read =
                new Policy(
                        count("version", 1, Integer.MAX_VALUE, base.version()),
                        zone(base.tz()),
                        days("noReasonDays", base.noReasonDays()),
                        hours("freshAutoHours", base.freshAutoHours()),
                        hours("damageAutoHours", base.damageAutoHours()),
                        days("missingDays", base.missingDays()),
                        hours("lostNoTraceHours", base.lostNoTraceHours()),
                        hours("evidenceHours", base.evidenceHours()),
                        hours("evidenceHoursFresh", base.evidenceHoursFresh()),
                        hours("evidenceHoursVirtual", base.evidenceHoursVirtual()),
                        hours("choiceHours", base.choiceHours()),
                        hours("buyerReturnHours", base.buyerReturnHours()),
                        hours("euReturnHours", base.euReturnHours()),
                        hours("storeConfirmHours", base.storeConfirmHours()),
                        hours("storeHoldHours", base.storeHoldHours()),
                        hours("stockFreshMinutes", base.stockFreshMinutes()),
                        hours("reviewHours", base.reviewHours()),
                        hours("reviewHoursUrgent", base.reviewHoursUrgent()),
                        hours("refundingHours", base.refundingHours()),
                        count("expertHandoverMinutes", 0, 10_000, base.expertHandoverMinutes()),
                        hours("expertHours", base.expertHours()),
                        hours("complaintHours", base.complaintHours()),
                        hours("majorComplaintHours", base.majorComplaintHours()),
                        hours("appealHours", base.appealHours()),
                        hours("messageReplyMinutes", base.messageReplyMinutes()),
                        minor("limUnshipped", base.limUnshipped()),
                        minor("limReturn", base.limReturn()),
                        minor("limRefundOnly", base.limRefundOnly()),
                        minor("limComp", base.limComp()),
                        minor("limInstant", base.limInstant()),
                        tiers(base.tiers()),
                        count("riskReview", 0, 101, base.riskReview()),
                        count("riskNoInstant", 0, 101, base.riskNoInstant()),
                        count("refundOnly30d", 0, 10_000, base.refundOnly30d()),
                        days("qualityRefundDays", base.qualityRefundDays()),
                        days("qualityExchangeDays", base.qualityExchangeDays()),
                        days("warrantyDays", base.warrantyDays()),
                        days("repairOverdueDays", base.repairOverdueDays()),
                        count("failedRepairs", 1, 100, base.failedRepairs()),
                        hours("graceHours", base.graceHours()),
                        days("priceProtectDays", base.priceProtectDays()),
                        days("routeMaxDays", base.routeMaxDays()),
                        days("cbecFileDays", base.cbecFileDays()),
                        days("cbecArriveDays", base.cbecArriveDays()),
                        damagePct(base.damagePct()),
                        promoBreak(base.promoBreak()),
                        yesOrNo("holidayExtension", base.holidayExtension()),
                        yesOrNo("expiredVoucherRefund", base.expiredVoucherRefund()),
                        ReadShopRules.read(document, base.own()));
        if (read.qualityExchangeDays() < read.qualityRefundDays()) {
            document.wrong(
                    "qualityExchangeDays",
                    "不得短于 qualityRefundDays",
                    "must not be less than qualityRefundDays");
        }
        return read;
    }

    private int count(String name, int least, int most, int otherwise) {
        var count = document.count(name, least, most);
        return count == null ? otherwise : count;
    }

    private int days(String name, int otherwise) {
        return count(name, 0, MOST_DAYS, otherwise);
    }

    private double hours(String name, double otherwise) {
        var hours = document.number(name, 0, MOST_HOURS);
        return hours == null ? otherwise : hours;
    }

    private long minor(String name, long otherwise) {
        var minor = document.minor(name);
        return minor == null ? otherwise : minor;
    }

    private boolean yesOrNo(String name, boolean otherwise) {
        var so = document.yesOrNo(name);
        return so == null ? otherwise : so;
    }

    private ZoneId zone(ZoneId otherwise) {
        var name = document.text("tz");
        if (name == null) {
            return otherwise;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            document.wrong(
                    "tz", "应为时区名，如 Asia/Shanghai", "must be the name of a zone like Asia/Shanghai");
            return otherwise;
        }
    }

    private PromoBreak promoBreak(PromoBreak otherwise) {
        var promoBreak = document.oneOf("promoBreak", PromoBreak.class);
        return promoBreak == null ? otherwise : promoBreak;
    }

    private DamagePct damagePct(DamagePct otherwise) {
        var pct = document.object("damagePct");
        if (!pct.isThere()) {
            return otherwise;
        }
        var minor = pct.count("MINOR", 0, 100);
        var moderate = pct.count("MODERATE", 0, 100);
        var severe = pct.count("SEVERE", 0, 100);
        return new DamagePct(
                minor == null ? otherwise.minor() : minor,
                moderate == null ? otherwise.moderate() : moderate,
                severe == null ? otherwise.severe() : severe);
    }

    /** As {@code [["L1", 50000], …, ["L5", null]]}, amounts rising, the last one without limit. */
    private List<Tier> tiers(List<Tier> otherwise) {
        var list = document.field("tiers");
        if (list == null) {
            return otherwise;
        }
        var tiers = new ArrayList<Tier>();
        long before = -1;
        boolean good = list.isArray() && !list.isEmpty();
        for (int i = 0; good && i < list.size(); i++) {
            var pair = list.get(i);
            good = pair.isArray() && pair.size() == 2 && pair.get(0).isString();
            if (good && i == list.size() - 1) {
                good = pair.get(1).isNull();
                tiers.add(new Tier(pair.get(0).stringValue(), null));
            } else if (good) {
                good = rises(pair.get(1), before);
                before = good ? pair.get(1).longValue() : before;
                tiers.add(new Tier(pair.get(0).stringValue(), before));
            }
        }
        if (!good) {
            document.wrong(
                    "tiers",
                    "应为 [[\"L1\", 50000], …, [\"L5\", null]]，金额递增，最后一级不限额",
                    "must be [[\"L1\", 50000], …, [\"L5\", null]] with rising amounts and no limit for"
                            + " the last");
            return otherwise;
        }
        return tiers;
    }

    private static boolean rises(JsonNode limit, long before) {
        return limit.isIntegralNumber() && limit.canConvertToLong() && limit.longValue() > before;
    }
}
