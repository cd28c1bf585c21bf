package anxin.identity.people;

import static anxin.identity.Permission.APPROVE_REFUND;
import static anxin.identity.Permission.CASE_DECIDE;
import static anxin.identity.Permission.CASE_MESSAGE;
import static anxin.identity.Permission.CASE_READ;
import static anxin.identity.Permission.CASE_SUBMIT;
import static anxin.identity.Permission.COMMERCE_READ;
import static anxin.identity.Permission.COMMERCE_WRITE;
import static anxin.identity.Permission.CONVERSATION_ANSWER;
import static anxin.identity.Permission.CONVERSATION_READ;
import static anxin.identity.Permission.FINANCE_WORK;
import static anxin.identity.Permission.INSIGHT_READ;
import static anxin.identity.Permission.JOURNAL_READ;
import static anxin.identity.Permission.KNOWLEDGE_READ;
import static anxin.identity.Permission.KNOWLEDGE_REVIEW;
import static anxin.identity.Permission.KNOWLEDGE_WRITE;
import static anxin.identity.Permission.LANGUAGE_READ;
import static anxin.identity.Permission.LANGUAGE_WRITE;
import static anxin.identity.Permission.LOGISTICS_WORK;
import static anxin.identity.Permission.PERSONAL_READ;
import static anxin.identity.Permission.POLICY_READ;
import static anxin.identity.Permission.POLICY_WRITE;
import static anxin.identity.Permission.PRODUCT_WORK;
import static anxin.identity.Permission.ROUTING_WRITE;
import static anxin.identity.Permission.SCRIPT_READ;
import static anxin.identity.Permission.SCRIPT_REVIEW;
import static anxin.identity.Permission.SCRIPT_WRITE;
import static anxin.identity.Permission.STORE_WORK;
import static anxin.identity.Permission.TECHNOLOGY_WORK;
import static anxin.identity.Permission.TICKET_ANSWER;
import static anxin.identity.Permission.TICKET_READ;
import static anxin.identity.Permission.TICKET_RULES;
import static anxin.identity.Permission.TICKET_WORK;
import static anxin.identity.Permission.WAREHOUSE_WORK;

import anxin.identity.Permission;
import anxin.kernel.Text;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The roles every shop has from the first day. Shops may add roles of their own. */
public enum BuiltInRole {
    AGENT(
            "客服",
            "Agent",
            "L1",
            CASE_READ,
            CASE_DECIDE,
            CASE_MESSAGE,
            CASE_SUBMIT,
            CONVERSATION_READ,
            CONVERSATION_ANSWER,
            COMMERCE_READ,
            TICKET_READ,
            TICKET_WORK,
            LANGUAGE_READ,
            KNOWLEDGE_READ,
            SCRIPT_READ),
    SENIOR("资深客服", "Senior agent", "L2", AGENT, PERSONAL_READ, KNOWLEDGE_WRITE, SCRIPT_WRITE),
    TEAM_LEADER(
            "组长",
            "Team leader",
            "L3",
            SENIOR,
            APPROVE_REFUND,
            POLICY_READ,
            INSIGHT_READ,
            KNOWLEDGE_REVIEW,
            SCRIPT_REVIEW),
    MANAGER(
            "经理",
            "Manager",
            "L4",
            TEAM_LEADER,
            COMMERCE_WRITE,
            POLICY_WRITE,
            JOURNAL_READ,
            WAREHOUSE_WORK,
            STORE_WORK,
            LOGISTICS_WORK,
            LANGUAGE_WRITE,
            ROUTING_WRITE,
            TICKET_ANSWER,
            TICKET_RULES),
    FINANCE(
            "财务",
            "Finance",
            "L5",
            CASE_READ,
            COMMERCE_READ,
            FINANCE_WORK,
            TICKET_ANSWER,
            APPROVE_REFUND,
            INSIGHT_READ,
            JOURNAL_READ),
    WAREHOUSE("仓库", "Warehouse", "L1", CASE_READ, COMMERCE_READ, WAREHOUSE_WORK, TICKET_ANSWER),
    STORE("门店", "Store", "L1", CASE_SUBMIT, COMMERCE_READ, STORE_WORK),
    LOGISTICS("物流", "Logistics", "L1", CASE_READ, COMMERCE_READ, LOGISTICS_WORK, TICKET_ANSWER),
    TECHNOLOGY("技术", "Technology", "L1", COMMERCE_READ, TECHNOLOGY_WORK, TICKET_ANSWER),
    PRODUCT("商品", "Product", "L1", COMMERCE_READ, PRODUCT_WORK, TICKET_ANSWER),
    ANALYST(
            "数据分析",
            "Analyst",
            "L1",
            COMMERCE_READ,
            POLICY_READ,
            INSIGHT_READ,
            LANGUAGE_READ,
            KNOWLEDGE_READ,
            SCRIPT_READ),
    ADMINISTRATOR("管理员", "Administrator", "L5", EnumSet.allOf(Permission.class));

    private final Text text;
    private final String tier;
    private final Set<Permission> permissions;

    BuiltInRole(String zh, String en, String tier, Permission first, Permission... others) {
        this(zh, en, tier, EnumSet.of(first, others));
    }

    BuiltInRole(String zh, String en, String tier, BuiltInRole base, Permission... more) {
        this(zh, en, tier, EnumSet.copyOf(base.permissions));
        permissions.addAll(Set.of(more));
    }

    BuiltInRole(String zh, String en, String tier, EnumSet<Permission> permissions) {
        this.text = Text.of(zh, en);
        this.tier = tier;
        this.permissions = permissions;
    }

    /** {@code team-leader} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Text text() {
        return text;
    }

    String tier() {
        return tier;
    }

    String[] permissions() {
        return permissions.stream().map(Permission::name).toArray(String[]::new);
    }
}
