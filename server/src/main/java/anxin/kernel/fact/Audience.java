package anxin.kernel.fact;

/** Who hears a fact live, beside the listeners inside the house. */
public enum Audience {
    /** Nobody: it stands in the log only. */
    NONE,
    /** The shop's staff; of what belongs to no shop the staff of all. */
    STAFF,
    /** The shop's staff and the customer whom it concerns. */
    CUSTOMER
}
