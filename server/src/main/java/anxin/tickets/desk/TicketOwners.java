package anxin.tickets.desk;

import anxin.identity.Colleagues;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.problem.Problem;
import anxin.tickets.matter.Owner;
import org.springframework.stereotype.Component;

/** Who can own a ticket of a shop. */
@Component
class TicketOwners {

    private final Colleagues colleagues;

    TicketOwners(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    Owner require(ShopId shop, Owner owner) {
        if (owner.staff() != null
                && colleagues.whoMay(Permission.TICKET_WORK, shop).stream()
                        .noneMatch(one -> one.id().equals(owner.staff()))) {
            throw Problem.invalid(
                    "/owner/staff", "该同事不处理本店工单", "is nobody who works on tickets of this shop");
        }
        if (owner.team() != null
                && colleagues.teams(shop).stream().noneMatch(t -> t.id().equals(owner.team()))) {
            throw Problem.invalid("/owner/team", "没有这个技能组", "is no team of this shop");
        }
        return owner;
    }
}
