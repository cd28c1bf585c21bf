package anxin.platforms.mapping;

import static anxin.platforms.Platform.*;
import static anxin.platforms.Standing.*;
import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.cases.CaseState;
import anxin.platforms.ExternalCase.Kind;
import anxin.platforms.Platform;
import anxin.platforms.Standing;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of the specification's two tables, walked one by one; and what is in none of them. */
class MappingsTest {

    /** A cell of the tables: our state, the platform, and its codes as “field=code”. */
    private static Arguments cell(Standing ours, Platform platform, String... codes) {
        return Arguments.of(ours, platform, codes);
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                cell(SUBMITTED, TAOBAO, "status=WAIT_SELLER_AGREE"),
                cell(NEED_EVIDENCE, TAOBAO, "status=WAIT_SELLER_AGREE"),
                cell(IN_REVIEW, TAOBAO, "status=WAIT_SELLER_AGREE"),
                cell(REFUSED, TAOBAO, "status=SELLER_REFUSE_BUYER"),
                cell(WAIT_BUYER_RETURN, TAOBAO, "status=WAIT_BUYER_RETURN_GOODS"),
                cell(RETURN_IN_TRANSIT, TAOBAO, "status=WAIT_SELLER_CONFIRM_GOODS"),
                cell(INSPECTING, TAOBAO, "status=WAIT_SELLER_CONFIRM_GOODS"),
                cell(INSPECTION_DISPUTE, TAOBAO, "status=SELLER_REFUSE_BUYER"),
                cell(REFUNDING, TAOBAO, "status=WAIT_SELLER_CONFIRM_GOODS"),
                cell(PLATFORM_DISPUTE, TAOBAO, "status=WAIT_SELLER_AGREE cs_status=2"),
                cell(PLATFORM_DISPUTE, TAOBAO, "status=SELLER_REFUSE_BUYER cs_status=3"),
                cell(PLATFORM_DISPUTE, TAOBAO, "status=WAIT_BUYER_RETURN_GOODS cs_status=4"),
                cell(PLATFORM_DISPUTE, TAOBAO, "status=WAIT_SELLER_CONFIRM_GOODS cs_status=5"),
                cell(IN_REVIEW, TAOBAO, "status=WAIT_SELLER_AGREE cs_status=1"),
                cell(IN_REVIEW, TAOBAO, "status=WAIT_SELLER_AGREE cs_status=6"),
                cell(COMPLETED, TAOBAO, "status=SUCCESS"),
                cell(COMPLETED, TAOBAO, "status=SUCCESS cs_status=3"),
                cell(CLOSED, TAOBAO, "status=CLOSED"),
                cell(SUBMITTED, DOUDIAN, "status=0", "status=6"),
                cell(NEED_EVIDENCE, DOUDIAN, "status=6", "status=6 arbitrate_status=4"),
                cell(IN_REVIEW, DOUDIAN, "status=6"),
                cell(AWAITING_CHOICE, DOUDIAN, "status=6 arbitrate_status=5"),
                cell(REFUSED, DOUDIAN, "status=27"),
                cell(WAIT_BUYER_RETURN, DOUDIAN, "status=7"),
                cell(WAIT_STORE_CONFIRM, DOUDIAN, "status=6 store=yes"),
                cell(RETURN_IN_TRANSIT, DOUDIAN, "status=11"),
                cell(INSPECTING, DOUDIAN, "status=11"),
                cell(INSPECTION_DISPUTE, DOUDIAN, "status=29"),
                cell(REFUNDING, DOUDIAN, "status=12 refund_status=1", "status=12 refund_status=2"),
                cell(REFUND_FAILED, DOUDIAN, "status=12 refund_status=4"),
                cell(REPLACEMENT_PREPARING, DOUDIAN, "status=8"),
                cell(REPLACEMENT_SHIPPED, DOUDIAN, "status=13", "status=3"),
                cell(REPAIRING, DOUDIAN, "status=8 type=8", "status=11 type=8"),
                cell(
                        PLATFORM_DISPUTE,
                        DOUDIAN,
                        "status=27 arbitrate_status=1",
                        "status=6 arbitrate_status=4",
                        "status=11 arbitrate_status=5"),
                cell(
                        COMPLETED,
                        DOUDIAN,
                        "status=12",
                        "status=14",
                        "status=51",
                        "status=53",
                        "status=12 refund_status=3"),
                cell(CLOSED, DOUDIAN, "status=28"),
                cell(SUBMITTED, JD, "status=10"),
                cell(NEED_EVIDENCE, JD, "status=10", "status=21"),
                cell(IN_REVIEW, JD, "status=21", "status=22"),
                cell(REFUSED, JD, "status=20"),
                cell(WAIT_BUYER_RETURN, JD, "status=21 approved=yes", "status=22 approved=yes"),
                cell(RETURN_IN_TRANSIT, JD, "status=31", "status=32"),
                cell(INSPECTING, JD, "status=31", "status=32", "status=33", "status=34"),
                cell(INSPECTION_DISPUTE, JD, "status=33", "status=34"),
                cell(REFUNDING, JD, "status=33", "status=34"),
                cell(REPLACEMENT_PREPARING, JD, "status=33", "status=34"),
                cell(REPLACEMENT_SHIPPED, JD, "status=40"),
                cell(REPAIRING, JD, "status=33 type=30", "status=34 type=30"),
                cell(PLATFORM_DISPUTE, JD, "status=21"),
                cell(COMPLETED, JD, "status=50"),
                cell(CLOSED, JD, "status=60"),
                cell(IN_REVIEW, KUAISHOU, "status=10", "status=11"),
                cell(
                        AWAITING_CHOICE,
                        KUAISHOU,
                        "status=10 negotiate_status=1",
                        "status=10 negotiate_status=2",
                        "status=10 negotiate_status=3"),
                cell(REFUSED, KUAISHOU, "status=12"),
                cell(WAIT_BUYER_RETURN, KUAISHOU, "status=30"),
                cell(RETURN_IN_TRANSIT, KUAISHOU, "status=40"),
                cell(INSPECTING, KUAISHOU, "status=40"),
                cell(INSPECTION_DISPUTE, KUAISHOU, "status=12"),
                cell(REFUNDING, KUAISHOU, "status=50"),
                cell(REPLACEMENT_PREPARING, KUAISHOU, "status=45"),
                cell(REPLACEMENT_SHIPPED, KUAISHOU, "status=45"),
                cell(PLATFORM_DISPUTE, KUAISHOU, "status=20", "status=21", "status=22"),
                cell(COMPLETED, KUAISHOU, "status=60"),
                cell(CLOSED, KUAISHOU, "status=70"),
                cell(IN_REVIEW, PDD, "status=2", "status=3", "status=14", "status=21", "status=33"),
                cell(AWAITING_CHOICE, PDD, "status=15"),
                cell(REFUSED, PDD, "status=6"),
                cell(WAIT_BUYER_RETURN, PDD, "status=7", "status=22", "status=31"),
                cell(RETURN_IN_TRANSIT, PDD, "status=14"),
                cell(INSPECTING, PDD, "status=14"),
                cell(INSPECTION_DISPUTE, PDD, "status=6"),
                cell(REFUNDING, PDD, "status=4", "status=5"),
                cell(REPLACEMENT_PREPARING, PDD, "status=18", "status=27", "status=32"),
                cell(REPLACEMENT_SHIPPED, PDD, "status=18", "status=27", "status=32"),
                cell(PLATFORM_DISPUTE, PDD, "status=8"),
                cell(COMPLETED, PDD, "status=10", "status=16", "status=25"),
                cell(
                        CLOSED,
                        PDD,
                        "status=9",
                        "status=11",
                        "status=12",
                        "status=13",
                        "status=17",
                        "status=24"),
                cell(IN_REVIEW, WECHAT_CHANNELS, "status=MERCHANT_PROCESSING"),
                cell(
                        AWAITING_CHOICE,
                        WECHAT_CHANNELS,
                        "status=USER_WAIT_CONFIRM_UPDATE",
                        "status=USER_WAIT_HANDLE_MERCHANT_AFTER_SALE"),
                cell(
                        REFUSED,
                        WECHAT_CHANNELS,
                        "status=MERCHANT_REJECT_REFUND",
                        "status=MERCHANT_REJECT_RETURN"),
                cell(WAIT_BUYER_RETURN, WECHAT_CHANNELS, "status=USER_WAIT_RETURN"),
                cell(RETURN_IN_TRANSIT, WECHAT_CHANNELS, "status=MERCHANT_WAIT_RECEIPT"),
                cell(INSPECTING, WECHAT_CHANNELS, "status=MERCHANT_WAIT_RECEIPT"),
                cell(INSPECTION_DISPUTE, WECHAT_CHANNELS, "status=MERCHANT_REJECT_RETURN"),
                cell(REFUNDING, WECHAT_CHANNELS, "status=PLATFORM_REFUNDING"),
                cell(
                        REFUND_FAILED,
                        WECHAT_CHANNELS,
                        "status=PLATFORM_REFUND_FAIL",
                        "status=MERCHANT_OVERDUE_REFUND",
                        "status=MERCHANT_REFUND_RETRY_FAIL"),
                cell(REPLACEMENT_SHIPPED, WECHAT_CHANNELS, "status=USER_WAIT_CONFIRM"),
                cell(
                        COMPLETED,
                        WECHAT_CHANNELS,
                        "status=MERCHANT_REFUND_SUCCESS",
                        "status=MERCHANT_RETURN_SUCCESS"),
                cell(
                        CLOSED,
                        WECHAT_CHANNELS,
                        "status=USER_CANCELD",
                        "status=RETURN_CLOSED",
                        "status=MERCHANT_FAIL"),
                cell(SUBMITTED, SHOPIFY, "status=REQUESTED"),
                cell(NEED_EVIDENCE, SHOPIFY, "status=REQUESTED"),
                cell(IN_REVIEW, SHOPIFY, "status=REQUESTED"),
                cell(REFUSED, SHOPIFY, "status=DECLINED"),
                cell(WAIT_BUYER_RETURN, SHOPIFY, "status=OPEN"),
                cell(WAIT_STORE_CONFIRM, SHOPIFY, "status=OPEN"),
                cell(RETURN_IN_TRANSIT, SHOPIFY, "status=OPEN reverse_delivery=yes"),
                cell(
                        INSPECTING,
                        SHOPIFY,
                        "status=OPEN disposition=PROCESSING_REQUIRED",
                        "status=OPEN order_return_status=INSPECTION_COMPLETE"),
                cell(
                        INSPECTION_DISPUTE,
                        SHOPIFY,
                        "status=OPEN disposition=NOT_RESTOCKED",
                        "status=OPEN disposition=MISSING"),
                cell(REFUNDING, SHOPIFY, "status=OPEN refund=OPEN"),
                cell(REPLACEMENT_PREPARING, SHOPIFY, "status=OPEN exchange=OPEN"),
                cell(REPLACEMENT_SHIPPED, SHOPIFY, "status=OPEN exchange=SHIPPED"),
                cell(
                        COMPLETED,
                        SHOPIFY,
                        "status=CLOSED",
                        "status=OPEN order_return_status=RETURNED"),
                cell(CLOSED, SHOPIFY, "status=CANCELED", "order_return_status=RETURN_FAILED"));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("cells")
    void every_code_of_the_tables_says_what_the_tables_say(
            Standing ours, Platform platform, String[] codes) {
        for (var code : codes) {
            var status = Mappings.states(platform).read(fields(code));
            assertThat(status.isKnown()).as(code).isTrue();
            assertThat(
                            EnumSet.of(status.standing()).contains(ours)
                                    || status.alike().contains(ours))
                    .as("%s says %s, or %s", code, status.standing(), status.alike())
                    .isTrue();
        }
        assertThat(Mappings.states(platform).codes(ours)).as("the other way").isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_code_that_nobody_knows_is_for_a_person_and_is_no_end(Platform platform) {
        for (var code :
                new String[] {"status=999", "status=FINISHED", "status=12 refund_status=77"}) {
            var status = Mappings.states(platform).read(fields(code));
            assertThat(status.standing()).isEqualTo(IN_REVIEW);
            assertThat(status.isKnown()).isFalse();
            assertThat(status.unknown()).isNotEmpty();
        }
        assertThat(Mappings.states(platform).read(Map.of()).isKnown()).isFalse();
        assertThat(Mappings.kind(platform, "no-such-type")).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void known_codes_that_contradict_each_other_are_for_a_person_too() {
        var failedAndPaid = Mappings.states(DOUDIAN).read(fields("status=28 refund_status=3"));
        assertThat(failedAndPaid.standing()).isEqualTo(IN_REVIEW);
        assertThat(failedAndPaid.isKnown()).isFalse();
    }

    @Test
    void doudian_calls_255_cancelled_in_one_place_and_over_in_another_and_both_mean_no_dispute() {
        var status = Mappings.states(DOUDIAN).read(fields("status=7 arbitrate_status=255"));
        assertThat(status.standing()).isEqualTo(WAIT_BUYER_RETURN);
    }

    @Test
    void money_that_is_back_before_the_goods_does_not_end_a_return() {
        var flash = Mappings.states(DOUDIAN).read(fields("status=11 refund_status=3"));
        assertThat(flash.standing()).isEqualTo(RETURN_IN_TRANSIT);
    }

    @Test
    void a_repair_that_became_an_exchange_is_not_with_the_workshop() {
        assertThat(
                        Mappings.states(DOUDIAN)
                                .read(fields("status=8 type=8 sub_type=8001"))
                                .standing())
                .isEqualTo(REPLACEMENT_PREPARING);
    }

    @Test
    void pdd_14_waits_for_the_shop_and_was_not_refused() {
        var status = Mappings.states(PDD).read(fields("status=14"));
        assertThat(status.standing()).isEqualTo(IN_REVIEW);
        assertThat(status.alike()).doesNotContain(REFUSED);
    }

    @Test
    void every_type_code_has_its_remedy() {
        kinds(
                DOUDIAN,
                "0 RETURN_REFUND, 1 REFUND_ONLY, 2 REFUND_ONLY, 3 EXCHANGE, 4 REFUND_ONLY, "
                        + "5 REFUND_ONLY, 6 PRICE_PROTECT, 7 RESEND, 8 REPAIR");
        kinds(PDD, "2 REFUND_ONLY, 3 RETURN_REFUND, 4 EXCHANGE, 5 RESEND, 6 REPAIR, 9 INTERCEPT");
        kinds(JD, "10 RETURN_REFUND, 20 EXCHANGE, 30 REPAIR");
        kinds(KUAISHOU, "1 RETURN_REFUND, 10 REFUND_ONLY, 3 EXCHANGE, 4 RESEND, 5 REPAIR");
        kinds(WECHAT_CHANNELS, "REFUND REFUND_ONLY, RETURN RETURN_REFUND, EXCHANGE EXCHANGE");
    }

    private static void kinds(Platform platform, String pairs) {
        var expected = new HashMap<String, Kind>();
        for (var pair : pairs.split(", ")) {
            expected.put(pair.split(" ")[0], Kind.valueOf(pair.split(" ")[1]));
        }
        assertThat(Mappings.kinds(platform)).isEqualTo(expected);
    }

    @Test
    void the_words_are_those_of_after_sales() {
        assertThat(Arrays.stream(Standing.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(CaseState.values()).map(Enum::name).toList());
        assertThat(Arrays.stream(Standing.values()).filter(Standing::isFinal).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(CaseState.values())
                                .filter(CaseState::isFinal)
                                .map(Enum::name)
                                .toList());
    }

    private static Map<String, String> fields(String codes) {
        var fields = new HashMap<String, String>();
        for (var one : codes.split(" ")) {
            fields.put(one.split("=")[0], one.split("=")[1]);
        }
        return fields;
    }
}
