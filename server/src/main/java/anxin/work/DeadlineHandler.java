package anxin.work;

/**
 * What happens when a deadline is missed. Runs in the transaction that removes the deadline, on one
 * node; it may set the next one. When it throws, the deadline stays and is tried again later.
 */
public interface DeadlineHandler {

    String kind();

    void missed(Deadline deadline);
}
