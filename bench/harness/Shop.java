package harness;

import java.io.IOException;
import java.sql.SQLException;

/** A shop whose customers bought a shirt each, again and again, delivered yesterday. */
public final class Shop {

    public static final String ID = "harbour-tea";

    private Shop() {}

    /** Order {@code B<n>} belongs to customer {@code c<n modulo customers>}. */
    public static void fill(House house, int orders, int customers) throws SQLException, IOException {
        house.sql(
                """
                insert into commerce.shop (id, name_zh, name_en, zone, currency, source_version, fingerprint, changed_at)
                values ('%s', '港湾茶集', 'Harbour Tea', 'Asia/Shanghai', 'CNY', 1, 'bench', now()) on conflict do nothing
                """.formatted(ID),
                """
                insert into commerce.shop_order (shop_id, number, customer_id, paid_at, listed_at, fulfil, pay_status, currency,
                                                 paid_minor, title, document, source_version, fingerprint, changed_at)
                select '%1$s', 'B' || n, 'c' || n %% %3$d, now() - interval '4 days', now() - interval '4 days', 'SIGNED', 'PAID',
                       'CNY', 12900, '亚麻衬衫',
                       jsonb_build_object('no', 'B' || n, 'channel', 'APP', 'payStatus', 'PAID',
                           'paidAt', to_char(now() at time zone 'UTC' - interval '4 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                           'fulfil', 'SIGNED', 'signedAt', to_char(now() at time zone 'UTC' - interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                           'signedBy', 'SELF', 'currency', 'CNY', 'fxToCny', 1,
                           'customer', jsonb_build_object('id', 'c' || n %% %3$d, 'tier', 'NORMAL', 'riskScore', 10, 'refundOnly30d', 0),
                           'lines', jsonb_build_array(jsonb_build_object('id', 'L1', 'sku', 'SKU1', 'title', '亚麻衬衫',
                               'category', 'APPAREL', 'qty', 1, 'paidMinor', 12900, 'unitListMinor', 15900)),
                           'tenders', jsonb_build_array(jsonb_build_object('kind', 'ALIPAY', 'minor', 12900))),
                       1, 'bench', now()
                  from generate_series(0, %2$d - 1) as n
                """.formatted(ID, orders, customers),
                "analyze commerce.shop_order");
    }
}
