package anxin.kernel.review;

import anxin.kernel.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text with versions stands: which is live, which is being written or looked at, and until
 * when the live one counts without being confirmed. Each act answers how it stands afterwards.
 *
 * @param openNumber the version that is being written or looked at; null is none
 * @param inReview whether the open version waits for a second person
 * @param staleAt until when the live version counts unless somebody confirms it
 */
public record Reviewed(
        int freshDays,
        @Nullable Integer liveNumber,
        @Nullable Integer openNumber,
        boolean inReview,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant staleAt) {

    /** A version, with who had a hand in it. */
    public interface Written {
        List<String> authors();

        @Nullable String submittedBy();
    }

    public static Reviewed begun(int freshDays) {
        return new Reviewed(freshDays, null, null, false, null, null, null);
    }

    /** The number of the version that a change is written into. */
    public int numberToWrite(int last) {
        return openNumber == null ? last + 1 : openNumber;
    }

    public Reviewed written(int number, int days) {
        return new Reviewed(days, liveNumber, number, false, confirmedBy, confirmedAt, staleAt);
    }

    public Reviewed discarded() {
        requireOpen();
        return closed(liveNumber);
    }

    public Reviewed submitted() {
        return waiting(true);
    }

    public Reviewed sentBack() {
        return waiting(false);
    }

    public Reviewed approved(String by, Instant now) {
        return live(requireOpen(), null, by, now);
    }

    /** An older version takes the place of the live one; what is being written stays. */
    public Reviewed broughtBack(int number, String by, Instant now) {
        return live(number, openNumber, by, now);
    }

    public Reviewed confirmed(String by, Instant now) {
        return live(requireLive(), openNumber, by, now);
    }

    public Reviewed takenAway() {
        requireLive();
        return new Reviewed(freshDays, null, openNumber, inReview, confirmedBy, confirmedAt, null);
    }

    public boolean isStale(Instant now) {
        return staleAt != null && !staleAt.isAfter(now);
    }

    public int requireOpen() {
        var open = openNumber;
        if (open == null) {
            throw Problem.refused("nothing-written", "没有正在编辑的版本", "Nothing is being written on it");
        }
        return open;
    }

    public int requireLive() {
        var live = liveNumber;
        if (live == null) {
            throw Problem.refused("not-live", "尚未上线", "It is not live");
        }
        return live;
    }

    /** A second pair of eyes: a person, and none of those who had a hand in it. */
    public int requireReview(boolean person, boolean hadAHand) {
        int number = requireOpen();
        if (!inReview) {
            throw Problem.refused(
                    "not-in-review", "该版本尚未提交审核", "Nobody has submitted this version for review");
        }
        if (!person) {
            throw Problem.refused(
                    "review-needs-a-person", "审核须由人工完成", "A review is done by a person");
        }
        if (hadAHand) {
            throw Problem.refused(
                    "own-work",
                    "作者不能审核自己的内容，请由另一位同事审核",
                    "Whoever wrote or proposed it does not review it; a colleague does");
        }
        return number;
    }

    public static boolean hadAHand(String actor, Written version) {
        return version.authors().contains(actor) || actor.equals(version.submittedBy());
    }

    public static Problem changedMeanwhile(int current) {
        return Problem.conflict(
                        "version-conflict",
                        "内容已被他人修改，请刷新后重试",
                        "Somebody else changed this; look at it again")
                .with("current", current);
    }

    private Reviewed waiting(boolean forReview) {
        return new Reviewed(
                freshDays, liveNumber, requireOpen(), forReview, confirmedBy, confirmedAt, staleAt);
    }

    private Reviewed closed(@Nullable Integer live) {
        return new Reviewed(freshDays, live, null, false, confirmedBy, confirmedAt, staleAt);
    }

    private Reviewed live(int number, @Nullable Integer open, String by, Instant now) {
        return new Reviewed(
                freshDays,
                number,
                open,
                open != null && inReview,
                by,
                now,
                now.plus(Duration.ofDays(freshDays)));
    }
}
