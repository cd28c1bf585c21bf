package anxin.aftersales.template;

import anxin.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A value that a template may name: {@code {by}}, or {@code {by:time}} where its kind knows how.
 */
public record Variable(String name, Kind kind, Text meaning, Text sample) {

    /** What may be done with it. */
    public enum Kind {
        TEXT(Set.of("short")),
        TIME(Set.of("date", "time")),
        MONEY(Set.of()),
        NUMBER(Set.of()),
        LINK(Set.of());

        private final Set<String> formats;

        Kind(Set<String> formats) {
            this.formats = formats;
        }

        public Set<String> formats() {
            return formats;
        }
    }

    static final Variable NEXT_STEP =
            of(
                    "nextStep",
                    Kind.TEXT,
                    "接下来发生什么",
                    "what happens next",
                    "客服审核并答复",
                    "an agent answers");
    static final Variable BY =
            of("by", Kind.TIME, "最晚什么时候", "by when", "11月13日 18:00", "13 Nov 18:00");

    private static final List<Variable> COMMON =
            List.of(
                    of("customerName", Kind.TEXT, "客户姓名", "the customer's name", "林晓", "Lin Xiao"),
                    of("shopName", Kind.TEXT, "店铺名称", "the shop's name", "港湾茶集", "Harbour Tea"),
                    of("what", Kind.TEXT, "这一步发生了什么", "what has happened", "验收通过", "it passed"),
                    NEXT_STEP,
                    BY,
                    of("who", Kind.TEXT, "下一步由谁来做", "who does it", "客服", "our agent"),
                    of(
                            "todo",
                            Kind.TEXT,
                            "客户要做什么",
                            "what the customer must do",
                            "您不需要操作",
                            "nothing"),
                    of("state", Kind.TEXT, "当前状态", "where it stands", "审核中", "In review"),
                    of("caseNo", Kind.TEXT, "售后单号", "the case's number", "AS100001", "AS100001"),
                    of(
                            "orderNo",
                            Kind.TEXT,
                            "订单号",
                            "the order's number",
                            "HT20261110",
                            "HT20261110"),
                    of("title", Kind.TEXT, "商品名称", "the goods", "正山小种", "Lapsang tea"),
                    of("refund", Kind.MONEY, "退款金额", "the refund", "¥129.00", "¥129.00"),
                    of("link", Kind.LINK, "进度页链接", "the progress page", "https://…", "https://…"));

    private static final List<Variable> FOLLOW_UP =
            List.of(
                    of(
                            "solvedLink",
                            Kind.LINK,
                            "一键回答“已解决”",
                            "one tap: solved",
                            "https://…",
                            "https://…"),
                    of(
                            "unsolvedLink",
                            Kind.LINK,
                            "一键回答“没解决”",
                            "one tap: not solved",
                            "https://…",
                            "https://…"),
                    of(
                            "unsubscribeLink",
                            Kind.LINK,
                            "不再收到回访",
                            "no more of these",
                            "https://…",
                            "https://…"));

    static Variable of(
            String name, Kind kind, String zh, String en, String sampleZh, String sampleEn) {
        return new Variable(name, kind, Text.of(zh, en), Text.of(sampleZh, sampleEn));
    }

    /** All that the wordings of one step may name. */
    public static List<Variable> of(Step step) {
        var all = new ArrayList<>(COMMON);
        if (step.isFollowUp()) {
            all.addAll(FOLLOW_UP);
        }
        for (var name : step.ownVariables()) {
            all.add(
                    of(
                            name,
                            name.matches("count|hours|proposalPct") ? Kind.NUMBER : Kind.TEXT,
                            "这一步的 " + name,
                            "this step's " + name,
                            name.matches("count|hours|proposalPct") ? "2" : "（" + name + "）",
                            name.matches("count|hours|proposalPct") ? "2" : "(" + name + ")"));
        }
        return List.copyOf(all);
    }
}
