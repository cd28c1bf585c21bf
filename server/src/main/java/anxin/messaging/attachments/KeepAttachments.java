package anxin.messaging.attachments;

import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import anxin.messaging.Attachments;
import anxin.messaging.attachments.AttachmentStore.Row;
import anxin.messaging.attachments.AttachmentStore.Sent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Keeps files, and says how they stand. */
@Component
class KeepAttachments implements Attachments {

    private static final Text CHECKING = Text.of("正在等待病毒扫描", "It waits for the virus scanner");
    private static final Text FETCHING = Text.of("正在从渠道取回", "It is being fetched");

    private final AttachmentStore store;
    private final FileFolder folder;
    private final Links links;
    private final Clamd clamd;
    private final FileWork work;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final long largest;

    KeepAttachments(
            AttachmentStore store,
            FileFolder folder,
            Links links,
            Clamd clamd,
            FileWork work,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${anxin.attachments.largest:12MB}") DataSize largest) {
        this.store = store;
        this.folder = folder;
        this.links = links;
        this.clamd = clamd;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.largest = largest.toBytes();
    }

    @Override
    public AttachmentView keep(
            ShopId shop, UUID id, String owner, String name, byte[] content, Locale language) {
        if (store.find(shop, id).isEmpty()) {
            try {
                put(shop, id, owner, name, Prepared.of(content, largest));
            } catch (NotKept refused) {
                throw refused.problem();
            }
        }
        return store.find(shop, id)
                .filter(row -> row.owner().equals(owner))
                .map(row -> view(shop, row, language))
                .orElseThrow(() -> Problem.missing("attachment"));
    }

    @Override
    public void take(ShopId shop, UUID id, String owner, String name, byte[] content) {
        try {
            put(shop, id, owner, name, Prepared.of(content, largest));
        } catch (NotKept refused) {
            store.add(
                    new Sent(
                            shop,
                            id,
                            owner,
                            FileName.shown(name),
                            null,
                            null,
                            false,
                            refused.why().name()),
                    clock.instant());
        }
    }

    private void put(ShopId shop, UUID id, String owner, String name, Prepared content) {
        var now = clock.instant();
        transaction.executeWithoutResult(
                status -> {
                    // The row is locked before the file is written: whoever removes it waits for
                    // us.
                    store.hold(shop, content, clamd.isSetUp(), now);
                    folder.write(shop, content.hash(), content.bytes());
                    store.add(
                            new Sent(
                                    shop,
                                    id,
                                    owner,
                                    FileName.of(name, content.type()),
                                    content.hash(),
                                    null,
                                    false,
                                    null),
                            now);
                });
        work.wakeAfterCommit();
    }

    @Override
    public void fetch(
            ShopId shop,
            UUID id,
            String owner,
            @Nullable String name,
            String address,
            boolean trusted) {
        store.add(
                new Sent(
                        shop,
                        id,
                        owner,
                        FileName.shown(name == null ? address.replaceAll("[?#].*$", "") : name),
                        null,
                        address,
                        trusted,
                        null),
                clock.instant());
        work.wakeAfterCommit();
    }

    @Override
    public void requireOwn(ShopId shop, String owner, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var own =
                store.all(shop, ids).stream()
                        .filter(row -> row.owner().equals(owner))
                        .map(Row::id)
                        .collect(Collectors.toSet());
        if (!own.equals(new HashSet<>(ids))) {
            throw Problem.missing("attachment");
        }
    }

    @Override
    public void use(List<Use> uses) {
        if (!uses.isEmpty()) {
            store.use(uses);
        }
    }

    @Override
    public Map<UUID, AttachmentView> of(ShopId shop, Collection<UUID> ids, Locale language) {
        return ids.isEmpty()
                ? Map.of()
                : store.all(shop, ids).stream()
                        .map(row -> view(shop, row, language))
                        .collect(Collectors.toMap(AttachmentView::id, Function.identity()));
    }

    private AttachmentView view(ShopId shop, Row row, Locale language) {
        var trouble = trouble(row);
        return new AttachmentView(
                row.id(),
                row.name(),
                row.type(),
                row.bytes() == null ? 0 : row.bytes(),
                row.width(),
                row.height(),
                state(row),
                trouble == null ? null : trouble.in(language),
                row.isReady() ? links.shown(shop, row.id()) : null);
    }

    private static State state(Row row) {
        if (row.trouble() != null) {
            return State.REFUSED;
        }
        return switch (row.state()) {
            case null -> State.FETCHING;
            case "CLEAN" -> State.READY;
            case "INFECTED" -> State.INFECTED;
            default -> State.CHECKING;
        };
    }

    private static @Nullable Text trouble(Row row) {
        return switch (state(row)) {
            case READY -> null;
            case FETCHING -> FETCHING;
            case REFUSED -> NotKept.Why.valueOf(String.valueOf(row.trouble())).text();
            case INFECTED ->
                    Text.of(
                            "含有病毒（" + row.finding() + "），已隔离",
                            "It holds a virus (" + row.finding() + ") and is kept away");
            case CHECKING ->
                    row.finding() == null
                            ? CHECKING
                            : Text.of(
                                    "病毒扫描暂不可用，恢复后自动检查",
                                    "The virus scanner cannot be reached; it is looked at when it is back");
        };
    }

    @Override
    public List<Link> links(ShopId shop, List<UUID> ids) throws NotReady {
        var ready = new ArrayList<Link>();
        for (var row : ready(shop, ids)) {
            ready.add(
                    new Link(
                            row.name(),
                            row.typeOrUnknown(),
                            row.bytes() == null ? 0 : row.bytes(),
                            links.sent(shop, row.id())));
        }
        return ready;
    }

    @Override
    public List<Content> contents(ShopId shop, List<UUID> ids) throws NotReady {
        var ready = new ArrayList<Content>();
        for (var row : ready(shop, ids)) {
            ready.add(
                    new Content(
                            row.name(), row.typeOrUnknown(), folder.read(shop, row.hashOrThrow())));
        }
        return ready;
    }

    private List<Row> ready(ShopId shop, List<UUID> ids) throws NotReady {
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId =
                store.all(shop, ids).stream()
                        .collect(Collectors.toMap(Row::id, Function.identity()));
        var ready = new ArrayList<Row>();
        for (var id : ids) {
            var row = byId.get(id);
            if (row == null) {
                throw new NotReady("ATTACHMENT_GONE", "an attachment is not there", true);
            }
            switch (state(row)) {
                case READY -> ready.add(row);
                case FETCHING, CHECKING ->
                        throw new NotReady("ATTACHMENT_UNSCANNED", "an attachment waits", false);
                case INFECTED ->
                        throw new NotReady(
                                "ATTACHMENT_INFECTED", "an attachment is infected", true);
                case REFUSED ->
                        throw new NotReady("ATTACHMENT_GONE", "an attachment is not kept", true);
            }
        }
        return ready;
    }
}
