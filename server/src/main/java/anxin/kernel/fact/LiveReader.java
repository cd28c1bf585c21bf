package anxin.kernel.fact;

import java.util.List;

/**
 * Hears every new fact on every node, in order, as fast as we can; keeps no position. For pushing
 * to browsers.
 */
public interface LiveReader {

    void on(List<Fact> facts);
}
