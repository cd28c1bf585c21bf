package anxin.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.aftersales.Stage;
import anxin.identity.Permission;
import anxin.identity.TestPeople;
import anxin.kernel.ShopId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop that sells on a platform, and what its people see and do about one of its cases. */
public record Selling(
        Stage stage, TestPeople people, JdbcClient db, ShopId shop, Platform platform) {

    /** A shop of its own for one test; what other tests left to be done does not come between. */
    public static Selling on(Platform platform, Stage stage, TestPeople people, JdbcClient db) {
        for (var table : List.of("platforms.pull", "platforms.to_read")) {
            db.sql("update " + table + " set next_at = timestamptz '9999-01-01'").update();
        }
        db.sql(
                        "update aftersales.errand set next_at = timestamptz '9999-01-01' where settled_at is null")
                .update();
        return new Selling(stage, people, db, stage.shop(), platform);
    }

    public void connected(Map<String, String> settings) {
        var answer = connect(settings);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    public Stage.Answer connect(Map<String, String> settings) {
        return stage.act(
                stage.everything(),
                "shops/" + shop + "/platforms/" + platform,
                null,
                Map.of("settings", settings));
    }

    public Stage.Answer connection() {
        var all = stage.look(stage.everything(), "shops/" + shop + "/platforms");
        return new Stage.Answer(all.status(), null, all.body().get(0));
    }

    public UUID id(String external) {
        return db.sql(
                        "select e.case_id from aftersales.external_case e where e.shop_id = :shop and e.external_id = :id")
                .param("shop", shop.value())
                .param("id", external)
                .query(UUID.class)
                .single();
    }

    public Stage.Answer view(String external) {
        return stage.look(stage.agent("L3", shop), "cases/" + id(external));
    }

    public String state(String external) {
        return view(external).text("state");
    }

    public Stage.Answer there(String external) {
        return stage.look(stage.agent("L3", shop), "cases/" + id(external) + "/platform");
    }

    public Stage.Answer act(String external, String what, Map<String, Object> body) {
        var answer =
                stage.act(
                        people.as(
                                people.staff(
                                        "Zhou Ning",
                                        List.of(Permission.values()),
                                        "L3",
                                        List.of(),
                                        shop)),
                        "cases/" + id(external) + "/" + what,
                        view(external).number("version"),
                        body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    public long count(String table) {
        return db.sql("select count(*) from " + table + " t where t.shop_id = :shop")
                .param("shop", shop.value())
                .query(Long.class)
                .single();
    }
}
