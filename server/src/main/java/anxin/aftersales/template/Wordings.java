package anxin.aftersales.template;

import anxin.aftersales.cases.CaseState;
import anxin.messaging.OutboundMessage.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words we ship. Chinese and English for every step, Japanese and Spanish for what customers
 * meet most; who speaks another language is told in English.
 */
public final class Wordings {

    /** A wording with its subject; a channel without subjects has an empty one. */
    public record Words(String subject, String body) {}

    public static final List<String> LANGUAGES = List.of("zh", "en", "ja", "es");

    private static final Map<String, Words> EMAIL =
            Map.of(
                    "zh",
                    new Words(
                            "{shopName}：{what:short}",
                            """
                            {customerName}，您好：

                            {what}。

                            下一步：{nextStep}（{who}），最晚 {by}。
                            {todo}。

                            订单 {orderNo}，售后单 {caseNo}，{title}。
                            查看进度、补充材料或留言：{link}

                            {shopName}"""),
                    "en",
                    new Words(
                            "{shopName}: {what:short}",
                            """
                            Dear {customerName},

                            {what}.

                            Next: {nextStep} ({who}), by {by} at the latest.
                            {todo}.

                            Order {orderNo}, case {caseNo}, {title}.
                            Follow it, add to it or write to us: {link}

                            {shopName}"""),
                    "ja",
                    new Words(
                            "{shopName}：{what:short}",
                            """
                            {customerName} 様

                            {what}。

                            次の手順：{nextStep}（{who}）、{by}までに。
                            {todo}。

                            ご注文 {orderNo}、受付番号 {caseNo}、{title}。
                            進捗の確認・お問い合わせ：{link}

                            {shopName}"""),
                    "es",
                    new Words(
                            "{shopName}: {what:short}",
                            """
                            Hola, {customerName}:

                            {what}.

                            Siguiente paso: {nextStep} ({who}), antes del {by}.
                            {todo}.

                            Pedido {orderNo}, caso {caseNo}, {title}.
                            Siga el caso o escríbanos: {link}

                            {shopName}"""));

    private static final Map<String, Words> SMS =
            Map.of(
                    "zh", new Words("", "{shopName}：{what}。下一步：{nextStep}，最晚{by}。{todo}。{link}"),
                    "en",
                            new Words(
                                    "",
                                    "{shopName}: {what}. Next: {nextStep}, by {by}. {todo}. {link}"),
                    "ja", new Words("", "{shopName}：{what}。{nextStep}、{by}までに。{link}"),
                    "es",
                            new Words(
                                    "",
                                    "{shopName}: {what}. {nextStep}, antes del {by}. {todo}. {link}"));

    private static final Map<String, Words> PUSH =
            Map.of(
                    "zh", new Words("{what:short}", "下一步：{nextStep}，最晚{by}。{todo}。"),
                    "en", new Words("{what:short}", "Next: {nextStep}, by {by}. {todo}."),
                    "ja", new Words("{what:short}", "{nextStep}、{by}までに。{todo}。"),
                    "es", new Words("{what:short}", "{nextStep}, antes del {by}. {todo}."));

    private static final Map<String, Words> ASK_BY_MAIL =
            Map.of(
                    "zh",
                    new Words(
                            "{shopName}：您的问题解决了吗？",
                            """
                            {customerName}，您好：

                            您的售后 {caseNo}（{title}）已结束一天。两个问题，点一下就好：

                            已解决：{solvedLink}
                            没解决：{unsolvedLink}

                            选“没解决”会立即为您重新开单，由原来的团队优先处理。请在 {by} 前回答，之后链接失效。

                            不想再收到回访：{unsubscribeLink}
                            {shopName}"""),
                    "en",
                    new Words(
                            "{shopName}: is it solved?",
                            """
                            Dear {customerName},

                            Your case {caseNo} ({title}) ended a day ago. Two questions, one tap:

                            Solved: {solvedLink}
                            Not solved: {unsolvedLink}

                            “Not solved” opens a new case at once, with priority, for the same team. Please answer by {by}; after that the links no longer work.

                            No more of these: {unsubscribeLink}
                            {shopName}"""),
                    "ja",
                    new Words(
                            "{shopName}：問題は解決しましたか",
                            """
                            {customerName} 様

                            受付番号 {caseNo}（{title}）は昨日完了しました。ワンタップでお答えください。

                            解決した：{solvedLink}
                            解決していない：{unsolvedLink}

                            {by}までにお答えください。

                            配信停止：{unsubscribeLink}
                            {shopName}"""),
                    "es",
                    new Words(
                            "{shopName}: ¿está resuelto?",
                            """
                            Hola, {customerName}:

                            Su caso {caseNo} ({title}) terminó ayer. Dos preguntas, un toque:

                            Resuelto: {solvedLink}
                            Sin resolver: {unsolvedLink}

                            Responda antes del {by}.

                            No recibir más: {unsubscribeLink}
                            {shopName}"""));

    private static final Map<String, Words> ASK_SHORT =
            Map.of(
                    "zh",
                            new Words(
                                    "您的问题解决了吗？",
                                    "{shopName}：售后{caseNo}解决了吗？{by}前点一下回答：{link} 退订：{unsubscribeLink}"),
                    "en",
                            new Words(
                                    "Is it solved?",
                                    "{shopName}: is case {caseNo} solved? Tap by {by}: {link} Stop: {unsubscribeLink}"),
                    "ja",
                            new Words(
                                    "解決しましたか",
                                    "{shopName}：{caseNo}は解決しましたか。{by}までに：{link} 停止：{unsubscribeLink}"),
                    "es",
                            new Words(
                                    "¿Está resuelto?",
                                    "{shopName}: ¿resuelto {caseNo}? Responda antes del {by}: {link} Baja: {unsubscribeLink}"));

    private Wordings() {}

    /** Null where we ship none in this language. */
    public static @Nullable Words shipped(Step step, Channel channel, String language) {
        if (!LANGUAGES.contains(language) || Spoken.what(step, language) == null) {
            return null;
        }
        var texts =
                switch (channel) {
                    case EMAIL -> step.isFollowUp() ? ASK_BY_MAIL : EMAIL;
                    case SMS -> step.isFollowUp() ? ASK_SHORT : SMS;
                    case WEB_PUSH, APP_PUSH, CONVERSATION -> step.isFollowUp() ? ASK_SHORT : PUSH;
                };
        var wording = texts.get(language);
        return wording == null || channel != Channel.SMS ? wording : new Words("", wording.body());
    }

    /** What a language calls the moment, {@code 11月13日 18:00}. */
    public static String timePattern(String language, @Nullable String format) {
        var far = language.equals("zh") || language.equals("ja");
        if ("time".equals(format)) {
            return "HH:mm";
        }
        var date = far ? "M月d日" : "d MMM";
        return "date".equals(format) ? date : date + " HH:mm";
    }

    public static Locale locale(String language) {
        return Locale.forLanguageTag(language);
    }

    /** Whether the customer moves next. */
    static boolean isOnCustomer(CaseState state) {
        return state.mover() == CaseState.Mover.BUYER && !state.isFinal();
    }
}
