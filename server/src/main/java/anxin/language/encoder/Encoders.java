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

    /** For Chinese. */
    public static final Embedder CHINESE = new Sides(List.of(new Side(BGE_ZH, Pool.FIRST, 512)));

    /** For English, and some help for what else is written in Latin letters: two models. */
    public static final Embedder LATIN =
            new Sides(List.of(new Side(BGE_EN, Pool.FIRST, 384), new Side(MINILM, Pool.MEAN, 384)));

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

    /** What of a model's output counts: the state of its first mark, or the mean of all. */
    private enum Pool {
        FIRST,
        MEAN
    }

    private record Side(Supplier<Encoder> model, Pool pool, int size) {}

    /** What several models say, side by side. */
    private record Sides(List<Side> sides) implements Embedder {

        @Override
        public List<float[]> encode(List<String> texts) {
            var said = sides.stream().map(side -> side.model().get().encode(texts)).toList();
            var vectors = new ArrayList<float[]>(texts.size());
            for (int i = 0; i < texts.size(); i++) {
                var vector = new float[sides.stream().mapToInt(Side::size).sum()];
                int at = 0;
                for (int s = 0; s < sides.size(); s++) {
                    var side = sides.get(s);
                    int from = side.pool() == Pool.FIRST ? 0 : side.size();
                    System.arraycopy(said.get(s)[i], from, vector, at, side.size());
                    at += side.size();
                }
                vectors.add(vector);
            }
            return vectors;
        }

        @Override
        public int firstPart() {
            return sides.getFirst().size();
        }
    }
}
