package anxin.conversation.desk;

import anxin.kernel.ShopId;
import anxin.messaging.Attachments;
import anxin.messaging.Attachments.AttachmentView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of messages as they stand, those of a whole page in one statement. */
@Component
public class Files {

    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    private final Attachments attachments;
    private final JsonMapper json;

    Files(Attachments attachments, JsonMapper json) {
        this.attachments = attachments;
        this.json = json;
    }

    List<UUID> named(Reader.Said message) {
        var named = message.attachments();
        return named == null ? List.of() : json.readValue(named, IDS);
    }

    /** By the messages' ids; a message without any is left out. */
    public Map<UUID, List<AttachmentView>> of(
            ShopId shop, Collection<Reader.Said> messages, Locale language) {
        var ids = new HashMap<UUID, List<UUID>>();
        for (var one : messages) {
            var named = named(one);
            if (!named.isEmpty()) {
                ids.put(one.id(), named);
            }
        }
        var known =
                attachments.of(
                        shop, ids.values().stream().flatMap(List::stream).toList(), language);
        var files = new HashMap<UUID, List<AttachmentView>>();
        ids.forEach(
                (message, named) ->
                        files.put(
                                message,
                                named.stream().map(known::get).filter(Objects::nonNull).toList()));
        return files;
    }
}
