package anxin.work.line;

import anxin.kernel.ShopId;
import anxin.work.WorkOwner;
import anxin.work.WorkOwner.Given;
import anxin.work.WorkOwner.Kept;
import anxin.work.WorkOwner.Locked;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Those whose work it is, asked together. */
@Component
class Owners {

    private final ObjectProvider<WorkOwner> owners;

    Owners(ObjectProvider<WorkOwner> owners) {
        this.owners = owners;
    }

    /** In one order of owners for all. */
    List<Kept> lock(ShopId shop, Collection<String> subjects) {
        var byKind =
                owners.orderedStream()
                        .collect(Collectors.toMap(WorkOwner::kind, Function.identity()));
        return subjects.stream()
                .collect(Collectors.groupingBy(Owners::kind, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(
                        theirs -> {
                            var owner = byKind.get(theirs.getKey());
                            if (owner == null) {
                                throw new IllegalStateException(
                                        "whose work is " + theirs.getValue().getFirst());
                            }
                            return owner.lock(shop, theirs.getValue());
                        })
                .toList();
    }

    private static String kind(String subject) {
        return subject.substring(0, subject.indexOf(':'));
    }

    /** Each hears of its own. */
    static void tell(List<Kept> all, List<Given> work, BiConsumer<Kept, List<Given>> what) {
        for (var kept : all) {
            var open = kept.open().stream().map(Locked::subject).collect(Collectors.toSet());
            var theirs = work.stream().filter(one -> open.contains(one.subject())).toList();
            if (!theirs.isEmpty()) {
                what.accept(kept, theirs);
            }
        }
    }
}
