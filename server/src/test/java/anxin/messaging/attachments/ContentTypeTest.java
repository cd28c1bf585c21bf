package anxin.messaging.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    %PDF-1.7                          | application/pdf
                    你好，林晓                         | text/plain
                    <!DOCTYPE html><p>x               | text/html
                    <svg onload="alert(1)">           | image/svg+xml
                    <?xml version="1.0"?><svg/>       | image/svg+xml
                    hello <script>alert(1)</script>   | text/html
                    OggSxxxx                          | audio/ogg
                    ....ftypisom                      | video/mp4
                    """)
    void the_content_says_what_it_is(String content, String type) {
        assertThat(ContentType.of(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\u0090\u0000", "\u007fELF\u0002", "#!/bin/sh\nrm -rf /"})
    void a_program_is_not_kept_whatever_it_is_called(String content) {
        var bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Prepared.of(bytes, 1_000))
                .isInstanceOfSatisfying(
                        NotKept.class,
                        no -> assertThat(no.problem().toString()).contains("attachment-program"));
    }

    @Test
    void what_says_it_is_a_picture_and_is_none_is_bytes() throws NotKept {
        var liar = Prepared.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2}, 1_000);
        assertThat(liar.type()).isEqualTo(ContentType.UNKNOWN);
        assertThat(liar.width()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ../../etc/passwd      | text/plain      | passwd.txt
                    C:\\Users\\a\\invoice.pdf | application/pdf | invoice.pdf
                    run.bat               | text/plain      | run.bat.txt
                    photo.png             | image/jpeg      | photo.jpg
                    破损照片.JPEG          | image/jpeg      | 破损照片.JPEG
                    page.html             | text/html       | page.html.html.txt
                    .htaccess             | text/plain      | htaccess.txt
                    """)
    void a_name_does_no_harm(String given, String type, String name) {
        assertThat(FileName.of(given, type)).isEqualTo(name);
    }

    @Test
    void a_name_that_hides_its_ending_or_is_endless_is_put_right() {
        assertThat(FileName.of("in\u202Efdp.exe", "text/plain")).isEqualTo("infdp.exe.txt");
        assertThat(FileName.of("x".repeat(500) + ".pdf", "application/pdf"))
                .hasSize(120)
                .endsWith(".pdf");
        assertThat(FileName.of(null, "application/pdf")).isEqualTo("file.pdf");
        assertThat(FileName.of("a\r\nSet-Cookie: x.txt", "text/plain"))
                .isEqualTo("aSet-Cookie x.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",
                "100.64.0.1", "224.0.0.1", "::1", "fd00::1", "fe80::1", "::ffff:127.0.0.1"
            })
    void our_own_network_is_not_public(String address) throws UnknownHostException {
        assertThat(PublicHost.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "101.37.1.1", "2400:3200::1"})
    void the_world_is_public(String address) throws UnknownHostException {
        assertThat(PublicHost.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
