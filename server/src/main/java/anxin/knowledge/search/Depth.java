package anxin.knowledge.search;

/**
 * What is looked at of the best alone, before it is said that it answers.
 *
 * @param rest how near the rests are by meaning when what both say is taken away; of the two
 *     nearest phrasings the better
 * @param unsaid how much of the question the phrasing does not say
 * @param everywhere how much of the question is said anywhere in the entry, its answer included
 * @param nowhere how rare the rarest word of the question is that is said nowhere in it
 * @param support how near the three nearest phrasings are together
 */
record Depth(float rest, float unsaid, float everywhere, float nowhere, float support) {

    float[] signs() {
        return new float[] {rest, unsaid, everywhere, nowhere, support};
    }
}
