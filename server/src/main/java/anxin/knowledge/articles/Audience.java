package anxin.knowledge.articles;

/** Who may read an article. */
public enum Audience {
    CUSTOMER,
    STAFF
}
