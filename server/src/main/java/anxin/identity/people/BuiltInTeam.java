package anxin.identity.people;

import anxin.kernel.Text;

/** The skill groups that the queues of after-sales know. Shops may add teams of their own. */
enum BuiltInTeam {
    AFTERSALES("售后组", "After-sales"),
    COMPLAINT("投诉组", "Complaints"),
    EXPERT("专家组", "Experts"),
    STORE("门店组", "Stores"),
    WAREHOUSE("仓库组", "Warehouse"),
    LOGISTICS("物流组", "Logistics"),
    FINANCE("财务组", "Finance");

    private final Text text;

    BuiltInTeam(String zh, String en) {
        text = Text.of(zh, en);
    }

    Text text() {
        return text;
    }
}
