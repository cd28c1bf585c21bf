package anxin.language.understand;

import anxin.language.Analysis.Escalation;
import anxin.language.Analysis.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that tell where the writer will turn next, and the wish for a person. */
final class Signals {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Map<Escalation, Pattern> WORDS = new EnumMap<>(Escalation.class);

    static {
        say(
                Escalation.REGULATOR,
                "12315|12345|12300|消协|消费者协会|消保委|工商局?|市监局?|市场监(?:督)?管(?:理)?局?|质监局?|工信部|发改委|物价局|315(?:投诉|晚会|曝光)?",
                "consumer (?:protection|council|affairs|association|rights)|trading standards|ombudsman|\\bbbb\\b|better business bureau|消費者センター|国民生活センター|消費者庁|profeco|consumidor|สคบ|bảo vệ người tiêu dùng|ylki|bpkn|tribunal pengguna|kpdn|\\bdti\\b");
        say(
                Escalation.LEGAL,
                "律师函?|起诉|法院|告(?:你们|上法庭|到底|你)|打官司|走法律|法律途径|法律程序|诉讼|立案|报警|派出所|警察|仲裁|假一赔三|退一赔三|假一赔十|惩罚性赔偿",
                "\\blawyers?\\b|\\battorney|\\bsu(?:e|ing) (?:you|your)|\\bcourt\\b|legal action|\\blawsuit|\\bpolice\\b|弁護士|訴え(?:る|ます)|裁判|警察|abogad[oa]|demanda(?:r|ré|rlos)|\\bjuicio\\b|polic[ií]a|ทนาย|ฟ้อง|แจ้งความ|ตำรวจ|luật sư|kiện|tòa án|công an|pengacara|tuntut|polisi|peguam|saman|mahkamah|\\bpolis\\b|abogado|korte|pulis|demanda");
        say(
                Escalation.PUBLICITY,
                "曝光|爆料|发(?:到)?(?:网上|微博|抖音|小红书|朋友圈|快手|知乎|b站)|挂(?:到)?网上|挂你们?|记者|媒体|电视台|上热搜|黑猫(?:投诉)?|避雷帖?",
                "\\bexpose you|go(?:ing)? viral|\\bjournalist|\\breporter|\\b(?:the|to) (?:press|media|news)\\b|social media|post (?:this|it|about) (?:on|online|everywhere)|\\btwitter\\b|\\btiktok\\b|\\byoutube\\b|SNSで|拡散|晒す|晒します|redes sociales|\\bprensa\\b|โพสต์ประจาน|ประจาน|ลงโซเชียล|đăng (?:lên )?(?:mạng|facebook)|bóc phốt|viralkan|\\bviral\\b|tularkan|media sosial|i-?post (?:ko|namin)|ipopost");
        say(
                Escalation.PLATFORM,
                "平台(?:介入|投诉|客服介入)|申请(?:平台)?介入|小二(?:介入)?|官方(?:投诉|介入)|投诉(?:你们|店铺|商家|到平台|平台)|给?差评|一星|举报",
                "bad review|negative review|one[- ]star|1[- ]star|report (?:you|your (?:shop|store))|file a (?:complaint|dispute)|open a dispute|低評価|通報|mala reseña|reportar(?:los|é)|denunciar|รีวิวแย่|รายงานร้าน|đánh giá (?:xấu|1 sao)|báo cáo shop|bintang (?:satu|1)|laporkan|ulasan buruk|lapor(?:kan)? kedai|i-?report|bad reviews");
        say(
                Escalation.CHARGEBACK,
                "拒付|信用卡争议|银行(?:退单|申诉)|撤销支付",
                "charge-?back|dispute (?:the|this) (?:charge|payment|transaction)|チャージバック|contracargo|disputar el cargo|ปฏิเสธการชำระ|khiếu nại ngân hàng|sanggah transaksi");
        say(
                Escalation.SAFETY,
                "过敏|中毒|食物中毒|拉肚子|上吐下泻|进(?:了)?医院|住院|急诊|送医|烫伤|烧伤|划伤|流血|受伤|触电|漏电|起火|着火|冒烟|自燃|爆炸|炸了|不想活|自杀|活不下去",
                "allergic|poison(?:ed|ing)|\\bhospital|\\bburn(?:t|ed) (?:my|me|his|her)|injur(?:ed|y)|bleeding|electric shock|caught fire|on fire|\\bsmok(?:e|ing)\\b|explod(?:ed|e)|suicide|kill myself|アレルギー|食中毒|病院|やけど|怪我|感電|発火|爆発|alergia|intoxica|hospital|quemadura|herid[oa]|explot[óo]|incendi|แพ้|โรงพยาบาล|ไฟไหม้|ระเบิด|ไฟดูด|dị ứng|ngộ độc|bệnh viện|cháy|nổ|điện giật|alergi|keracunan|rumah sakit|terbakar|meledak|tersetrum|alahan|keracunan|letup|ospital|nasunog|sumabog");
    }

    private static final Pattern PERSON =
            Pattern.compile(
                    "(?:转|接|找|要|换|叫|联系|呼叫|给我|来个|有没有|有)(?:一?个|一下|下|你们)?(?:人工|真人|活人|客服专员|专员|经理|主管|领导|负责人|店长|老板)|^人工(?:客服|服务|坐席)?[。!！?？]?$|人工(?:客服|服务|坐席)(?!电话是|时间)|真人客服|不要(?:机器人|机器)|别(?:用)?机器人|跟人(?:说|聊|谈)|(?:和|跟)真?人(?:说话|沟通|对话)|让(?:你们)?(?:的)?(?:人|经理|主管|领导|老板|店长)(?:来|给我|联系|接)"
                            + "|\\b(?:speak|talk|chat|connect|transfer|put)(?:ing|ed)?(?: me)?(?: through)? (?:to|with) (?:a |an |the |your |some)?(?:real |live |actual )?(?:one|person|human|someone|somebody|agent|representative|rep|operator|manager|supervisor|staff)|\\b(?:real|live|actual) (?:person|human|agent)\\b|\\bhuman (?:agent|being|please)\\b|\\b(?:i want|i need|give me|get me) (?:a |an |your )?(?:human|agent|person|manager|supervisor|representative)\\b|^(?:human|agent|operator|representative)[.!?]?$|not a (?:bot|robot)"
                            + "|オペレーター|有人(?:対応|チャット)?|(?:人間|担当者|スタッフ|係の人|人)(?:と|に)(?:話|繋|つな|代わ|直接)"
                            + "|hablar con (?:una? |el |la |alg[uú]n )?(?:persona|humano|agente|alguien|asesor[a]?|representante|encargad[oa]|supervisor)|\\b(?:persona|agente) (?:real|human[oa])\\b|atención humana"
                            + "|(?:คุย|พูด|ติดต่อ|ขอสาย|ขอคุย|สอบถาม)(?:กับ)?(?:คน|เจ้าหน้าที่|พนักงาน|แอดมิน|ผู้จัดการ)|ขอ(?:เจ้าหน้าที่|แอดมิน)"
                            + "|(?:gặp|nói chuyện với|kết nối(?: với)?|chuyển(?: cho| sang)?|chat với|liên hệ) (?:nhân viên|người thật|tổng đài viên|người|quản lý|tư vấn viên)"
                            + "|\\b(?:bicara|ngobrol|hubungkan|sambungkan|chat|bicara langsung)\\b(?: saya)?(?: (?:dengan|sama|ke|langsung))* (?:cs|manusia|orang|admin|agen|petugas|customer service|operator|manajer|staf)|\\b(?:cakap|bercakap|sambung(?:kan)?|hubungkan|berhubung)\\b(?: saya)?(?: (?:dengan|kepada|ke|terus))* (?:pegawai|ejen|orang|manusia|staf|pengurus|wakil|operator|agent)|\\borang (?:sebenar|betul)\\b"
                            + "|\\b(?:maka)?(?:usap|kausap|makausap)\\b.*\\b(?:tao|ahente|agent|staff|manager|representative)\\b|\\btotoong tao\\b",
                    FLAGS);

    private Signals() {}

    private static void say(Escalation escalation, String chinese, String others) {
        WORDS.put(escalation, Pattern.compile(chinese + "|" + others, FLAGS));
    }

    static List<Signal> in(String text) {
        var signals = new ArrayList<Signal>();
        WORDS.forEach(
                (escalation, pattern) -> {
                    var found = pattern.matcher(text);
                    while (found.find()) {
                        signals.add(
                                new Signal(escalation, found.group(), found.start(), found.end()));
                    }
                });
        signals.sort(Comparator.comparingInt(Signal::from));
        return signals;
    }

    static boolean asksForPerson(String text) {
        return PERSON.matcher(text.strip()).find();
    }
}
