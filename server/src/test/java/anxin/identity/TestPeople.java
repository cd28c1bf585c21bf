package anxin.identity;

import anxin.identity.keys.ApiKeys;
import anxin.identity.people.StaffReader;
import anxin.identity.session.SessionCookies;
import anxin.identity.session.Sessions;
import anxin.kernel.ShopId;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * People, customers and programs for tests: real rows and real sessions, carried into a request
 * with {@code .with(…)}. A session that a moving clock has ended is opened anew.
 */
public class TestPeople {

    private final JdbcClient db;
    private final Sessions sessions;
    private final StaffReader staff;
    private final ApiKeys keys;
    private final Clock clock;

    TestPeople(JdbcClient db, Sessions sessions, StaffReader staff, ApiKeys keys, Clock clock) {
        this.db = db;
        this.sessions = sessions;
        this.staff = staff;
        this.keys = keys;
        this.clock = clock;
    }

    /** Somebody with these rights in these shops, tier L1. */
    public RequestPostProcessor asStaff(Collection<Permission> permissions, ShopId... shops) {
        return as(staff("Zhou Ning", permissions, "L1", List.of(), shops));
    }

    public RequestPostProcessor asStaff(Permission permission, ShopId... shops) {
        return asStaff(List.of(permission), shops);
    }

    /** An agent with every right that work on cases needs. */
    public RequestPostProcessor asAgent(String tier, ShopId... shops) {
        return as(
                staff(
                        "Zhou Ning",
                        EnumSet.of(
                                Permission.CASE_READ,
                                Permission.CASE_DECIDE,
                                Permission.CASE_MESSAGE,
                                Permission.COMMERCE_READ),
                        tier,
                        List.of(),
                        shops));
    }

    public RequestPostProcessor as(Caller.Staff someone) {
        return browser(SessionCookies.STAFF, () -> sessions.open(someone, null, null, null));
    }

    /** A member of staff with a row; carry it into a request with {@link #as}. */
    public Caller.Staff staff(
            String name,
            Collection<Permission> permissions,
            String tier,
            Collection<String> teams,
            ShopId... shops) {
        var id = UUID.randomUUID();
        var role = "t-" + UUID.randomUUID();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql(
                        """
                insert into identity.person (id, login, name, all_shops, created_at, changed_at)
                values (:id, :login, :name, false, :now, :now)
                """)
                .param("id", id)
                .param("login", "t-" + id)
                .param("name", name)
                .param("now", now)
                .update();
        db.sql(
                        """
                insert into identity.role (id, name_zh, name_en, permissions, tier)
                values (:id, '测试', 'test', :permissions, :tier)
                """)
                .param("id", role)
                .param(
                        "permissions",
                        permissions.stream().map(Permission::name).toArray(String[]::new))
                .param("tier", tier)
                .update();
        db.sql("insert into identity.person_role (person_id, role_id) values (:id, :role)")
                .param("id", id)
                .param("role", role)
                .update();
        for (var shop : shops) {
            db.sql("insert into identity.person_shop (person_id, shop_id) values (:id, :shop)")
                    .param("id", id)
                    .param("shop", shop.value())
                    .update();
        }
        for (var team : teams) {
            db.sql(
                            "insert into identity.team (id, name_zh, name_en) values (:t, :t, :t) on conflict do nothing")
                    .param("t", team)
                    .update();
            db.sql("insert into identity.membership (person_id, team_id) values (:id, :team)")
                    .param("id", id)
                    .param("team", team)
                    .update();
        }
        return staff.find(id).orElseThrow().staff();
    }

    /** The same person, who from now on works in these stores alone. */
    public Caller.Staff inStores(Caller.Staff someone, ShopId shop, String... stores) {
        for (var store : stores) {
            db.sql(
                            "insert into identity.person_store (person_id, shop_id, store_id) values (:id, :shop, :store)")
                    .param("id", someone.id())
                    .param("shop", shop.value())
                    .param("store", store)
                    .update();
        }
        return staff.find(someone.id()).orElseThrow().staff();
    }

    public RequestPostProcessor asCustomer(ShopId shop, String id) {
        return as(new Caller.Customer(shop, id, null));
    }

    /** A customer who came in by a code, so that only one order is open. */
    public RequestPostProcessor asCustomer(ShopId shop, String id, String onlyOrder) {
        return as(new Caller.Customer(shop, id, onlyOrder));
    }

    public RequestPostProcessor as(Caller.Customer customer) {
        return browser(SessionCookies.CUSTOMER, () -> sessions.open(customer, "林晓", null, null));
    }

    /** A program with these scopes; without shops it reaches every shop. */
    public RequestPostProcessor withKey(Collection<Permission> scopes, ShopId... shops) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(scopes);
        var secret =
                keys.create(
                        UUID.randomUUID(),
                        "test",
                        permissions,
                        shops.length == 0 ? null : Arrays.stream(shops).collect(Collectors.toSet()),
                        null,
                        "system");
        return withSecret(secret);
    }

    public RequestPostProcessor withKey(Permission scope, ShopId... shops) {
        return withKey(List.of(scope), shops);
    }

    public RequestPostProcessor withSecret(String secret) {
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + secret);
            return request;
        };
    }

    private RequestPostProcessor browser(String cookie, Supplier<Sessions.Opened> open) {
        var browser = new Browser(open, clock.instant());
        return request -> {
            var session = browser.session(clock.instant());
            request.setCookies(
                    new Cookie(cookie, session.token()),
                    new Cookie(SessionCookies.CSRF, session.csrf()));
            request.addHeader(SessionCookies.CSRF_HEADER, session.csrf());
            return request;
        };
    }

    private static final class Browser {

        private final Supplier<Sessions.Opened> open;
        private Sessions.Opened session;
        private Instant openedAt;

        Browser(Supplier<Sessions.Opened> open, Instant now) {
            this.open = open;
            this.session = open.get();
            this.openedAt = now;
        }

        synchronized Sessions.Opened session(Instant now) {
            if (Duration.between(openedAt, now).abs().compareTo(Duration.ofHours(1)) > 0) {
                session = open.get();
                openedAt = now;
            }
            return session;
        }
    }
}
