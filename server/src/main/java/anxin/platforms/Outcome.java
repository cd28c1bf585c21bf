package anxin.platforms;

import java.time.Duration;

/** What is known after a platform was told something. */
public sealed interface Outcome {

    record Done() implements Outcome {}

    /** Refused for certain. */
    record Refused(String code, String message) implements Outcome {}

    /** The case has changed over there since it was read. */
    record Changed() implements Outcome {}

    /** The platform has no interface for this: a person does it over there. */
    record NotOffered(String why) implements Outcome {}

    /** Not taken: it has enough of us for now, or our key is no longer good. */
    record Later(Duration in, String why) implements Outcome {}

    /** Time-out, broken line, an answer not understood: it may have been taken or not. */
    record Unknown(String why) implements Outcome {}
}
