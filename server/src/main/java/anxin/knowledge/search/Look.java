package anxin.knowledge.search;

/**
 * In what a question and one phrasing of an entry are alike and different.
 *
 * @param near by meaning
 * @param byWords by BM25 of words, {@code bySound} of sounds
 * @param asked how much of the question is in the phrasing, {@code said} the other way round
 * @param sounding the same by sound
 * @param missing how rare the rarest word is that only the question has, {@code extra} that only
 *     the phrasing has
 * @param length how long the shorter is beside the longer
 * @param whole whether it is a phrasing, and not a passage of the answer
 */
record Look(
        float near,
        float byWords,
        float bySound,
        float asked,
        float said,
        float sounding,
        float missing,
        float extra,
        float numbers,
        float negation,
        float asks,
        float opposites,
        float length,
        boolean whole) {

    /** What each sign counts for the order, in the order of {@link #signs}; learned. */
    private static final float[] WEIGHTS = {
        1, 0.162f, 0.046f, 0.074f, 0.101f, 0.041f, -0.001f, -0.008f, -0.046f, -0.013f, -0.043f,
        -0.002f, 0.066f, 0
    };

    float score() {
        return Index.dot(WEIGHTS, signs());
    }

    float[] signs() {
        return new float[] {
            near,
            byWords,
            bySound,
            asked,
            said,
            sounding,
            missing,
            extra,
            numbers,
            negation,
            asks,
            opposites,
            length,
            whole ? 1 : 0
        };
    }
}
