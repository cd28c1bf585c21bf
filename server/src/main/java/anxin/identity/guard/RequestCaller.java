package anxin.identity.guard;

import anxin.identity.Caller;
import anxin.identity.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who sends this request, and by what we know it.
 *
 * @param session null for a program with a key
 */
record RequestCaller(Caller caller, @Nullable Session session) {

    static final String ATTRIBUTE = RequestCaller.class.getName();
}
