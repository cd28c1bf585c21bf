package anxin.messaging.channel;

import anxin.kernel.Text;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a message did not arrive, in words a person understands and can act on. */
public final class Troubles {

    private static final Text WRONG_NUMBER =
            Text.of(
                    "号码有误或是空号，请与客户核对",
                    "The number is wrong or not in use; check it with the customer");
    private static final Text SWITCHED_OFF =
            Text.of("对方关机、停机或不在服务区", "The phone is off, suspended or out of reach");
    private static final Text BLOCKED =
            Text.of("对方已退订或屏蔽短信，请改用其他渠道", "The person has blocked messages; use another channel");
    private static final Text TOO_OFTEN =
            Text.of(
                    "该号码今天收到的短信已达上限，会自动再试",
                    "This number has had its limit of messages; it is tried again");
    private static final Text NO_CREDIT =
            Text.of(
                    "短信账户余额不足，请管理员充值，之后自动再发",
                    "The SMS account is out of credit; top it up and it goes on");
    private static final Text WORDING =
            Text.of(
                    "短信签名或模板未通过审核，请管理员核对",
                    "The vendor does not know the signature or template; check it");
    private static final Text CONTENT =
            Text.of(
                    "内容含有运营商不允许的词或变量过长",
                    "The carrier does not allow a word in it, or a value is too long");
    private static final Text KEYS =
            Text.of(
                    "渠道密钥不正确或没有权限，请管理员核对",
                    "The channel's keys are wrong or lack the right; check them");
    private static final Text GONE =
            Text.of("对方已关闭网页通知", "The person has switched these notifications off");
    private static final Text ADDRESS = Text.of("邮箱地址有误", "The e-mail address is wrong");
    private static final Text UNSCANNED =
            Text.of(
                    "附件正在等待病毒扫描，通过后自动发出",
                    "An attachment waits for the virus scanner; it goes out when it has passed");
    private static final Text INFECTED =
            Text.of("附件含有病毒，没有发出", "An attachment holds a virus; nothing was sent");
    private static final Text FILE_GONE =
            Text.of("附件已不存在，请重新上传后再发", "An attachment is not there any more; attach it again");
    private static final Text NO_MAILBOX =
            Text.of(
                    "收件邮箱不存在，请与客户核对邮箱地址",
                    "There is no such mailbox; check the address with the customer");
    private static final Text NO_DOMAIN =
            Text.of(
                    "邮箱域名不存在或无法送达，请核对邮箱地址",
                    "The address's domain takes no mail; check the address");
    private static final Text MAIL_FULL =
            Text.of("对方邮箱已满，请改用其他渠道", "Their mailbox is full; use another channel");
    private static final Text MAIL_DISABLED =
            Text.of("对方邮箱已停用，请改用其他渠道", "Their mailbox is switched off; use another channel");
    private static final Text MAIL_TOO_LARGE =
            Text.of("邮件超过对方允许的大小，请减少附件", "The mail is larger than they take; send fewer files");
    private static final Text MAIL_UNREACHABLE =
            Text.of("对方邮件服务器一直无法连接，已放弃", "Their mail server could not be reached; it was given up");
    private static final Text MAIL_REFUSED =
            Text.of(
                    "被对方判为垃圾邮件或策略拒收，请管理员检查发信域名设置",
                    "Refused as spam or by their rules; check the settings of the sending domain");
    private static final Text MAIL_BOUNCED =
            Text.of("被对方邮件服务器退回", "Their mail server sent it back");
    private static final Text MAIL_LOGIN =
            Text.of(
                    "发信邮箱登录失败，请管理员核对密码，之后自动再发",
                    "Signing in to our mail server failed; check its password and it goes on");
    private static final Text NO_WAY = Text.of("还没有配置这个渠道", "Nothing is set up for this channel");
    private static final Text LATE =
            Text.of("过了有效时间仍未发出，不再发送", "It could not go out in time and is not sent any more");
    private static final Text AGAIN =
            Text.of("对方系统暂时不可用，会自动再试", "The other side is not available; it is tried again");

    /** By a part of the code as the vendors and carriers write it, the more special one first. */
    private static final Map<String, Text> WORDS =
            Map.ofEntries(
                    Map.entry("mail_no_mailbox", NO_MAILBOX),
                    Map.entry("mail_no_domain", NO_DOMAIN),
                    Map.entry("mail_full", MAIL_FULL),
                    Map.entry("mail_disabled", MAIL_DISABLED),
                    Map.entry("mail_too_large", MAIL_TOO_LARGE),
                    Map.entry("mail_unreachable", MAIL_UNREACHABLE),
                    Map.entry("mail_refused", MAIL_REFUSED),
                    Map.entry("mail_bounced", MAIL_BOUNCED),
                    Map.entry("mail_login", MAIL_LOGIN),
                    Map.entry("attachment_unscanned", UNSCANNED),
                    Map.entry("attachment_infected", INFECTED),
                    Map.entry("attachment_gone", FILE_GONE),
                    Map.entry("mobile_number_illegal", WRONG_NUMBER),
                    Map.entry("incorrectphonenumber", WRONG_NUMBER),
                    Map.entry("mobile_not_on_service", WRONG_NUMBER),
                    Map.entry("sp_unknown_error", SWITCHED_OFF),
                    Map.entry("user_not_online", SWITCHED_OFF),
                    Map.entry("mobile_terminal_error", SWITCHED_OFF),
                    Map.entry("absent", SWITCHED_OFF),
                    Map.entry("undeliv", SWITCHED_OFF),
                    Map.entry("expired", SWITCHED_OFF),
                    Map.entry("unreachable", SWITCHED_OFF),
                    Map.entry("mobile_in_black", BLOCKED),
                    Map.entry("phonenumberinblacklist", BLOCKED),
                    Map.entry("black_key", BLOCKED),
                    Map.entry("unsubscribed", BLOCKED),
                    Map.entry("limit_control", TOO_OFTEN),
                    Map.entry("mobile_send_limit", TOO_OFTEN),
                    Map.entry("limitexceeded", TOO_OFTEN),
                    Map.entry("amount_not_enough", NO_CREDIT),
                    Map.entry("out_of_service", NO_CREDIT),
                    Map.entry("insufficientbalance", NO_CREDIT),
                    Map.entry("sms_template", WORDING),
                    Map.entry("sms_signature", WORDING),
                    Map.entry("templateincorrect", WORDING),
                    Map.entry("signatureincorrect", WORDING),
                    Map.entry("template_missing", WORDING),
                    Map.entry("no_template", WORDING),
                    Map.entry("content_illegal", CONTENT),
                    Map.entry("content_keyword", CONTENT),
                    Map.entry("containsensitiveword", CONTENT),
                    Map.entry("length_limit", CONTENT),
                    Map.entry("parameterlengthlimit", CONTENT),
                    Map.entry("signaturedoesnotmatch", KEYS),
                    Map.entry("invalidaccesskeyid", KEYS),
                    Map.entry("ram_permission", KEYS),
                    Map.entry("authfailure", KEYS),
                    Map.entry("unauthorizedoperation", KEYS),
                    Map.entry("http_401", KEYS),
                    Map.entry("http_403", KEYS),
                    Map.entry("http_410", GONE),
                    Map.entry("http_404", GONE),
                    Map.entry("http_400", CONTENT),
                    Map.entry("http_413", CONTENT));

    private Troubles() {}

    /** Null while there is nothing to explain. */
    public static @Nullable Text words(String state, @Nullable String code, @Nullable String raw) {
        return switch (state) {
            case "WAITING_FOR_CHANNEL" -> NO_WAY;
            case "EXPIRED" -> LATE;
            case "FAILED", "WAITING" -> raw == null ? null : of(state, code, raw);
            default -> null;
        };
    }

    private static Text of(String state, @Nullable String code, String raw) {
        var key = (code == null ? raw : code).toLowerCase(Locale.ROOT);
        for (var known : WORDS.entrySet()) {
            if (key.contains(known.getKey())) {
                return known.getValue();
            }
        }
        if (key.contains("address")) {
            return ADDRESS;
        }
        if (state.equals("WAITING")) {
            return AGAIN;
        }
        return Text.of("对方拒收：" + raw, "Refused by the other side: " + raw);
    }
}
