package anxin.commerce.imports;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.commerce.Order;
import anxin.commerce.Orders;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.OrderNumber;
import anxin.kernel.ShopId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@AnxinTest
class ImportTest {

    @Autowired MockMvcTester http;
    @Autowired TestPeople people;
    @Autowired Orders orders;
    @Autowired RunImport run;
    @Autowired ImportStore imports;
    @Autowired TransactionTemplate transaction;

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final UUID id = UUID.randomUUID();
    private RequestPostProcessor key;

    @BeforeEach
    void a_shop_with_a_key() {
        key = people.withKey(List.of(Permission.COMMERCE_READ, Permission.COMMERCE_WRITE), shop);
        assertThat(
                        http.put()
                                .uri("/api/v1/shops/" + shop)
                                .with(key)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        """
                                        {"name":{"zh":"港湾茶集","en":"Harbour Tea"},"zone":"Asia/Shanghai","currency":"CNY"}
                                        """))
                .hasStatusOk();
    }

    @Test
    void a_file_is_taken_and_every_bad_line_is_named() {
        var file = new StringBuilder();
        for (int i = 1; i <= 1200; i++) {
            file.append(
                    switch (i) {
                        case 7 -> "this is no JSON\n";
                        case 900 -> order(i).replace("\"qty\":1", "\"qty\":0");
                        default -> order(i);
                    });
        }
        send("orders", "jsonl", file.toString());
        runAll();
        assertThat(view())
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"state":"DONE","processed":1200,"failed":2,"stale":0}
                        """);
        var errors = get("/errors");
        assertThat(errors).hasStatusOk();
        assertThat(errors)
                .bodyText()
                .isEqualTo(
                        "\uFEFFline,pointer,problem\r\n7,\"\",\"is not valid JSON\"\r\n"
                                + "900,\"/lines/0/qty\",\"must be a whole number above 0\"\r\n");
        assertThat(orders.find(shop, new OrderNumber("N-1200"))).isPresent();
        assertThat(orders.find(shop, new OrderNumber("N-900"))).isEmpty();
    }

    @Test
    void an_import_goes_on_exactly_where_it_stopped() {
        var file = new StringBuilder();
        for (int i = 1; i <= 1100; i++) {
            file.append(i == 600 ? "broken\n" : order(i));
        }
        send("orders", "jsonl", file.toString());
        assertThat(run.next(shop, id)).isTrue();
        assertThat(job().processed()).isEqualTo(RunImport.BATCH);
        // Killed in the middle of the second batch: nothing of it is there.
        transaction.executeWithoutResult(
                status -> {
                    run.next(shop, id);
                    status.setRollbackOnly();
                });
        assertThat(job().processed()).isEqualTo(RunImport.BATCH);
        assertThat(orders.find(shop, new OrderNumber("N-501"))).isEmpty();
        runAll();
        assertThat(job().processed()).isEqualTo(1100);
        assertThat(job().failed()).isEqualTo(1);
        assertThat(job().stale()).as("nothing was taken twice").isZero();
        assertThat(get("/errors")).bodyText().contains("\n600,");
    }

    @Test
    void sending_the_same_file_again_starts_no_second_import() {
        send("orders", "jsonl", order(1));
        runAll();
        assertThat(send("orders", "jsonl", order(1)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("DONE");
        assertThat(put("products", "jsonl", "{}")).hasStatus(409);
    }

    @Test
    void a_table_of_orders_has_a_row_for_every_line() {
        send(
                "orders",
                "csv",
                "\uFEFFno,payStatus,fulfil,currency,buyer.name,lines.0.id,lines.0.sku,lines.0.title,"
                        + "lines.0.category,lines.0.qty,lines.0.paidMinor\r\n"
                        + "A-1,PAID,SIGNED,CNY,林晓,1,T1,\"龙井, 特级\n250g\",FOOD,1,16800\r\n"
                        + "A-1,PAID,SIGNED,CNY,林晓,2,T2,茶杯,HOME,2,9900\r\n"
                        + "A-2,PAID,NOWHERE,CNY,,1,T1,龙井,FOOD,1,16800\r\n");
        runAll();
        var order = orders.find(shop, new OrderNumber("A-1")).orElseThrow();
        assertThat(order.order().lines())
                .extracting(Order.Line::sku, Order.Line::qty, Order.Line::paidMinor)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("T1", 1, 16800L),
                        org.assertj.core.groups.Tuple.tuple("T2", 2, 9900L));
        assertThat(order.order().lines().getFirst().title()).isEqualTo("龙井, 特级\n250g");
        assertThat(order.contact().name()).isEqualTo("林晓");
        assertThat(job().failed()).isEqualTo(1);
        assertThat(get("/errors")).bodyText().contains("\n5,\"/fulfil\"");
    }

    @Test
    void an_unknown_kind_is_told_what_there_is() {
        assertThat(put("dreams", "jsonl", "{}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("fields[0].expected")
                .isEqualTo("must be one of orders, products, stores, stock, parcels");
    }

    private MvcTestResult send(String kind, String format, String file) {
        var answer = put(kind, format, file);
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private MvcTestResult put(String kind, String format, String file) {
        return http.put()
                .uri(at() + "?kind=" + kind + "&format=" + format)
                .with(key)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(file.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private MvcTestResult view() {
        return get("");
    }

    private MvcTestResult get(String part) {
        return http.get().uri(at() + part).with(key).header("Accept-Language", "en").exchange();
    }

    private String at() {
        return "/api/v1/shops/" + shop + "/imports/" + id;
    }

    private ImportJob job() {
        return imports.find(shop, id).orElseThrow();
    }

    private void runAll() {
        var more = true;
        while (more) {
            more = run.next(shop, id);
        }
    }

    private static String order(int n) {
        return """
               {"no":"N-%d","sourceVersion":1,"payStatus":"PAID","fulfil":"SIGNED","currency":"CNY","lines":[{"id":"1","sku":"T","category":"FOOD","qty":1,"paidMinor":100}]}
               """
                .formatted(n);
    }
}
