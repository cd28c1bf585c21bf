package anxin.language.encoder;

import java.util.List;

/** Texts to vectors. A vector is one or more parts, each of length one. */
public interface Embedder {

    /** Knows no meaning: its vectors are empty. */
    Embedder NONE =
            new Embedder() {
                @Override
                public List<float[]> encode(List<String> texts) {
                    return texts.stream().map(text -> new float[0]).toList();
                }

                @Override
                public int firstPart() {
                    return 0;
                }
            };

    List<float[]> encode(List<String> texts);

    /** How many numbers the first part has; two texts are compared by it. */
    int firstPart();
}
