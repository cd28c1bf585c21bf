package anxin.language.learn;

import java.util.Arrays;

/** One text as numbers: its vector of meaning, and the n-grams that it has. */
record Row(float[] vector, int[] index, float[] value) {

    /** The first numbers of the vector. */
    float[] first(int size) {
        return vector.length == size ? vector : Arrays.copyOf(vector, size);
    }
}
