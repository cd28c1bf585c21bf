package anxin.commerce.intake;

/** One thing of a shop, checked and ready to be written if it is the newer. */
public interface Write {

    /** Unique among the things of its kind in its shop. */
    String key();

    Source source();
}
