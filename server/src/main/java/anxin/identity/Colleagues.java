package anxin.identity;

import anxin.kernel.ShopId;
import java.util.List;
import java.util.UUID;

/** Who works in a shop, for those who hand something over to them. */
public interface Colleagues {

    /** One who is there, with the teams they belong to. */
    record Colleague(UUID id, String name, List<String> teams) {}

    /** A team that works for the shop. */
    record Team(String id, String nameZh, String nameEn) {}

    /** Everybody in the shop with this right, by name. */
    List<Colleague> whoMay(Permission permission, ShopId shop);

    List<Team> teams(ShopId shop);
}
