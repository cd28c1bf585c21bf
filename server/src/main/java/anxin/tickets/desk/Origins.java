package anxin.tickets.desk;

import anxin.kernel.problem.Problem;
import anxin.tickets.TicketOrigin;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where matters can come from. */
@Component
class Origins {

    /** One place, and what it is called there. */
    record At(TicketOrigin origin, UUID id) {}

    private final ObjectProvider<TicketOrigin> all;

    Origins(ObjectProvider<TicketOrigin> all) {
        this.all = all;
    }

    List<TicketOrigin> all() {
        return all.orderedStream().toList();
    }

    TicketOrigin of(String kind) {
        return all.orderedStream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                        "/origin/kind",
                                        "应为 conversation 或 case",
                                        "must be conversation or case"));
    }

    /** Null for what was opened by hand. */
    @Nullable At find(@Nullable String subject) {
        if (subject == null) {
            return null;
        }
        var colon = subject.indexOf(':');
        return new At(
                of(subject.substring(0, colon)), UUID.fromString(subject.substring(colon + 1)));
    }
}
