package anxin.bot.dialogue;

import anxin.kernel.Text;

/** Why people have it now. */
public enum Why {
    ASKED(Text.of("客户要求人工", "The customer asked for a person")),
    EMOTION(Text.of("客户情绪激动", "The customer is upset")),
    RISK(Text.of("有投诉升级或安全风险", "There is a risk of escalation or harm")),
    UNSURE(Text.of("机器人不确定答案", "The bot was not sure")),
    RULE(Text.of("需要人工处理的事项", "Only a person may decide this")),
    LOOP(Text.of("多次没有说清", "It went in a circle")),
    PROOF(Text.of("未能核实身份", "The customer could not prove who they are")),
    NOT_HELPED(Text.of("回答没有帮助", "The answer did not help")),
    FAILED(Text.of("机器人出错", "The bot failed")),
    LATE(Text.of("机器人未能及时回答", "The bot was too slow"));

    private final Text text;

    Why(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
