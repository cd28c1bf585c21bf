package anxin.platforms.connections;

import anxin.kernel.Text;
import anxin.platforms.PlatformTrouble.Kind;

/** A trouble in plain words: what is the matter, and who can mend it. */
public final class TroubleText {

    private TroubleText() {}

    public static Text of(Kind kind) {
        return switch (kind) {
            case TOO_MANY_CALLS ->
                    Text.of(
                            "平台限制了调用频率，系统会按平台要求放慢并自动继续，无需处理",
                            "The platform asks for fewer calls; we slow down and go on by ourselves");
            case NO_ANSWER ->
                    Text.of(
                            "平台没有按时应答，系统会自动重试；若持续超过一小时，请检查网络与平台公告",
                            "The platform did not answer in time; we try again by ourselves. After an hour, check the network and the platform's notices");
            case NOT_AUTHORISED ->
                    Text.of(
                            "授权无效或已过期（也可能是服务器时钟偏差超过10分钟）：请重新授权并更新密钥",
                            "The authorisation is not valid any more (or this server's clock is more than 10 minutes off): authorise again and enter the new keys");
            case REFUSED ->
                    Text.of(
                            "平台拒绝了请求：请按平台给出的原因检查应用权限与设置",
                            "The platform refused the request: check the app's permissions and the settings against its reason");
            case NOT_UNDERSTOOD ->
                    Text.of(
                            "平台的应答不符合其文档，系统会重试；若反复出现，请把技术细节告知支持人员",
                            "The platform's answer is not what its documents say; we try again. If it stays, give the technical detail to support");
            case NOT_CONNECTED -> Text.of("该平台尚未连接", "This platform is not connected");
        };
    }
}
