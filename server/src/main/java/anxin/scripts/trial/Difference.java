package anxin.scripts.trial;

/**
 * How far two shares lie apart, with the interval in which the true difference lies nineteen times
 * in twenty (Newcombe's, from Wilson's for each).
 */
record Difference(double difference, double low, double high, Verdict verdict) {

    enum Verdict {
        /** Too few conversations to say anything. */
        NOT_ENOUGH,
        /** Enough, and the interval holds zero. */
        NO_DIFFERENCE,
        FIRST_BETTER,
        SECOND_BETTER
    }

    /** Fewer in one of the two say nothing. */
    static final int ENOUGH = 30;

    private static final double Z = 1.96;

    private record Interval(double share, double low, double high) {

        static Interval of(int hits, int all) {
            if (all == 0) {
                return new Interval(0, 0, 1);
            }
            double share = hits / (double) all;
            double squared = Z * Z;
            double middle = (share + squared / (2 * all)) / (1 + squared / all);
            double half =
                    Z
                            * Math.sqrt(share * (1 - share) / all + squared / (4.0 * all * all))
                            / (1 + squared / all);
            return new Interval(share, Math.max(0, middle - half), Math.min(1, middle + half));
        }
    }

    /** Of the first over the second. */
    static Difference of(int firstHits, int firstAll, int secondHits, int secondAll) {
        var first = Interval.of(firstHits, firstAll);
        var second = Interval.of(secondHits, secondAll);
        double apart = first.share() - second.share();
        double low =
                apart - Math.hypot(first.share() - first.low(), second.high() - second.share());
        double high =
                apart + Math.hypot(first.high() - first.share(), second.share() - second.low());
        return new Difference(
                apart,
                Math.max(-1, low),
                Math.min(1, high),
                verdict(Math.min(firstAll, secondAll), low, high));
    }

    private static Verdict verdict(int fewer, double low, double high) {
        if (fewer < ENOUGH) {
            return Verdict.NOT_ENOUGH;
        }
        if (low > 0) {
            return Verdict.FIRST_BETTER;
        }
        return high < 0 ? Verdict.SECOND_BETTER : Verdict.NO_DIFFERENCE;
    }
}
