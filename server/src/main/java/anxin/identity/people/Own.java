package anxin.identity.people;

/** What a shop makes for itself, and where it is kept who has it. */
enum Own {
    ROLE("role", "person_role", "role_id"),
    TEAM("team", "membership", "team_id");

    private final String table;
    private final String holders;
    private final String column;

    Own(String table, String holders, String column) {
        this.table = table;
        this.holders = holders;
        this.column = column;
    }

    String table() {
        return table;
    }

    String holders() {
        return holders;
    }

    String column() {
        return column;
    }
}
