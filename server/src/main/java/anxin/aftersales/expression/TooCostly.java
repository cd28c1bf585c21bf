package anxin.aftersales.expression;

/** An expression has taken more steps than it may. */
public final class TooCostly extends RuntimeException {

    TooCostly() {
        super("more steps than allowed", null, false, false);
    }
}
