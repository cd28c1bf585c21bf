package anxin.knowledge.search;

import java.util.List;

/** How sure it is that what was found best answers what was asked, 0 to 1. */
final class Sure {

    static final float ENOUGH = 0.5f;

    private Sure() {}

    /**
     * @param hits the best first
     */
    static float of(List<? extends Index.Hit<?>> hits) {
        if (hits.isEmpty()) {
            return 0;
        }
        var best = hits.getFirst();
        float margin = hits.size() == 1 ? 0.2f : best.score() - hits.get(1).score();
        return best.score() + margin;
    }

    /** Whether it is at least about what was asked. */
    static boolean isRelated(Index.Hit<?> hit) {
        return hit.look().near() > 0.6f;
    }
}
