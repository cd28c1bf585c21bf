package anxin.knowledge.search;

/**
 * In what a question and one phrasing of an entry are alike and different.
 *
 * @param near by meaning
 * @param byWords by BM25 of words, {@code bySound} of sounds
 * @param asked how much of the question is in the phrasing, {@code said} the other way round
 * @param missing how rare the rarest word is that only the question has, {@code extra} that only
 *     the phrasing has
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

    float score() {
        return near + 0.1f * byWords;
    }

    float[] numbers0() {
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
