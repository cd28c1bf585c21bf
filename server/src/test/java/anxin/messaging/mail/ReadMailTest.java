package anxin.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import anxin.messaging.connections.NoConnections;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadMailTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Instant NOW = Instant.parse("2026-11-13T02:00:00Z");

    @Test
    void a_mail_in_gbk_is_read_also_where_its_characters_are_cut_in_two() throws Exception {
        var subject = "杯子破损镕".getBytes(GBK);
        var first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(subject, 3));
        var rest =
                Base64.getEncoder()
                        .encodeToString(java.util.Arrays.copyOfRange(subject, 3, subject.length));
        var mail =
                read(
                        "From: =?gb2312?B?%s?= <Lin.Xiao@Example.com>\nSubject: =?gb2312?B?%s?=\n =?gb2312?B?%s?=\nContent-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n"
                                .formatted(
                                        Base64.getEncoder().encodeToString("林晓".getBytes(GBK)),
                                        first,
                                        rest),
                        "朱镕基的杯子破损了".getBytes(GBK));
        assertThat(mail.subject()).isEqualTo("杯子破损镕");
        assertThat(mail.fromName()).isEqualTo("林晓");
        assertThat(mail.from()).isEqualTo("lin.xiao@example.com");
        assertThat(mail.text()).isEqualTo("朱镕基的杯子破损了");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8"})
    void a_mail_that_names_no_character_set_or_one_nobody_knows_is_read(String charset)
            throws Exception {
        var text = "我要退款，谢谢".getBytes(Charset.forName(charset));
        assertThat(read("From: a@b.c\nContent-Transfer-Encoding: 8bit\n\n", text).text())
                .isEqualTo("我要退款，谢谢");
        assertThat(
                        read(
                                        "From: a@b.c\nContent-Type: text/plain; charset=x-unknown-7\nContent-Transfer-Encoding: 8bit\n\n",
                                        text)
                                .text())
                .isEqualTo("我要退款，谢谢");
    }

    @Test
    void a_page_does_nothing_and_is_text() throws Exception {
        var mail =
                read(
                        "From: a@b.c\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n",
                        """
                        <html><head><title>x</title><style>p{color:red}</style></head><body onload="alert(1)">
                        <p>杯子<b>破损</b>了</p><script>alert(1)</script><div>请<a href="javascript:alert(1)" onclick="x()">退款</a></div>
                        <img src="https://spy.example/p.gif"><svg><script>alert(2)</script></svg><form action="/x"><input></form>
                        <div style="display: none">hidden</div><iframe src="https://x.example"></iframe>
                        <a href="https://shop.example/o/1">订单</a></body></html>
                        """
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(mail.text()).contains("杯子破损了", "请退款", "订单").doesNotContain("alert", "hidden");
        assertThat(mail.html())
                .contains("<b>破损</b>", "href=\"https://shop.example/o/1\"", "noopener")
                .doesNotContain(
                        "script", "onclick", "onload", "javascript", "spy.example", "style=")
                .doesNotContain("<form", "<iframe", "<img", "<svg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    还没收到/n/n在 2026-11-13 10:00:00，"港湾茶集" <care@tea.example> 写道：/n> 已寄出 | 还没收到
                    still waiting/n/nOn Fri, 13 Nov 2026 at 10:00, Harbour Tea <care@tea.example> wrote:/n> sent | still waiting
                    收到了/n/n------------------ 原始邮件 ------------------/n发件人: "x" <a@b.c>;          | 收到了
                    ok/n/n-----Original Message-----/nFrom: a@b.c                                         | ok
                    破损/n/n发件人： 港湾茶集 <care@tea.example>/n发送时间： 2026年11月13日/n收件人： 林晓 | 破损
                    yes/n> question one/n> question two                                                   | yes
                    > 只有引用                                                                            | > 只有引用
                    没有历史 From: 你好                                                                   | 没有历史 From: 你好
                    """)
    void what_was_said_before_is_folded_and_nothing_is_lost(String text, String said) {
        var lines = text.replace("/n", "\n").strip();
        var parted = Quoted.of(lines);
        assertThat(parted.said()).isEqualTo(said);
        var history = parted.history();
        assertThat((parted.said() + (history == null ? "" : history)).replaceAll("\\s", ""))
                .isEqualTo(lines.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    From: a@b.c                                                | PERSON
                    From: a@b.c/nAuto-Submitted: no                            | PERSON
                    From: a@b.c/nAuto-Submitted: auto-replied                  | AUTO_REPLY
                    From: a@b.c/nX-Auto-Response-Suppress: All                 | AUTO_REPLY
                    From: a@b.c/nPrecedence: auto_reply                        | AUTO_REPLY
                    From: a@b.c/nSubject: 自动回复：休假中                       | AUTO_REPLY
                    From: a@b.c/nSubject: Automatic reply: away                | AUTO_REPLY
                    From: a@b.c/nReturn-Path: <>                               | AUTO_REPLY
                    From: a@b.c/nPrecedence: bulk                              | BULK
                    From: a@b.c/nList-Id: <news.example>                       | BULK
                    From: Care@Tea.Example                                     | OWN
                    From: MAILER-DAEMON@mx.example                             | BOUNCE
                    From: PostMaster@qq.com                                    | BOUNCE
                    """)
    void who_wrote_is_decided_by_the_headers(String headers, MailSort sort) throws Exception {
        var mail = read(headers.replace("/n", "\n") + "\n\n", "x".getBytes(StandardCharsets.UTF_8));
        assertThat(MailSort.of(mail, "care@tea.example", false)).isEqualTo(sort);
    }

    @Test
    void a_broken_mail_is_read_as_far_as_it_goes() throws Exception {
        var mail =
                read(
                        "From: a@b.c\nContent-Type: multipart/mixed; boundary=\n\n",
                        "--x\nno end\0".getBytes(StandardCharsets.UTF_8));
        assertThat(mail.text()).doesNotContain("\0");
        assertThat(mail.id()).startsWith("sha256:");
        assertThat(read("", new byte[0]).from()).isEmpty();
    }

    @Test
    void an_id_of_ours_is_known_and_one_that_is_made_up_is_not() {
        var ids = new MailIds(NoConnections.OPEN);
        var answer = UUID.randomUUID();
        var id = ids.messageId(answer, "care@tea.example");
        assertThat(id).endsWith("@tea.example>");
        assertThat(ids.answer(id)).contains(answer);
        assertThat(ids.answer(id.replace(answer.toString(), UUID.randomUUID().toString())))
                .isEmpty();
        assertThat(ids.answer("<CAF123@mail.gmail.com>")).isEmpty();
        var address = ids.replyTo(answer, "care@tea.example");
        assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(ids.conversation(address)).contains(answer);
        assertThat(ids.conversation(address.replace("@", "0@"))).isEmpty();
        assertThat(ids.conversation("care@tea.example")).isEmpty();
    }

    private static Mail read(String headers, byte[] body) throws Exception {
        var raw = new java.io.ByteArrayOutputStream();
        raw.writeBytes(headers.getBytes(StandardCharsets.ISO_8859_1));
        raw.writeBytes(body);
        // Headers that are not encoded come as the bytes that their sender typed.
        var bytes =
                headers.chars().allMatch(c -> c < 256)
                        ? raw.toByteArray()
                        : concat(headers.getBytes(StandardCharsets.UTF_8), body);
        return ReadMail.of(bytes, NOW);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var all = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
