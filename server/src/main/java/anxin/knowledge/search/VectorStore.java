package anxin.knowledge.search;

import anxin.kernel.ShopId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Vectors that were computed once, by the texts that they are of. */
@Repository
class VectorStore {

    /** Changes with the encoders: what another one computed is computed again. */
    private static final String ENCODERS = "1/";

    private final JdbcClient db;

    VectorStore(JdbcClient db) {
        this.db = db;
    }

    private record Kept(UUID fingerprint, float[] vector) {}

    Map<String, float[]> of(ShopId shop, String language, Collection<String> texts) {
        var kept = new HashMap<UUID, float[]>();
        db.sql(
                        """
                select m.fingerprint, m.vector
                  from knowledge.meaning m
                 where m.shop_id = :shop and m.language = :language
                """)
                .param("shop", shop.value())
                .param("language", language)
                .query(
                        (row, n) ->
                                new Kept(
                                        row.getObject("fingerprint", UUID.class),
                                        floats(row.getBytes("vector"))))
                .list()
                .forEach(one -> kept.put(one.fingerprint(), one.vector()));
        var known = new HashMap<String, float[]>();
        for (var text : texts) {
            var vector = kept.get(fingerprint(text));
            if (vector != null) {
                known.put(text, vector);
            }
        }
        return known;
    }

    /** What is known now, and nothing else. */
    void keep(ShopId shop, String language, Map<String, float[]> known) {
        var texts = known.keySet().toArray(String[]::new);
        var fingerprints = new UUID[texts.length];
        var vectors = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            fingerprints[i] = fingerprint(texts[i]);
            vectors[i] = bytes(known.getOrDefault(texts[i], new float[0]));
        }
        db.sql(
                        """
                with gone as (
                    delete from knowledge.meaning m
                     where m.shop_id = :shop and m.language = :language and m.fingerprint <> all (:fingerprints))
                insert into knowledge.meaning (shop_id, language, fingerprint, vector)
                select :shop, :language, n.fingerprint, n.vector
                  from unnest(:fingerprints, :vectors) as n (fingerprint, vector)
                    on conflict do nothing
                """)
                .param("shop", shop.value())
                .param("language", language)
                .param("fingerprints", fingerprints)
                .param("vectors", vectors)
                .update();
    }

    private static UUID fingerprint(String text) {
        return UUID.nameUUIDFromBytes((ENCODERS + text).getBytes(StandardCharsets.UTF_8));
    }

    private static float[] floats(byte[] bytes) {
        var floats = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(floats);
        return floats;
    }

    private static byte[] bytes(float[] floats) {
        var bytes = ByteBuffer.allocate(floats.length * Float.BYTES);
        bytes.asFloatBuffer().put(floats);
        return bytes.array();
    }
}
