package anxin.language.encoder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows the vectors of the texts that were asked last: greetings and the like come all day. */
public final class Remembering implements Embedder {

    private static final int MOST = 1000;

    private final Embedder embedder;
    private final Map<String, float[]> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                    return size() > MOST;
                }
            };

    public Remembering(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public List<float[]> encode(List<String> texts) {
        var vectors = new LinkedHashMap<String, float[]>();
        var fresh = new ArrayList<String>();
        synchronized (known) {
            for (var text : texts) {
                var vector = known.get(text);
                if (vector != null) {
                    vectors.put(text, vector);
                } else if (!fresh.contains(text)) {
                    fresh.add(text);
                }
            }
        }
        if (!fresh.isEmpty()) {
            var encoded = embedder.encode(fresh);
            synchronized (known) {
                for (int i = 0; i < fresh.size(); i++) {
                    vectors.put(fresh.get(i), encoded.get(i));
                    known.put(fresh.get(i), encoded.get(i));
                }
            }
        }
        return texts.stream().map(vectors::get).toList();
    }

    @Override
    public int firstPart() {
        return embedder.firstPart();
    }
}
