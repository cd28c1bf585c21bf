package anxin.aftersales.expression;

import java.util.ArrayList;
import java.util.List;

/** One evaluation: what it looks at, the rows it is inside of, and what it may still spend. */
final class Run {

    final Object situation;
    final List<Object> rows = new ArrayList<>(2);
    private int left;

    Run(Object situation, int most) {
        this.situation = situation;
        this.left = most;
    }

    /** Each part that is looked at costs one. */
    void pay() {
        if (--left < 0) {
            throw new TooCostly();
        }
    }
}
