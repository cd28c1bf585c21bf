package anxin.tickets.matter;

/** What kind of matter it is, how much it takes, and how soon it is looked at. */
public record Triage(Topic type, Grade grade, Priority priority) {

    public enum Topic {
        LOGISTICS,
        WAREHOUSE,
        QUALITY,
        PAYMENT,
        TECHNICAL,
        COMPLAINT,
        OTHER
    }

    /** Each has a limit of its own. */
    public enum Grade {
        SIMPLE,
        COMPLEX,
        MAJOR_COMPLAINT
    }

    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        URGENT
    }
}
