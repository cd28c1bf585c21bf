package anxin.aftersales.cases;

/** Whoever must write something down with a move, in its transaction. */
public interface CaseWitness {

    void moved(CaseRow before, CaseRow after, Move move);
}
