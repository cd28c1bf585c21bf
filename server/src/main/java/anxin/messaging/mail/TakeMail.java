package anxin.messaging.mail;

import anxin.kernel.wire.StableId;
import anxin.messaging.Attachments;
import anxin.messaging.InboundMessage;
import anxin.messaging.InboundMessage.Context;
import anxin.messaging.InboundMessage.From;
import anxin.messaging.Reception;
import anxin.messaging.connections.Receipt;
import anxin.messaging.inbound.InboundChannel;
import anxin.messaging.inbound.Mailbox;
import anxin.messaging.outbox.Receipts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What becomes of a mail. A person's becomes a message, once however often it is taken; what a
 * machine wrote is noted and set aside, and answered by nobody.
 */
@Component
class TakeMail {

    private static final Logger log = LoggerFactory.getLogger(TakeMail.class);
    private static final String CONVERSATION = "conversation:";

    private final MailStore store;
    private final MailIds ids;
    private final Reception reception;
    private final Attachments attachments;
    private final Receipts receipts;
    private final Clock clock;
    private final int hourly;

    TakeMail(
            MailStore store,
            MailIds ids,
            Reception reception,
            Attachments attachments,
            Receipts receipts,
            Clock clock,
            @Value("${anxin.mail.hourly:60}") int hourly) {
        this.store = store;
        this.ids = ids;
        this.reception = reception;
        this.attachments = attachments;
        this.receipts = receipts;
        this.clock = clock;
        this.hourly = hourly;
    }

    void take(InboundChannel channel, Mailbox box, Mail mail) {
        if (store.isKnown(channel.id(), mail.id())) {
            return;
        }
        var sort = sort(channel, box, mail);
        var conversation = sort == MailSort.PERSON ? receive(channel, mail) : null;
        if (sort == MailSort.BOUNCE) {
            report(channel, mail);
        }
        if (sort != MailSort.PERSON) {
            log.info("a mail on {} is set aside: {}", channel.id(), sort);
        }
        note(channel, mail, sort, conversation);
    }

    /** It cannot be read, however often it is tried. */
    void setAside(InboundChannel channel, String id, String why) {
        store.note(
                new MailStore.Entry(
                        channel.shop(),
                        channel.id(),
                        id,
                        "",
                        why,
                        MailSort.BROKEN,
                        List.of(),
                        null),
                clock.instant());
    }

    private void note(
            InboundChannel channel, Mail mail, MailSort sort, @Nullable UUID conversation) {
        store.note(
                new MailStore.Entry(
                        channel.shop(),
                        channel.id(),
                        mail.id(),
                        mail.from(),
                        mail.subject(),
                        sort,
                        mail.references(),
                        conversation),
                clock.instant());
    }

    private MailSort sort(InboundChannel channel, Mailbox box, Mail mail) {
        var sort = MailSort.of(mail, box.address(), ids.answer(mail.id()).isPresent());
        if (sort != MailSort.PERSON) {
            return sort;
        }
        if (mail.from().isEmpty()) {
            return MailSort.BROKEN;
        }
        var anHourAgo = clock.instant().minus(Duration.ofHours(1));
        return store.of(channel.id(), mail.from(), anHourAgo) >= hourly
                ? MailSort.FLOOD
                : MailSort.PERSON;
    }

    private UUID receive(InboundChannel channel, Mail mail) {
        var files = new ArrayList<UUID>();
        for (var file : mail.files()) {
            var id = StableId.of(channel.id(), mail.id(), "attachment " + files.size());
            attachments.take(
                    channel.shop(), id, "channel:" + channel.id(), file.name(), file.content());
            files.add(id);
        }
        return reception
                .receive(
                        new InboundMessage(
                                channel.shop(),
                                channel.id(),
                                mail.id(),
                                new From(mail.from(), mail.fromName(), null, mail.from(), null),
                                mail.text(),
                                files,
                                mail.at(),
                                Context.NONE,
                                new InboundMessage.Mail(
                                        answered(channel, mail).orElse(null),
                                        mail.subject(),
                                        mail.html(),
                                        mail.history())))
                .conversation();
    }

    /**
     * The conversation that it answers: by what it refers to, or by the address that it went to.
     */
    private Optional<UUID> answered(InboundChannel channel, Mail mail) {
        for (var reference : mail.references()) {
            var found =
                    ids.answer(reference)
                            .flatMap(answer -> store.aboutOf(channel.shop(), answer))
                            .filter(about -> about.startsWith(CONVERSATION))
                            .map(about -> UUID.fromString(about.substring(CONVERSATION.length())))
                            .or(
                                    () ->
                                            store.received(channel.id(), reference)
                                                    .flatMap(
                                                            known ->
                                                                    Optional.ofNullable(
                                                                            known.conversation())));
            if (found.isPresent()) {
                return found;
            }
        }
        return mail.to().stream().flatMap(to -> ids.conversation(to).stream()).findFirst();
    }

    /**
     * Only of a mail that is ours by its signature: nobody fails our answers by a forged report.
     */
    private void report(InboundChannel channel, Mail mail) {
        var report = mail.report();
        if (report == null || !(report.isFinal() || report.isDelivered())) {
            return;
        }
        report.of().stream()
                .flatMap(id -> ids.answer(id).stream())
                .findFirst()
                .ifPresent(
                        answer ->
                                receipts.take(
                                        channel.shop(),
                                        List.of(
                                                new Receipt(
                                                        answer.toString(),
                                                        null,
                                                        report.isFinal()
                                                                ? Receipt.Fate.FAILED
                                                                : Receipt.Fate.DELIVERED,
                                                        report.isFinal() ? report.code() : null,
                                                        report.said(),
                                                        clock.instant()))));
    }
}
