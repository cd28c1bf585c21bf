package anxin.tickets.transfer;

import anxin.commerce.Shops;
import anxin.identity.SealedLink;
import anxin.kernel.Text;
import anxin.messaging.Messages;
import anxin.messaging.OutboundMessage;
import anxin.messaging.OutboundMessage.Channel;
import anxin.messaging.OutboundMessage.Extras;
import anxin.tickets.matter.Ticket;
import anxin.tickets.rules.Settings.Outside;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes to parties that are not of the house. The link in the mail opens this one request to
 * whoever has it, until it is answered.
 */
@Component
class OutsideMail {

    static final String PURPOSE = "ticket-request";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV");

    private final Messages messages;
    private final SealedLink links;
    private final Shops shops;
    private final String house;

    OutsideMail(
            Messages messages,
            SealedLink links,
            Shops shops,
            @Value("${anxin.public-url:http://localhost:${server.port:8080}}") String house) {
        this.messages = messages;
        this.links = links;
        this.shops = shops;
        this.house = house.replaceAll("/+$", "");
    }

    /** Each version of the ticket asks once. */
    UUID ask(Ticket of, UUID request, String question, Outside who, @Nullable Instant dueAt) {
        var by = dueAt == null ? "" : TIME.format(dueAt.atZone(shops.require(of.shop()).zone()));
        return send(
                of,
                request,
                who,
                Text.of("请协助处理：" + of.title(), "We need your help: " + of.title()),
                Text.of(
                        """
                        您好，

                        %s 请贵方协助处理工单 %s：

                        %s

                        请在 %s 前打开下面的链接回复，无需登录：
                        %s
                        """,
                        """
                        Hello,

                        %s needs your help with ticket %s:

                        %s

                        Please answer by %s. The link opens the answer page, no sign-in is needed:
                        %s
                        """),
                question,
                by);
    }

    UUID remind(Ticket of, UUID request, Outside who) {
        return send(
                of,
                request,
                who,
                Text.of("催办：" + of.title(), "Reminder: " + of.title()),
                Text.of(
                        """
                        您好，

                        %s 的工单 %s 仍在等待贵方回复（%s%s）。请打开链接回复，无需登录：
                        %s
                        """,
                        """
                        Hello,

                        %s is still waiting for your answer to ticket %s (%s%s). Please answer by this link, no
                        sign-in is needed:
                        %s
                        """),
                of.title(),
                "");
    }

    private UUID send(
            Ticket of,
            UUID request,
            Outside who,
            Text subject,
            Text body,
            String words,
            String by) {
        var language = Locale.forLanguageTag(who.lang());
        var shop = shops.require(of.shop()).name().in(language);
        var link =
                house
                        + "/portal/outside-request#t="
                        + links.token(PURPOSE, of.shop(), request.toString());
        return messages.send(
                new OutboundMessage(
                        "ticket-request/" + request + "/" + of.version(),
                        of.shop(),
                        Channel.EMAIL,
                        who.email(),
                        subject.in(language),
                        body.in(language).formatted(shop, of.no(), words, by, link),
                        null,
                        true,
                        extras(of)));
    }

    private static Extras extras(Ticket of) {
        return Extras.ofNotice(of.subject(), null, null, Map.of(), null, null);
    }
}
