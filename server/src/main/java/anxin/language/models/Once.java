package anxin.language.models;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when it is first asked for, by one of those who ask; a making that fails is tried again. */
final class Once<T> implements Supplier<T> {

    private final ReentrantLock making = new ReentrantLock();
    private final Supplier<T> make;
    private volatile @Nullable T made;

    private Once(Supplier<T> make) {
        this.make = make;
    }

    static <T> Once<T> of(Supplier<T> make) {
        return new Once<>(make);
    }

    @Override
    public T get() {
        var known = made;
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            known = made;
            if (known == null) {
                known = make.get();
                made = known;
            }
            return known;
        } finally {
            making.unlock();
        }
    }
}
