package anxin.language.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The models of this product, each opened when it is first asked. */
public final class Encoders {

    private static final Supplier<Encoder> BGE_ZH = lazily("bge-small-zh-v1.5-q");
    private static final Supplier<Encoder> BGE_EN = lazily("bge-small-en-v1.5-q");
    private static final Supplier<Encoder> MINILM = lazily("all-minilm-l6-v2-q");

    /** For Chinese: one model, twice 512 numbers. */
    public static final Embedder CHINESE = new Sides(List.of(BGE_ZH), 512);

    /** For English, and some help for what else is written in Latin letters: two models. */
    public static final Embedder LATIN = new Sides(List.of(BGE_EN, MINILM), 384);

    private Encoders() {}

    private static Supplier<Encoder> lazily(String name) {
        return new Opened(name);
    }

    private static final class Opened implements Supplier<Encoder> {
        private final String name;
        private volatile @Nullable Encoder encoder;

        Opened(String name) {
            this.name = name;
        }

        @Override
        public Encoder get() {
            var opened = encoder;
            return opened == null ? open() : opened;
        }

        private synchronized Encoder open() {
            var opened = encoder;
            if (opened == null) {
                opened = new Encoder(name);
                encoder = opened;
            }
            return opened;
        }
    }

    /** What several models say, side by side. */
    private record Sides(List<Supplier<Encoder>> models, int firstPart) implements Embedder {

        @Override
        public List<float[]> encode(List<String> texts) {
            var sides = models.stream().map(model -> model.get().encode(texts)).toList();
            var vectors = new ArrayList<float[]>(texts.size());
            for (int i = 0; i < texts.size(); i++) {
                vectors.add(beside(sides, i));
            }
            return vectors;
        }

        private static float[] beside(List<float[][]> sides, int text) {
            int size = sides.stream().mapToInt(side -> side[text].length).sum();
            var vector = new float[size];
            int at = 0;
            for (var side : sides) {
                System.arraycopy(side[text], 0, vector, at, side[text].length);
                at += side[text].length;
            }
            return vector;
        }
    }
}
