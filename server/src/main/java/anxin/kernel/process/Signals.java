package anxin.kernel.process;

import sun.misc.Signal;

/**
 * SIGTERM and Ctrl-C are how one asks us to stop: what is in flight ends, and the exit code is 0,
 * not the 143 or 130 of a process that was killed.
 */
public final class Signals {

    private Signals() {}

    public static void endWithZero() {
        for (var name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), signal -> System.exit(0));
        }
    }
}
