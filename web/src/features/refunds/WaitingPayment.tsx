import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../api/session";
import type { BankAccount, RefundItem } from "../../api/views";
import { formatMoney, useLanguage, useMessages } from "../../i18n";
import { Facts } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { WordDialog } from "../../ui/WordDialog";
import { messages } from "./messages";

/** A transfer that somebody asked for and somebody else has to confirm. */
export function WaitingPayment({ item, paymentId }: { item: RefundItem; paymentId: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const me = useSession();
  const queries = useQueryClient();
  const [deciding, setDeciding] = useState<"confirmation" | "refusal" | null>(null);
  const path = `/api/v1/cases/${item.caseId}/offline-payments/${paymentId}`;
  const account = useMutation({ mutationFn: () => api.get<BankAccount>(`${path}/account`) });
  const mine = item.paymentBy === `staff:${me.id}`;
  const decided = () => queries.invalidateQueries({ queryKey: ["refunds"] });
  return (
    <>
      <div>
        {t.waitsFor(
          formatMoney(item.paymentMinor ?? item.amountMinor, item.currency, spoken),
          item.accountHint ?? "",
        )}
      </div>
      {account.data !== undefined && (
        <Facts
          of={[
            [t.accountName, account.data.name],
            [t.bank, account.data.bank],
            [t.accountNumber, <span className="mono">{account.data.number}</span>],
          ]}
        />
      )}
      <div className="row">
        <Button
          type="primary"
          disabled={mine}
          title={mine ? t.own : undefined}
          onClick={() => setDeciding("confirmation")}
        >
          {t.confirm}
        </Button>
        <Button disabled={mine} title={mine ? t.own : undefined} onClick={() => setDeciding("refusal")}>
          {t.refuse}
        </Button>
        {me.permissions.includes("PERSONAL_READ") && (
          <Button type="text" loading={account.isPending} onClick={() => account.mutate()}>
            {t.seeAccount}
          </Button>
        )}
      </div>
      {mine && <p className="small muted">{t.own}</p>}
      <ProblemNote error={account.error} />
      {deciding !== null && (
        <WordDialog
          title={deciding === "confirmation" ? t.confirm : t.refuse}
          label={deciding === "confirmation" ? t.voucher : t.why}
          hint={deciding === "confirmation" ? t.voucherHint : undefined}
          onClose={() => setDeciding(null)}
          send={async (word) => {
            await api.put(
              `${path}/${deciding}`,
              deciding === "confirmation" ? { voucherNo: word } : { note: word },
              { ifMatch: item.caseVersion },
            );
            await decided();
          }}
        />
      )}
    </>
  );
}
