package anxin.knowledge.search;

import java.util.List;

/**
 * How sure it is that what was found best answers what was asked. A logistic regression on the
 * signs of the best one and on how far the next one is behind, learned on questions with an answer
 * and on others about the same things without one.
 */
final class Sure {

    /** From here on it is answered. */
    static final float ENOUGH = 0.9f;

    /** From here on it is at least about what was asked. */
    private static final float RELATED = 0.25f;

    private static final float FAR_BEHIND = 0.25f;
    private static final float BASE = -0.34f;
    private static final float SCORE = 3.16f;
    private static final float MARGIN = 5.09f;

    /** What each sign counts, in the order of {@link Look#signs}. */
    private static final float[] WEIGHTS = {
        7.87f, -3.29f, -1.08f, -2.86f, -0.8f, -0.62f, 2.19f, -7.87f, 2.67f, -0.3f, -0.07f, 0, 0.23f,
        -1.49f
    };

    /** The same for {@link Depth#signs}. */
    private static final float[] DEPTH = {7.46f, -0.92f, 9.04f, -0.39f, 5.31f};

    private static final float DEEP_BASE = -10.23f;

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
