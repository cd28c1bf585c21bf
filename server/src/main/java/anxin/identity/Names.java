package anxin.identity;

import java.util.Collection;
import java.util.Map;

/** What people and programs are called. */
public interface Names {

    /** By actor, {@code staff:…} or {@code key:…}; those who are not known are left out. */
    Map<String, String> of(Collection<String> actors);
}
