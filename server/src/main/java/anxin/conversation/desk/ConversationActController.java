package anxin.conversation.desk;

import anxin.conversation.desk.ConversationViews.ConversationView;
import anxin.conversation.thread.Standing.State;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.problem.Problem;
import anxin.messaging.Attachments;
import anxin.messaging.Attachments.AttachmentView;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What staff do with a conversation. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class ConversationActController {

    private static final String TOO_LONG = "过长 | too long";

    /**
     * An answer to the customer, or with {@code note} a word among staff.
     *
     * @param text may be empty beside an attachment
     */
    record NewAnswer(
            @NotNull(message = "缺少内容 | the text is missing")
                    @Size(max = 8_000, message = "最多8000个字符 | at most 8,000 characters")
                    String text,
            boolean note,
            @Nullable @Size(max = Attachments.MOST, message = "最多10个附件 | at most 10 attachments")
                    List<@NotNull(message = "不能为空 | must not be empty") UUID> attachments) {

        Desk.Words words() {
            var files = attachments == null ? List.<UUID>of() : attachments;
            if (text.isBlank() && files.isEmpty()) {
                throw Problem.invalid("/text", "内容不能为空", "must say something");
            }
            return new Desk.Words(text.strip(), note, files);
        }
    }

    /** To somebody, to a team, or with both null back to everybody. */
    record Giving(
            @Nullable UUID to,
            @Nullable @Size(max = 80, message = TOO_LONG) String team,
            @Nullable @Size(max = 1_000, message = TOO_LONG) String note) {}

    /** {@code until} when it is put off. */
    record NewState(
            @NotNull(message = "请选择状态 | choose the state") State state,
            @Nullable Instant until,
            @Nullable @Size(max = 1_000, message = TOO_LONG) String note) {}

    record Tags(
            @NotNull(message = "缺少标签 | the tags are missing")
                    @Size(max = 10, message = "最多10个 | at most 10")
                    List<
                                    @NotBlank(message = "不能为空 | must not be empty")
                                    @Size(max = 30, message = "最多30个字符 | at most 30 characters")
                                    String>
                            tags) {}

    record Draft(
            @NotNull(message = "缺少内容 | the text is missing") @Size(max = 8_000, message = TOO_LONG)
                    String text) {}

    record SeenUpTo(@Min(value = 0, message = "不能为负 | must not be negative") int seq) {}

    record AtIt(boolean writing) {}

    private final Scope scope;
    private final Desk desk;
    private final OwnNotes own;
    private final Presence presence;
    private final ConversationViews views;
    private final Attachments attachments;
    private final BackToFirstLine back;

    ConversationActController(
            Scope scope,
            Desk desk,
            OwnNotes own,
            Presence presence,
            ConversationViews views,
            Attachments attachments,
            BackToFirstLine back) {
        this.scope = scope;
        this.desk = desk;
        this.own = own;
        this.presence = presence;
        this.views = views;
        this.attachments = attachments;
        this.back = back;
    }

    @PutMapping("/messages/{messageId}")
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(
            summary = "Answers the customer, or writes a note",
            description = "The same id again is the same message. Who answers first has taken it.")
    ConversationView answerConversation(
            @PathVariable UUID id,
            @PathVariable UUID messageId,
            @RequestBody @Valid NewAnswer body,
            Staff staff,
            Locale language) {
        var one = scope.find(staff, id);
        desk.say(staff, one.shop(), id, messageId, body.words());
        return view(staff, id, language);
    }

    @PutMapping(
            path = "/attachments/{attachmentId}",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(
            summary = "Uploads a file for an answer that is being written",
            description = "What no answer takes along within two days is removed.")
    AttachmentView attachToConversation(
            @PathVariable UUID id,
            @PathVariable UUID attachmentId,
            @RequestPart("file") MultipartFile file,
            Staff staff,
            Locale language)
            throws IOException {
        return attachments.keep(
                scope.find(staff, id).shop(),
                attachmentId,
                staff.actor(),
                String.valueOf(file.getOriginalFilename()),
                file.getBytes(),
                language);
    }

    @PutMapping("/assignment")
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(summary = "Takes it, gives it to somebody or to a team, or gives it back")
    ConversationView giveConversation(
            @PathVariable UUID id, @RequestBody @Valid Giving body, Staff staff, Locale language) {
        var one = scope.find(staff, id);
        desk.give(staff, one.shop(), id, body.to(), body.team(), body.note());
        return view(staff, id, language);
    }

    @PutMapping("/bot")
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(summary = "Gives it to the bot; it goes on with what the customer says next")
    ConversationView giveConversationToBot(@PathVariable UUID id, Staff staff, Locale language) {
        var one = scope.find(staff, id);
        back.ofStaff(one.shop(), id, staff.actor());
        return view(staff, id, language);
    }

    @PutMapping("/state")
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(summary = "Puts it off, closes or reopens it")
    ConversationView changeConversationState(
            @PathVariable UUID id,
            @RequestBody @Valid NewState body,
            Staff staff,
            Locale language) {
        var one = scope.find(staff, id);
        switch (body.state()) {
            case OPEN -> desk.reopen(staff, one.shop(), id, body.note());
            case CLOSED -> desk.close(staff, one.shop(), id, body.note());
            case SNOOZED -> desk.snooze(staff, one.shop(), id, until(body), body.note());
        }
        return view(staff, id, language);
    }

    private static Instant until(NewState body) {
        var until = body.until();
        if (until == null) {
            throw Problem.invalid("/until", "请选择时间", "say until when");
        }
        return until;
    }

    @PutMapping("/tags")
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(summary = "Puts these tags on it, and no other")
    ConversationView tagConversation(
            @PathVariable UUID id, @RequestBody @Valid Tags body, Staff staff, Locale language) {
        var one = scope.find(staff, id);
        var tags = new LinkedHashSet<>(body.tags().stream().map(String::strip).toList());
        desk.tag(staff, one.shop(), id, List.copyOf(tags));
        return view(staff, id, language);
    }

    @PutMapping("/draft")
    @Needs(Permission.CONVERSATION_ANSWER)
    @Operation(summary = "Keeps what one has typed; an empty one is forgotten")
    Draft keepDraft(@PathVariable UUID id, @RequestBody @Valid Draft body, Staff staff) {
        own.keep(staff, scope.find(staff, id), body.text());
        return body;
    }

    @PutMapping("/seen")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "One has seen the thread up to here")
    SeenUpTo seeConversation(
            @PathVariable UUID id, @RequestBody @Valid SeenUpTo body, Staff staff) {
        own.see(staff, scope.find(staff, id), body.seq());
        return body;
    }

    @PutMapping("/presence")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "One is at it, every 20 seconds; answers who else is")
    List<Presence.Present> attendConversation(
            @PathVariable UUID id, @RequestBody @Valid AtIt body, Staff staff) {
        var one = scope.find(staff, id);
        presence.look(staff, one, body.writing());
        return presence.at(one);
    }

    @DeleteMapping("/presence")
    @Needs(Permission.CONVERSATION_READ)
    @Operation(summary = "One has left it")
    void leaveConversation(@PathVariable UUID id, Staff staff) {
        presence.leave(staff, scope.find(staff, id));
    }

    private ConversationView view(Staff staff, UUID id, Locale language) {
        return views.view(scope.find(staff, id), staff, language);
    }
}
