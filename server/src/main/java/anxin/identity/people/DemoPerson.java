package anxin.identity.people;

import anxin.identity.Workplace;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cast of the demo shops, one for each role. Their passwords are no secret. */
public enum DemoPerson {
    ZHOUNING("周宁", "Zhou Ning", BuiltInRole.AGENT, "AFTERSALES"),
    SUNJIE("孙洁", "Sun Jie", BuiltInRole.SENIOR, "AFTERSALES", "COMPLAINT"),
    HEWEI("何伟", "He Wei", BuiltInRole.TEAM_LEADER, "AFTERSALES", "COMPLAINT", "EXPERT"),
    XUYAN("许岩", "Xu Yan", BuiltInRole.MANAGER, "AFTERSALES", "COMPLAINT", "EXPERT", "STORE"),
    MALAN("马岚", "Ma Lan", BuiltInRole.FINANCE, "FINANCE"),
    GUOQIANG("郭强", "Guo Qiang", BuiltInRole.WAREHOUSE, "WAREHOUSE"),
    DINGMIN("丁敏", "Ding Min", BuiltInRole.STORE, "STORE"),
    LUOFENG("罗枫", "Luo Feng", BuiltInRole.LOGISTICS, "LOGISTICS"),
    SHENKE("沈科", "Shen Ke", BuiltInRole.TECHNOLOGY),
    FANGPIN("方品", "Fang Pin", BuiltInRole.PRODUCT),
    TANGYI("唐怡", "Tang Yi", BuiltInRole.ANALYST),
    ADMIN("管理员", "Administrator", BuiltInRole.ADMINISTRATOR, "AFTERSALES");

    private static final ShopId MULAN = new ShopId("mulan");
    private static final List<ShopId> SHOPS =
            List.of(MULAN, new ShopId("harbour-tea"), new ShopId("starlight-live"));

    private final Text name;
    private final BuiltInRole role;
    private final List<String> teams;

    DemoPerson(String zh, String en, BuiltInRole role, String... teams) {
        this.name = Text.of(zh, en);
        this.role = role;
        this.teams = List.of(teams);
    }

    public String login() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String password() {
        return "anxin-demo-" + role.id();
    }

    public BuiltInRole role() {
        return role;
    }

    public Text text() {
        return name;
    }

    Person person() {
        return new Person(
                UUID.nameUUIDFromBytes(("anxin-demo/" + login()).getBytes(StandardCharsets.UTF_8)),
                login(),
                name.zh(),
                null,
                shops(),
                List.of(role.id()),
                teams,
                this == DINGMIN ? List.of(new Workplace(MULAN, "S01")) : List.of(),
                true);
    }

    private @Nullable List<ShopId> shops() {
        return switch (this) {
            case ADMIN -> null;
            case DINGMIN -> List.of(MULAN);
            default -> SHOPS;
        };
    }
}
