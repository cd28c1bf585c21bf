package anxin.tickets.rules;

import anxin.language.Analysis;
import anxin.language.Analysis.Emotion;
import anxin.language.Analysis.Escalation;
import anxin.language.Analysis.Intent;
import anxin.language.Analysis.Signal;
import anxin.tickets.matter.Proposals.ByLanguage;
import anxin.tickets.matter.Triage.Grade;
import anxin.tickets.matter.Triage.Priority;
import anxin.tickets.matter.Triage.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a ticket is by what its words were understood to say. Pure. */
final class Understood {

    private static final float SURE = 0.4f;
    private static final float LOUD = 0.5f;

    private static final Map<Topic, Set<String>> INTENTS =
            Map.of(
                    Topic.LOGISTICS,
                    Set.of(
                            "logistics_track",
                            "ship_urge",
                            "delivery_method",
                            "delivery_dropoff",
                            "intercept_parcel",
                            "address_change"),
                    Topic.WAREHOUSE,
                    Set.of("wrong_missing"),
                    Topic.QUALITY,
                    Set.of(
                            "quality_issue",
                            "warranty_repair",
                            "safety_incident",
                            "authenticity",
                            "freshness_claim",
                            "inspection_dispute"),
                    Topic.PAYMENT,
                    Set.of(
                            "payment_issue",
                            "invoice",
                            "refund_progress",
                            "refund_wrong_amount",
                            "refund_account_change",
                            "deposit_final_payment",
                            "price_protect"),
                    Topic.TECHNICAL,
                    Set.of("account_issue"),
                    Topic.COMPLAINT,
                    Set.of("complaint"));

    private static final Set<Escalation> GRAVE =
            Set.of(Escalation.REGULATOR, Escalation.LEGAL, Escalation.PUBLICITY, Escalation.SAFETY);

    private Understood() {}

    /** Null when the words say nothing of it. */
    static @Nullable ByLanguage of(Analysis analysis) {
        var intent = sure(analysis);
        var type = intent == null ? null : type(intent.key());
        var grave = analysis.signals().stream().anyMatch(one -> GRAVE.contains(one.escalation()));
        var heated = isHeated(analysis);
        var grade = grave ? Grade.MAJOR_COMPLAINT : type == Topic.COMPLAINT ? Grade.COMPLEX : null;
        var priority = grave ? Priority.URGENT : heated ? Priority.HIGH : null;
        if (type == null && grade == null && priority == null) {
            return null;
        }
        var because = new ArrayList<String>();
        if (type != null && intent != null) {
            because.add(intent.name().zh() + " " + intent.name().en());
        }
        because.addAll(words(analysis));
        return new ByLanguage(
                type,
                grade,
                priority,
                type == null || intent == null ? 0 : intent.confidence(),
                List.copyOf(because));
    }

    private static @Nullable Intent sure(Analysis analysis) {
        return analysis.intents().stream()
                .findFirst()
                .filter(one -> one.confidence() >= SURE && analysis.inScope() >= SURE)
                .orElse(null);
    }

    private static boolean isHeated(Analysis analysis) {
        var feeling = analysis.feeling();
        return !analysis.signals().isEmpty()
                || (feeling.emotion() == Emotion.ANGRY && feeling.strength() >= LOUD);
    }

    private static List<String> words(Analysis analysis) {
        var heard = analysis.signals().stream().map(Signal::words);
        var feeling =
                analysis.signals().isEmpty() && isHeated(analysis)
                        ? Stream.of(analysis.feeling().emotion().name())
                        : Stream.<String>empty();
        return Stream.concat(heard, feeling).distinct().limit(5).toList();
    }

    private static @Nullable Topic type(String intent) {
        return INTENTS.entrySet().stream()
                .filter(one -> one.getValue().contains(intent))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
