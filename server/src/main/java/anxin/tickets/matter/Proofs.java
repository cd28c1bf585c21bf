package anxin.tickets.matter;

import anxin.kernel.ShopId;
import anxin.messaging.Attachments;
import anxin.tickets.TicketOrigin.Proof;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proofs as they can be looked at now: a file of a message by an address that ends. */
@Component
public class Proofs {

    private final Attachments attachments;

    Proofs(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A file that is not there yet, or never will be, is left out. */
    public Facts shown(ShopId shop, Facts facts, Locale language) {
        var files = facts.proofs().stream().map(Proof::file).filter(Objects::nonNull).toList();
        if (files.isEmpty()) {
            return facts;
        }
        var known = attachments.of(shop, files, language);
        return facts.with(facts.proofs().stream().flatMap(one -> shown(one, known)).toList());
    }

    private static Stream<Proof> shown(Proof proof, Map<UUID, Attachments.AttachmentView> known) {
        var file = proof.file();
        if (file == null) {
            return Stream.of(proof);
        }
        var view = known.get(file);
        return view == null || view.url() == null
                ? Stream.empty()
                : Stream.of(new Proof(view.url(), view.name(), view.type(), file));
    }
}
