package anxin.messaging.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anxin.AnxinTest;
import anxin.TestClock;
import anxin.kernel.ShopId;
import anxin.kernel.fact.FactLog;
import anxin.kernel.upkeep.Upkeep;
import anxin.messaging.Attachments.AttachmentView;
import anxin.messaging.Attachments.NotReady;
import anxin.messaging.Attachments.State;
import anxin.messaging.Attachments.Use;
import anxin.messaging.attachments.ClamdStub.Mood;
import anxin.messaging.channel.ChannelHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@AnxinTest
class ScanTest {

    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    private final ShopId shop = new ShopId("t-" + UUID.randomUUID().toString().substring(0, 8));
    private final UUID id = UUID.randomUUID();

    @Autowired AttachmentStore store;
    @Autowired FileFolder folder;
    @Autowired Links links;
    @Autowired ChannelHttp http;
    @Autowired FactLog facts;
    @Autowired TransactionTemplate transaction;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;
    @Autowired Upkeep upkeep;

    private ClamdStub scanner;
    private FileWork work;
    private KeepAttachments attachments;

    ScanTest() throws IOException {
        scanner = new ClamdStub();
    }

    @BeforeEach
    void aScanner() {
        var clamd = new Clamd(scanner.address(), Duration.ofMillis(300));
        work = new FileWork(store, folder, clamd, http, facts, transaction, clock, LARGEST, false);
        attachments =
                new KeepAttachments(store, folder, links, clamd, work, transaction, clock, LARGEST);
    }

    @AfterEach
    void closeTheDoor() throws IOException {
        scanner.close();
        db.sql("update messaging.stored_file set state = 'CLEAN' where shop_id = :shop")
                .param("shop", shop.value())
                .update();
    }

    @Test
    void what_was_not_looked_at_is_shown_to_nobody_and_leaves_with_nothing() {
        keep("清单.txt", "一二三".getBytes(StandardCharsets.UTF_8));
        assertThat(look().state()).isEqualTo(State.CHECKING);
        assertThat(look().url()).isNull();
        assertThatThrownBy(() -> attachments.contents(shop, List.of(id)))
                .isInstanceOfSatisfying(NotReady.class, no -> assertThat(no.isForGood()).isFalse());
        work.scanDue();
        assertThat(look().state()).isEqualTo(State.READY);
        assertThat(look().url()).startsWith("/api/v1/files/" + shop);
    }

    @Test
    void a_virus_is_kept_away_and_told() {
        keep("发票.txt", ClamdStub.EICAR);
        attachments.use(List.of(new Use(shop, id, "conversation:x")));
        work.scanDue();
        assertThat(look().state()).isEqualTo(State.INFECTED);
        assertThat(look().trouble()).contains("Eicar-Test-Signature");
        assertThat(look().url()).isNull();
        assertThatThrownBy(() -> attachments.contents(shop, List.of(id)))
                .isInstanceOfSatisfying(NotReady.class, no -> assertThat(no.isForGood()).isTrue());
        assertThat(told()).containsExactly("INFECTED");
    }

    @Test
    void a_scanner_on_a_bad_day_lets_nothing_pass_and_is_asked_again() {
        keep("a.txt", "bad day".getBytes(StandardCharsets.UTF_8));
        for (var mood : List.of(Mood.HANGS_UP, Mood.SILENT, Mood.TOO_LARGE)) {
            scanner.be(mood);
            work.scanDue();
            assertThat(look().state()).as("%s", mood).isEqualTo(State.CHECKING);
            assertThat(look().trouble()).as("%s", mood).contains("cannot be reached");
            clock.forward(Duration.ofMinutes(15));
        }
        var looks = scanner.looks();
        scanner.be(Mood.WELL);
        work.scanDue();
        assertThat(look().state()).isEqualTo(State.READY);
        work.scanDue();
        assertThat(scanner.looks()).as("once it has passed").isEqualTo(looks + 1);
    }

    @Test
    void a_scanner_that_is_not_there_lets_nothing_pass() throws IOException {
        keep("a.txt", "nobody there".getBytes(StandardCharsets.UTF_8));
        scanner.close();
        work.scanDue();
        assertThat(look().state()).isEqualTo(State.CHECKING);
        assertThat(look().trouble()).contains("cannot be reached");
    }

    @Test
    void the_same_content_of_two_is_looked_at_once_and_stays_as_long_as_one_uses_it() {
        var content = "twice".getBytes(StandardCharsets.UTF_8);
        var other = UUID.randomUUID();
        keep("a.txt", content);
        attachments.take(shop, other, "channel:x", "b.txt", content);
        attachments.use(List.of(new Use(shop, other, "conversation:x")));
        work.scanDue();
        assertThat(scanner.looks()).isEqualTo(1);
        var file = folder.path(shop, store.find(shop, id).orElseThrow().hashOrThrow());
        assertThat(file).exists();
        clock.forward(Duration.ofDays(3));
        sweep();
        assertThat(store.find(shop, id)).as("nobody sent it").isEmpty();
        assertThat(file).exists();
        db.sql("delete from messaging.attachment where shop_id = :shop")
                .param("shop", shop.value())
                .update();
        clock.forward(Duration.ofHours(2));
        sweep();
        assertThat(file).doesNotExist();
        keep("c.txt", content);
        assertThat(Files.exists(file)).as("and is written anew").isTrue();
    }

    /** A chore that nobody has done yet is due at once, whatever other clocks have seen. */
    private void sweep() {
        db.sql("delete from kernel.chore").update();
        upkeep.runDue();
    }

    private void keep(String name, byte[] content) {
        attachments.keep(shop, id, "staff:x", name, content, Locale.ENGLISH);
    }

    private AttachmentView look() {
        return Objects.requireNonNull(attachments.of(shop, List.of(id), Locale.ENGLISH).get(id));
    }

    private List<String> told() {
        return db
                .sql(
                        """
                select f.payload ->> 'state' from kernel.fact f
                 where f.shop_id = :shop and f.type = 'messaging.attachment-changed' and f.subject = 'conversation:x'
                """)
                .param("shop", shop.value())
                .query(String.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
