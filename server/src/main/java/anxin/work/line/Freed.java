package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.kernel.rows.Rows;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which shops somebody works who has room again. */
@Component
class Freed {

    private record Row(@Nullable List<String> shops) {}

    private final JdbcClient db;

    Freed(JdbcClient db) {
        this.db = db;
    }

    /** Of the shops in which something waits, those for which one of these agents works. */
    Set<ShopId> shopsOf(Collection<UUID> agents, List<ShopId> waiting) {
        var theirs =
                db.sql("select p.shops from work.presence p where p.staff_id = any(:ids)")
                        .param("ids", agents.toArray(UUID[]::new))
                        .query(Rows.of(Row.class))
                        .list();
        return waiting.stream()
                .filter(
                        shop ->
                                theirs.stream()
                                        .anyMatch(
                                                one ->
                                                        one.shops() == null
                                                                || one.shops()
                                                                        .contains(shop.value())))
                .collect(Collectors.toSet());
    }
}
