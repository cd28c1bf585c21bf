package anxin.language.learn;

/** One text as numbers: its vector of meaning, and the n-grams that it has. */
record Row(float[] vector, int[] index, float[] value) {}
