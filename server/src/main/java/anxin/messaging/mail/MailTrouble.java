package anxin.messaging.mail;

import anxin.kernel.Text;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a mail server is of no use to us, in words by which somebody can mend it. */
enum MailTrouble {
    HOST(Text.of("找不到服务器，请检查服务器地址", "The server was not found; check its name")),
    CLOSED(Text.of("服务器拒绝连接，请检查端口", "The server refuses the connection; check the port")),
    SLOW(
            Text.of(
                    "服务器没有及时应答，请检查地址和端口，以及防火墙",
                    "The server does not answer in time; check name, port and firewall")),
    TLS(
            Text.of(
                    "加密连接失败，请检查加密方式与端口是否匹配、证书是否有效",
                    "No encrypted connection; check that encryption and port fit, and the certificate")),
    LOGIN(
            Text.of(
                    "用户名或密码不正确；许多邮箱要用“授权码”而不是登录密码",
                    "User or password is wrong; many providers want an app password here")),
    NO_INBOX(Text.of("邮箱里没有收件箱", "The account has no inbox")),
    OTHER(Text.of("邮件服务器出错，稍后自动再试", "The mail server has trouble; it is tried again"));

    private final Text text;

    MailTrouble(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }

    /** By what lies at the bottom of it. */
    static MailTrouble of(Throwable trouble) {
        for (Throwable one = trouble; one != null; one = one.getCause()) {
            switch (one) {
                case AuthenticationFailedException wrong -> {
                    return LOGIN;
                }
                case FolderNotFoundException none -> {
                    return NO_INBOX;
                }
                case UnknownHostException unknown -> {
                    return HOST;
                }
                case SocketTimeoutException late -> {
                    return SLOW;
                }
                case ConnectException refused -> {
                    return refused.getMessage() != null
                                    && refused.getMessage()
                                            .toLowerCase(Locale.ROOT)
                                            .contains("timed out")
                            ? SLOW
                            : CLOSED;
                }
                case NoRouteToHostException nowhere -> {
                    return SLOW;
                }
                case SSLException unsafe -> {
                    return TLS;
                }
                default -> {}
            }
        }
        return String.valueOf(trouble.getMessage()).contains("STARTTLS") ? TLS : OTHER;
    }
}
