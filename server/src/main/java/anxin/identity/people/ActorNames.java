package anxin.identity.people;

import anxin.identity.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ActorNames implements Names {

    private final JdbcClient db;

    ActorNames(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<String, String> of(Collection<String> actors) {
        var names = new HashMap<String, String>();
        read(
                "staff:",
                "select p.id, p.name from identity.person p where p.id = any(:ids)",
                actors,
                names);
        read(
                "key:",
                "select k.id, k.name from identity.api_key k where k.id = any(:ids)",
                actors,
                names);
        return names;
    }

    private void read(
            String kind, String sql, Collection<String> actors, Map<String, String> names) {
        var ids =
                actors.stream()
                        .filter(actor -> actor.startsWith(kind))
                        .map(actor -> uuid(actor.substring(kind.length())))
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toArray(UUID[]::new);
        if (ids.length > 0) {
            db.sql(sql)
                    .param("ids", ids)
                    .query(
                            row -> {
                                names.put(
                                        kind + row.getObject("id", UUID.class),
                                        row.getString("name"));
                            });
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
