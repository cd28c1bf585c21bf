package anxin.aftersales.template;

import anxin.aftersales.cases.CaseState;
import anxin.aftersales.cases.CaseState.Mover;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a message in the customer's language, where Chinese and English are not enough. */
public final class Spoken {

    private record Two(String ja, String es) {
        String in(String language) {
            return language.equals("ja") ? ja : es;
        }
    }

    private static final Map<String, Two> WHAT = new HashMap<>();
    private static final Map<CaseState, Two> NEXT = new EnumMap<>(CaseState.class);
    private static final Map<Mover, Two> WHO = new EnumMap<>(Mover.class);

    static {
        what("SUBMITTED", "お申し込みを受け付けました", "Hemos recibido su solicitud");
        what("SUBMITTED_BY_STAFF", "担当者がお申し込みを登録しました", "Un agente registró su solicitud");
        what("DECIDED_APPROVED", "お申し込みが承認されました", "Su solicitud fue aprobada");
        what("DECIDED_REVIEW", "担当者が確認します", "Una persona revisará su solicitud");
        what("DECIDED_EVIDENCE", "追加の証明が必要です", "Necesitamos más pruebas");
        what("DECIDED_OPTIONS", "対応方法をお選びください", "Elija una de las opciones");
        what("DECIDED_REFUSED", "規定によりお受けできません", "Las reglas no permiten esta solicitud");
        what("DECIDED_ROUTED", "担当者に引き継ぎました", "La persona encargada se ocupa");
        what("EVIDENCE_ASKED", "担当者が追加の証明をお願いしています", "El agente pide más pruebas");
        what("APPROVED", "担当者が承認しました", "Un agente aprobó su solicitud");
        what("REFUSED", "担当者は承認しませんでした", "Un agente no aprobó su solicitud");
        what("OPTIONS_OFFERED", "担当者が対応方法をご提案します", "Un agente le ofrece varias opciones");
        what("PARCEL_SENT", "返送を確認しました", "Usted envió el paquete");
        what("PARCEL_SIGNED", "返送品が倉庫に届きました", "El almacén recibió su paquete");
        what("INSPECTED", "検品に合格しました", "El producto pasó la inspección");
        what("REFUND_STARTED", "返金手続きを開始しました", "El reembolso ha comenzado");
        what("REFUND_ARRIVED", "返金が完了しました", "El reembolso ha llegado");
        what("REFUND_TROUBLE", "返金に問題が発生し、経理が対応中です", "Hubo un problema con el reembolso");
        what("REPLACEMENT_SENT", "交換品を発送しました", "El reemplazo está en camino");
        what("RECEIVED", "交換品が届きました", "El reemplazo llegó");
        what("CANCELLED", "お申し込みを取り消しました", "Usted canceló la solicitud");
        what("RAN_OUT", "期限が過ぎ、お申し込みは終了しました", "El plazo venció y la solicitud se cerró");
        what("RESOLVED", "対応が完了しました", "El caso está resuelto");
        what(Step.STAFF_WROTE, "担当者からメッセージが届きました：{text}", "Le escribimos: {text}");
        what(Step.FOLLOW_UP, "問題は解決しましたか", "¿Está resuelto?");

        next(CaseState.SUBMITTED, "システムが判定します", "el sistema decide");
        next(CaseState.NEED_EVIDENCE, "必要な証明を追加してください", "añada las pruebas que se piden");
        next(CaseState.IN_REVIEW, "担当者が確認して回答します", "un agente revisa y responde");
        next(CaseState.AWAITING_CHOICE, "方法を一つお選びください", "elija una de las opciones");
        next(
                CaseState.REFUSED,
                "ご不満の場合は証明の追加か異議申し立てができます",
                "si no está de acuerdo, añada pruebas o reclame");
        next(
                CaseState.WAIT_BUYER_RETURN,
                "商品を返送し、追跡番号を入力してください",
                "envíe el producto e indique el número de seguimiento");
        next(CaseState.WAIT_STORE_CONFIRM, "店舗が在庫を確認します", "la tienda revisa sus existencias");
        next(CaseState.RETURN_IN_TRANSIT, "荷物が倉庫に届きます", "el paquete llega al almacén");
        next(CaseState.INSPECTING, "倉庫が検品します", "el almacén inspecciona el producto");
        next(
                CaseState.INSPECTION_DISPUTE,
                "検品結果を見て方法をお選びください",
                "mire el resultado y elija cómo seguir");
        next(CaseState.WAIT_APPROVAL, "責任者が返金を承認します", "un responsable firma el reembolso");
        next(CaseState.REFUNDING, "元の支払方法に返金されます", "el dinero vuelve a su medio de pago");
        next(CaseState.REFUND_FAILED, "経理が返金の問題を解決します", "finanzas resuelve el problema");
        next(CaseState.REPLACEMENT_PREPARING, "倉庫が交換品を発送します", "el almacén envía el reemplazo");
        next(CaseState.REPLACEMENT_SHIPPED, "交換品が届きます", "llega el reemplazo");
        next(CaseState.REPAIRING, "修理して返送します", "se repara y se devuelve");
        next(CaseState.HANDLING, "担当者が対応して回答します", "la persona encargada responde");
        next(CaseState.PLATFORM_DISPUTE, "仲裁担当者が判断します", "el árbitro decide");
        next(CaseState.COMPLETED, "対応についてお伺いします", "le preguntamos cómo fue");
        next(CaseState.CLOSED, "対応についてお伺いします", "le preguntamos cómo fue");

        who(Mover.SYSTEM, "システム", "el sistema");
        who(Mover.BUYER, "お客様", "usted");
        who(Mover.AGENT, "担当者", "nuestro agente");
        who(Mover.STORE, "店舗", "la tienda");
        who(Mover.CARRIER, "運送会社", "el transportista");
        who(Mover.WAREHOUSE, "倉庫", "el almacén");
        who(Mover.FINANCE, "経理", "finanzas");
        who(Mover.SERVICE_CENTRE, "修理センター", "el taller");
        who(Mover.ARBITER, "仲裁担当者", "el árbitro");
        who(Mover.NOBODY, "当店", "nosotros");
    }

    private Spoken() {}

    private static void what(String step, String ja, String es) {
        WHAT.put(step, new Two(ja, es));
    }

    private static void next(CaseState state, String ja, String es) {
        NEXT.put(state, new Two(ja, es));
    }

    private static void who(Mover mover, String ja, String es) {
        WHO.put(mover, new Two(ja, es));
    }

    /** What has happened, with the step's own blanks; null where we cannot say it. */
    public static @Nullable String what(Step step, String language) {
        if (isHome(language)) {
            return step.what().in(Locale.forLanguageTag(language));
        }
        var said = WHAT.get(step.name());
        return said == null ? null : said.in(language);
    }

    public static String next(CaseState state, String language) {
        if (!isHome(language)) {
            return said(NEXT, state).in(language);
        }
        if (state.isFinal()) {
            return language.equals("zh")
                    ? "请您用10秒评价这次售后"
                    : "we ask you two short questions about it";
        }
        return state.nextStep().in(Locale.forLanguageTag(language));
    }

    public static String who(CaseState state, String language) {
        if (!isHome(language)) {
            return said(WHO, state.mover()).in(language);
        }
        if (state.isFinal()) {
            return language.equals("zh") ? "我们" : "we";
        }
        return state.mover().label().in(Locale.forLanguageTag(language));
    }

    static String isItSolved(String language) {
        return switch (language) {
            case "zh" -> "请告诉我们问题是否已解决";
            case "ja" -> "解決したかどうかお知らせください";
            case "es" -> "díganos si está resuelto";
            default -> "tell us whether it is solved";
        };
    }

    public static String todo(boolean act, String language) {
        return switch (language) {
            case "zh" -> act ? "需要您来完成，打开链接即可办理" : "您现在不需要做什么";
            case "ja" -> act ? "お客様のお手続きが必要です" : "現在お手続きは不要です";
            case "es" -> act ? "Le toca a usted: abra el enlace" : "No tiene que hacer nada ahora";
            default -> act ? "This one is for you: open the link" : "You need not do anything now";
        };
    }

    private static <K> Two said(Map<K, Two> texts, K key) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("nothing is said for " + key);
        }
        return text;
    }

    private static boolean isHome(String language) {
        return language.equals("zh") || language.equals("en");
    }
}
