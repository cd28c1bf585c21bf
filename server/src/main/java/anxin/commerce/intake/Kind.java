package anxin.commerce.intake;

import java.util.Locale;

/** The kinds of documents that a shop may send in bulk. */
public enum Kind {
    ORDERS,
    PRODUCTS,
    STORES,
    STOCK,
    PARCELS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
