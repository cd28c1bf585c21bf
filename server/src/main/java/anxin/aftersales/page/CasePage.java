package anxin.aftersales.page;

import anxin.aftersales.cases.CaseFile;
import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseStore;
import anxin.aftersales.evidence.Evidence;
import anxin.aftersales.refund.RefundIntent;
import anxin.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case with all that belongs to it, as it was read at one moment. */
public record CasePage(
        CaseRow row,
        List<CaseStore.Line> lines,
        Spoken decision,
        List<CaseFile.Entry> timeline,
        List<CaseFile.Message> messages,
        List<Evidence.Item> evidence,
        List<RefundIntent> refunds) {

    /** The last decision as far as the customer hears it; the texts are a person's own words. */
    public record Spoken(
            String ruleId,
            String outcome,
            Instant at,
            @Nullable String customerZh,
            @Nullable String customerEn,
            @Nullable String exemptionZh,
            @Nullable String exemptionEn) {

        /** The words of the exemption that applied; null is none. */
        public @Nullable Text exemption() {
            var zh = exemptionZh;
            var en = exemptionEn;
            return zh == null || en == null ? null : Text.of(zh, en);
        }
    }
}
