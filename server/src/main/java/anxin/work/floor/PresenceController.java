package anxin.work.floor;

import anxin.identity.Caller.Staff;
import anxin.identity.ForStaff;
import anxin.work.line.Dispatcher;
import anxin.work.presence.Attendance;
import anxin.work.presence.Attendance.State;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether one is there for work. */
@RestController
@RequestMapping("/api/v1/presence")
class PresenceController {

    /** Without a state it is a sign of life alone. */
    record MyPresence(@Nullable State state) {}

    /**
     * @param load how much one has of what one takes
     */
    record PresenceView(State state, Instant since, int load, int capacity) {

        static PresenceView of(Attendance.Own own) {
            return new PresenceView(own.state(), own.since(), own.load(), own.capacity());
        }
    }

    private final Attendance attendance;
    private final Dispatcher dispatcher;

    PresenceController(Attendance attendance, Dispatcher dispatcher) {
        this.attendance = attendance;
        this.dispatcher = dispatcher;
    }

    @GetMapping
    @ForStaff
    @Operation(summary = "Whether one is there for work, as the server knows it")
    PresenceView readPresence(Staff staff) {
        return PresenceView.of(attendance.own(staff));
    }

    @PutMapping
    @ForStaff
    @Transactional
    @Operation(
            summary = "Says whether one is there for work; every 20 seconds a sign of life",
            description =
                    "Work is given to whoever is AVAILABLE. Without a sign of life for a minute one"
                            + " counts as OFFLINE, and comes back as one was; after ten minutes as AWAY.")
    PresenceView keepPresence(@RequestBody MyPresence body, Staff staff) {
        var changed = attendance.say(staff, body.state());
        var own = attendance.own(staff);
        if (changed && own.state() == State.AVAILABLE) {
            dispatcher.ring(List.of(), List.of(staff.id()));
        }
        return PresenceView.of(own);
    }
}
