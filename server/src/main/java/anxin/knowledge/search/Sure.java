package anxin.knowledge.search;

import java.util.List;

/**
 * How sure it is that what was found best answers what was asked. A logistic regression on the
 * signs of the best one and on how far the next one is behind, learned on questions with an answer
 * and on others about the same things without one.
 */
final class Sure {

    /** From here on it is answered. */
    static final float ENOUGH = 0.92f;

    /** From here on it is at least about what was asked. */
    private static final float RELATED = 0.25f;

    private static final float FAR_BEHIND = 0.25f;
    private static final float BASE = -7.7f;
    private static final float SCORE = 2.3f;
    private static final float MARGIN = 7.12f;

    /** What each sign counts, in the order of {@link Look#signs}. */
    private static final float[] WEIGHTS = {
        2.8f, -1.59f, 2.87f, -1.55f, 3.96f, 4.07f, -2.38f, 5.33f, 2.77f, 0.06f, -0.06f, 0, -1,
        -0.24f
    };

    /** The same for {@link Depth#signs}. */
    private static final float[] DEPTH = {0, 0, 0, 0, 0};

    private static final float DEEP_BASE = 0;

    private Sure() {}

    /** How sure the best one answers, 0 to 1. */
    static float of(Index.Hits<?> found) {
        var depth = found.depth();
        return depth == null
                ? 0
                : sigmoid(sum(found.hits()) + Index.dot(DEPTH, depth.signs()) + DEEP_BASE);
    }

    /**
     * How sure the first of {@code hits} would be if nothing stood before it; not looked at deeply.
     */
    static float atMost(List<? extends Index.Hit<?>> hits) {
        return sigmoid(sum(hits));
    }

    private static double sum(List<? extends Index.Hit<?>> hits) {
        var best = hits.getFirst();
        float behind = hits.size() == 1 ? FAR_BEHIND : best.score() - hits.get(1).score();
        return BASE
                + SCORE * best.score()
                + MARGIN * Math.min(FAR_BEHIND, behind)
                + Index.dot(WEIGHTS, best.look().signs());
    }

    private static float sigmoid(double sum) {
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    /** Whether something that is that sure is at least about what was asked. */
    static boolean isRelated(float sure) {
        return sure >= RELATED;
    }
}
