package anxin.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.AnxinTest;
import anxin.identity.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AnxinTest
class FirstPeopleTest {

    @Autowired FirstPeople first;
    @Autowired PersonStore people;
    @Autowired StaffReader staff;
    @Autowired SignIn signIn;

    @Test
    void an_installation_begins_with_an_administrator_who_may_do_everything_everywhere() {
        var admin = people.credentials("ADMIN").orElseThrow();
        var someone = staff.find(admin.id()).orElseThrow();
        assertThat(someone.staff().permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(someone.staff().shops()).as("every shop").isNull();
    }

    @Test
    void the_cast_of_the_demo_works_in_the_demo_shops_and_stays_out_of_a_real_one() {
        first.addDemoPeople();
        first.addDemoPeople();
        var zhouNing = people.credentials("zhouning").orElseThrow();
        var someone = staff.find(zhouNing.id()).orElseThrow();
        assertThat(someone.staff().name()).isEqualTo("周宁");
        assertThat(someone.staff().tier()).isEqualTo("L1");
        assertThat(someone.staff().teams()).containsExactly("AFTERSALES");
        assertThat(someone.staff().shops()).hasSize(3);
        var dingMin = people.credentials("dingmin").flatMap(known -> staff.find(known.id()));
        assertThat(dingMin.orElseThrow().staff().stores()).hasSize(1);
        assertThat(signIn.with("zhouning", DemoPerson.ZHOUNING.password(), "198.51.100.250"))
                .as("everybody knows this password, and this is no demo")
                .isEmpty();
    }

    @Test
    void nobody_in_a_built_in_role_signs_what_they_may_not_decide() {
        for (var role : BuiltInRole.values()) {
            var permissions = java.util.List.of(role.permissions());
            if (permissions.contains(Permission.APPROVE_REFUND.name())) {
                assertThat(role.tier()).as(role.id()).isGreaterThanOrEqualTo("L3");
            }
            if (permissions.contains(Permission.PEOPLE_MANAGE.name())) {
                assertThat(role).isEqualTo(BuiltInRole.ADMINISTRATOR);
            }
        }
    }
}
