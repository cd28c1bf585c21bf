package anxin.language.models;

import anxin.language.Meaning;
import anxin.language.encoder.Embedder;
import anxin.language.encoder.Remembering;
import anxin.language.text.Normaliser;
import anxin.language.text.Pinyin;
import anxin.language.text.Scripts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Compares by the same encoders that the intents are recognised with. */
@Component
public class Meanings implements Meaning {

    private final Map<Group, Embedder> embedders = new EnumMap<>(Group.class);

    public Meanings() {
        Arrays.stream(Group.values())
                .forEach(group -> embedders.put(group, new Remembering(group.embedder())));
    }

    @Override
    public String plain(String text) {
        return Normaliser.of(text);
    }

    @Override
    public List<String> languages(String text) {
        return Scripts.languages(text);
    }

    @Override
    public List<float[]> vectors(String language, List<String> texts) {
        var group = Group.of(language);
        var embedder = texts.size() == 1 ? embedders.get(group) : group.embedder();
        if (embedder == null) {
            return List.of();
        }
        int part = embedder.firstPart();
        return embedder.encode(texts).stream().map(vector -> unit(vector, part)).toList();
    }

    /** Each part has length one; together they are made as long as one. */
    private static float[] unit(float[] vector, int part) {
        if (part == 0 || vector.length == part) {
            return vector;
        }
        float scale = (float) Math.sqrt(part / (double) vector.length);
        var unit = new float[vector.length];
        for (int d = 0; d < unit.length; d++) {
            unit[d] = vector[d] * scale;
        }
        return unit;
    }

    @Override
    public int sound(int point) {
        return Pinyin.fuzzy(point);
    }
}
