package anxin.scripts.wording;

import anxin.kernel.Text;

/**
 * One place to mend.
 *
 * @param from where the words begin, and {@code to} where they end, in characters
 * @param start where the sentence begins that {@code proposal} takes the place of, and {@code end}
 *     where it ends
 */
record Slip(
        Kind kind,
        int from,
        int to,
        String words,
        Text problem,
        int start,
        int end,
        String proposal) {

    enum Kind {
        /** A promise without a time. */
        VAGUE,
        BLAME,
        RUDE,
        /** More than the shop's policy grants. */
        OVER_PROMISE
    }
}
