package anxin;

import anxin.aftersales.Stage;
import anxin.aftersales.refund.FakeGateway;
import anxin.aftersales.scenario.Walked;
import anxin.identity.TestPeople;
import anxin.messaging.TestCustomers;
import anxin.messaging.attachments.TestFiles;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a real PostgreSQL, one context for all tests. Background work stands
 * still: a test moves time with {@link TestClock} and asks for what is due. Each test makes shops
 * of its own and sees no other's rows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anxin.background=false",
            "anxin.home=target/test-home",
            "anxin.postgres.fsync=off",
            "anxin.language.examples=4"
        })
@AutoConfigureMockMvc
@Import({
    TestClock.class,
    TestPeople.class,
    TestCustomers.class,
    Stage.class,
    FakeGateway.class,
    TestFiles.class,
    Walked.class
})
public @interface AnxinTest {}
