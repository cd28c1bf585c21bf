package anxin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Anxin.class);

    @Test
    void modules_call_only_whom_they_declare() {
        MODULES.verify();
        assertThat(MODULES.stream().count()).isGreaterThanOrEqualTo(3);
    }
}
