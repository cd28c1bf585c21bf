package anxin.aftersales.review;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.aftersales.Stage;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseState;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnxinTest
class CaseSearchTest {

    private static final int MANY = 9_000;

    /** One in nine waits for us, one in nine for the customer, the others have ended. */
    private static final Set<CaseState> OPEN =
            EnumSet.of(CaseState.IN_REVIEW, CaseState.WAIT_BUYER_RETURN);

    @Autowired Stage stage;
    @Autowired CaseSearch search;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    private interface Pages {
        Page<CaseRow> after(@Nullable String after);
    }

    @Test
    void many_cases_are_searched_as_if_each_had_been_looked_at() {
        var shop = crowd();
        for (var text : List.of("衬衫", "羊绒", "羊绒大衣", "linen", "林", "林晓", "没有的", "亚麻 衬衫", "？")) {
            assertThat(
                            all(
                                    after ->
                                            search.page(
                                                    CaseOrder.NEWEST,
                                                    in(shop, CaseState.values()),
                                                    text,
                                                    after,
                                                    100)))
                    .as("%s, newest", text)
                    .isEqualTo(expected(shop, text, "true", "submitted_at desc, id desc"));
            assertThat(
                            all(
                                    after ->
                                            search.page(
                                                    CaseOrder.DEADLINE,
                                                    in(shop, OPEN.toArray(CaseState[]::new)),
                                                    text,
                                                    after,
                                                    100)))
                    .as("%s, by deadline", text)
                    .isEqualTo(expected(shop, text, "final_at is null", "deadline_at, id"));
        }
    }

    @Test
    void a_case_that_ended_is_no_longer_among_the_open_ones() {
        var shop = stage.shop();
        insert(shop, 5, "羊绒大衣");
        var open = in(shop, CaseState.IN_REVIEW);
        assertThat(search.page(CaseOrder.DEADLINE, open, "羊绒", null, 10).items()).isNotEmpty();
        db.sql(
                        "update aftersales.after_sale_case set final_at = now(), deadline_at = null, state = 'COMPLETED' where shop_id = :shop")
                .param("shop", shop.value())
                .update();
        assertThat(search.page(CaseOrder.DEADLINE, open, "羊绒", null, 10).items()).isEmpty();
        assertThat(
                        search.page(CaseOrder.NEWEST, in(shop, CaseState.values()), "羊绒", null, 10)
                                .items())
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ＵＳＢ充电器", "usb", "充电", "电器", "XM5", "マグカップ", "머그컵"})
    void wide_and_narrow_large_and_small_letters_are_the_same(String text) {
        var shop = stage.shop();
        insert(shop, 1, "USB充电器 WH-xm5 マグカップ 머그컵");
        assertThat(
                        search.page(CaseOrder.NEWEST, in(shop, CaseState.values()), text, null, 10)
                                .items())
                .hasSize(1);
    }

    private static QueueQuery.Filter in(ShopId shop, CaseState... states) {
        return new QueueQuery.Filter(List.of(shop), List.of(states), null, null, null, null);
    }

    private static List<UUID> all(Pages pages) {
        var found = new ArrayList<UUID>();
        String after = null;
        do {
            var page = pages.after(after);
            page.items().forEach(row -> found.add(row.id()));
            after = page.next();
        } while (after != null);
        return found;
    }

    /** By looking at every case. */
    private List<@Nullable UUID> expected(ShopId shop, String text, String which, String order) {
        return db.sql(
                        """
                select c.id from aftersales.after_sale_case c
                 where c.shop_id = :shop and %s
                   and (:text ~ '[[:alnum:]]' and (select bool_and(strpos(c.title || ' ' || c.customer_name, p.part) > 0)
                                                    from regexp_split_to_table(:text, ' ') as p (part))
                        and (length(:text) > 1 or left(c.customer_name, 1) = :text))
                 order by %s
                """
                                .formatted(which, order))
                .param("shop", shop.value())
                .param("text", text)
                .query(UUID.class)
                .list();
    }

    private ShopId crowd() {
        var shop = stage.shop();
        insert(shop, MANY, "亚麻衬衫 linen");
        return shop;
    }

    private void insert(ShopId shop, int many, String title) {
        db.sql(
                        """
                insert into aftersales.after_sale_case (shop_id, id, order_no, customer_id, customer_name, channel, title, type, reason, lang,
                    state, policy_version, rule_id, priority, risk_score, currency, fx_to_cny, refundable_minor, approved_minor, freight_payer,
                    tier_required, flags, submitted_at, changed_at, deadline_at, deadline_kind, final_at, result)
                select :shop, gen_random_uuid(), 'S' || n, 'c' || n, case when n % 700 = 0 then '林晓' else '周宁' end, 'APP',
                       case when n % 1000 = 7 then '羊绒大衣' else :title end, 'RETURN_REFUND', 'NO_REASON', 'zh', s.state, 1,
                       'GOODWILL', 3, 10, 'CNY', 1, 12900, 12900, 'BUYER', 'L1', '{}', :now - n * interval '1 hour', :now,
                       case when s.state = 'COMPLETED' then null else :now + (n % 500) * interval '1 minute' end,
                       case when s.state = 'COMPLETED' then null else 'RESPONSE' end,
                       case when s.state = 'COMPLETED' then :now end, case when s.state = 'COMPLETED' then 'COMPLETED' end
                  from generate_series(1, :many) as n
                 cross join lateral (select case when :many < 100 or n % 9 = 0 then 'IN_REVIEW' when n % 9 = 1 then 'WAIT_BUYER_RETURN'
                                                 else 'COMPLETED' end as state) s
                """)
                .param("shop", shop.value())
                .param("many", many)
                .param("title", title)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        db.sql(
                        """
                insert into aftersales.case_count (shop_id, state, slot, n)
                select c.shop_id, c.state, 0, count(*) from aftersales.after_sale_case c where c.shop_id = :shop group by c.shop_id, c.state
                """)
                .param("shop", shop.value())
                .update();
    }
}
