package anxin.conversation.chat;

import anxin.conversation.FirstLine;
import anxin.conversation.desk.BackToFirstLine;
import anxin.conversation.desk.Files;
import anxin.conversation.desk.Reader;
import anxin.conversation.thread.Conversation;
import anxin.conversation.thread.NewMessage.Kind;
import anxin.conversation.thread.Standing.State;
import anxin.conversation.thread.Threads;
import anxin.customer.Profiles;
import anxin.identity.Caller.Customer;
import anxin.identity.Callers;
import anxin.identity.CustomerSessions;
import anxin.identity.ForCustomers;
import anxin.identity.ForEveryone;
import anxin.identity.Names;
import anxin.identity.ShopNames;
import anxin.identity.ShopTokens;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import anxin.messaging.Attachments;
import anxin.messaging.Attachments.AttachmentView;
import anxin.messaging.ConversationChannels;
import anxin.messaging.InboundMessage;
import anxin.messaging.InboundMessage.Context;
import anxin.messaging.InboundMessage.From;
import anxin.messaging.Reception;
import anxin.work.Routing;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * A customer talks with the shop. Whoever came by the shop's signed link is known by it; everybody
 * else is a visitor, known by their browser's session alone.
 */
@RestController
@RequestMapping("/api/v1/portal/chat")
class ChatController {

    private static final String TOO_LONG = "过长 | too long";
    private static final String VISITOR = "visitor:";
    private static final int PAGE = 200;

    /** {@code token} is the shop's signed link token of a customer it knows. */
    record NewChatSession(
            @NotBlank(message = "缺少渠道 | the channel is missing") @Size(max = 60, message = TOO_LONG)
                    String channel,
            @Nullable @Size(max = 4_096, message = TOO_LONG) String token) {}

    /** Who talks, and with whom; {@code visitor} is nobody the shop has vouched for. */
    record ChatSession(
            String shop,
            String shopName,
            String customerId,
            boolean visitor,
            @Nullable String name,
            FirstLine.@Nullable Greeting greeting) {}

    /**
     * What a customer says.
     *
     * @param text may be empty beside an attachment
     * @param page where the customer is
     */
    record NewChatMessage(
            @NotNull(message = "缺少内容 | the text is missing")
                    @Size(max = 4_000, message = "最多4000个字符 | at most 4,000 characters")
                    String text,
            @Nullable @Size(max = 500, message = TOO_LONG) String page,
            @Nullable @Size(max = Attachments.MOST, message = "最多10个附件 | at most 10 attachments")
                    List<@NotNull(message = "不能为空 | must not be empty") UUID> attachments) {

        List<UUID> files() {
            return attachments == null ? List.of() : attachments;
        }
    }

    record ChatSent(UUID id, UUID conversation, int seq) {}

    record ChatMessage(
            int seq,
            UUID id,
            Kind from,
            @Nullable String author,
            String text,
            List<AttachmentView> attachments,
            Instant at,
            boolean bot,
            List<String> choices) {}

    /**
     * What was said, behind the number that was asked for; all of it when another conversation has
     * begun meanwhile.
     *
     * @param more whether there is more behind the last of these
     * @param place where one waits for somebody, while nobody has it
     * @param bot the first line answers, not people
     * @param botOffered whoever waits may go back to it
     */
    record ChatView(
            @Nullable UUID conversation,
            @Nullable State state,
            List<ChatMessage> messages,
            boolean more,
            @Nullable ChatPlace place,
            boolean bot,
            boolean botOffered) {}

    /**
     * Where one waits.
     *
     * @param place 1 is next; at most 1,000, which then says: or more
     * @param within in how many seconds four in five are served from there; null while too little
     *     was served to say
     */
    record ChatPlace(int place, @Nullable Integer within) {}

    private final ConversationChannels channels;
    private final CustomerSessions sessions;
    private final Callers callers;
    private final ShopTokens links;
    private final ShopNames shops;
    private final Profiles profiles;
    private final Threads threads;
    private final Reader reader;
    private final Files attached;
    private final Attachments attachments;
    private final Names names;
    private final Reception reception;
    private final Routing routing;
    private final FirstLine firstLine;
    private final BackToFirstLine back;
    private final Clock clock;

    ChatController(
            ConversationChannels channels,
            CustomerSessions sessions,
            Callers callers,
            ShopTokens links,
            ShopNames shops,
            Profiles profiles,
            Threads threads,
            Reader reader,
            Files attached,
            Attachments attachments,
            Names names,
            Reception reception,
            Routing routing,
            FirstLine firstLine,
            BackToFirstLine back,
            Clock clock) {
        this.channels = channels;
        this.sessions = sessions;
        this.callers = callers;
        this.links = links;
        this.shops = shops;
        this.profiles = profiles;
        this.threads = threads;
        this.reader = reader;
        this.attached = attached;
        this.attachments = attachments;
        this.names = names;
        this.reception = reception;
        this.routing = routing;
        this.firstLine = firstLine;
        this.back = back;
        this.clock = clock;
    }

    @ForEveryone
    @PostMapping("/session")
    @Operation(summary = "Begins a chat: by the shop's signed token, or as a visitor")
    ChatSession startChat(
            @RequestBody @Valid NewChatSession body,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var shop =
                channels.find(body.channel())
                        .filter(known -> known.kind() == ConversationChannels.Kind.WEB_CHAT)
                        .orElseThrow(() -> Problem.missing("chat"))
                        .shop();
        var here =
                callers.of(request)
                        .filter(Customer.class::isInstance)
                        .map(Customer.class::cast)
                        .filter(one -> one.shop().equals(shop) && one.onlyOrder() == null)
                        .orElse(null);
        var link =
                body.token() == null
                        ? null
                        : links.redeem(body.token())
                                .filter(good -> good.shop().equals(shop))
                                .orElse(null);
        if (here == null || (link != null && !link.customer().equals(here.id()))) {
            here =
                    new Customer(
                            shop,
                            link == null ? VISITOR + UUID.randomUUID() : link.customer(),
                            null);
            sessions.openEmbedded(here, link == null ? null : link.name(), request, response);
        }
        return new ChatSession(
                shop.value(),
                shops.all().getOrDefault(shop, Text.of(shop.value(), shop.value())).in(language),
                here.id(),
                here.id().startsWith(VISITOR),
                link == null ? sessions.displayName(request) : link.name(),
                firstLine.greeting(shop, body.channel(), language).orElse(null));
    }

    @ForCustomers
    @GetMapping
    @Operation(summary = "The newest conversation, from the number that one has")
    ChatView readChat(
            Customer customer,
            @RequestParam(required = false) @Nullable UUID conversation,
            @RequestParam(defaultValue = "0") int after,
            Locale language) {
        channel(customer);
        var newest =
                profiles.ofCustomer(customer.shop(), customer.id())
                        .flatMap(who -> threads.newest(customer.shop(), who.id()))
                        .orElse(null);
        if (newest == null) {
            return new ChatView(null, null, List.of(), false, null, false, false);
        }
        var from = newest.id().equals(conversation) ? after : 0;
        var said = reader.forCustomer(customer.shop(), newest.id(), from, PAGE);
        var called = names.of(said.stream().map(Reader.Said::author).distinct().toList());
        var files = attached.of(customer.shop(), said, language);
        return new ChatView(
                newest.id(),
                newest.state(),
                said.stream()
                        .map(
                                one ->
                                        new ChatMessage(
                                                one.seq(),
                                                one.id(),
                                                Kind.valueOf(one.kind()),
                                                one.author().equals(FirstLine.ACTOR)
                                                        ? firstLine
                                                                .name(customer.shop())
                                                                .in(language)
                                                        : called.get(one.author()),
                                                one.text(),
                                                files.getOrDefault(one.id(), List.of()),
                                                one.at(),
                                                one.author().equals(FirstLine.ACTOR),
                                                reader.choices(one)))
                        .toList(),
                said.size() == PAGE,
                place(newest),
                newest.bot(),
                waits(newest) && firstLine.takes(newest.shop(), newest.channel()));
    }

    /** For a person, and none has it yet. */
    private static boolean waits(Conversation one) {
        return one.state() == State.OPEN && one.agent() == null && !one.bot();
    }

    @ForCustomers
    @PutMapping("/bot")
    @Operation(
            summary = "Goes back to the first line while one waits for a person",
            description = "Nothing changes where somebody has it already.")
    ChatView goBackToBot(Customer customer, Locale language) {
        channel(customer);
        profiles.ofCustomer(customer.shop(), customer.id())
                .flatMap(who -> threads.newest(customer.shop(), who.id()))
                .ifPresent(one -> back.ofCustomer(one.shop(), one.id(), customer.actor()));
        return readChat(customer, null, 0, language);
    }

    /** What is told here is kept as a promise. */
    private @Nullable ChatPlace place(Conversation one) {
        return waits(one)
                ? routing.promise(one.shop(), one.subject())
                        .map(at -> new ChatPlace(at.place(), at.within()))
                        .orElse(null)
                : null;
    }

    @ForCustomers
    @PutMapping("/messages/{id}")
    @Operation(summary = "Says something; the same id again is the same message")
    ChatSent sendChatMessage(
            @PathVariable UUID id,
            @RequestBody @Valid NewChatMessage body,
            Customer customer,
            HttpServletRequest request,
            Locale language) {
        var channel = channel(customer);
        if (body.text().isBlank() && body.files().isEmpty()) {
            throw Problem.invalid("/text", "内容不能为空", "must say something");
        }
        attachments.requireOwn(customer.shop(), customer.actor(), body.files());
        var received =
                reception.receive(
                        new InboundMessage(
                                customer.shop(),
                                channel.id(),
                                customer.id() + "/" + id,
                                new From(
                                        customer.id(),
                                        sessions.displayName(request),
                                        null,
                                        null,
                                        customer.id()),
                                body.text().strip(),
                                body.files(),
                                clock.instant(),
                                new Context(
                                        null, null, null, body.page(), language.getLanguage())));
        return new ChatSent(received.id(), received.conversation(), received.seq());
    }

    @ForCustomers
    @PutMapping(path = "/attachments/{id}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Uploads a file for a message that is being written",
            description = "What no message takes along within two days is removed.")
    AttachmentView attachToChat(
            @PathVariable UUID id,
            @RequestPart("file") MultipartFile file,
            Customer customer,
            Locale language)
            throws IOException {
        channel(customer);
        return attachments.keep(
                customer.shop(),
                id,
                customer.actor(),
                String.valueOf(file.getOriginalFilename()),
                file.getBytes(),
                language);
    }

    /** A code opens one order and not what else its owner has said. */
    private ConversationChannels.Channel channel(Customer customer) {
        return channels.webChat(customer.shop())
                .filter(known -> customer.onlyOrder() == null)
                .orElseThrow(() -> Problem.missing("chat"));
    }
}
