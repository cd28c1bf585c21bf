import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { messages } from "./messages";

/** How many wait for one's signature, beside the way to them; right the moment somebody asks. */
export function WaitingApprovals() {
  const t = useMessages(messages);
  const count = useQuery({
    queryKey: ["approvals", "count"],
    queryFn: ({ signal }) => api.get<{ waiting: number }>("/api/v1/approvals/count", { signal }),
  });
  const refresh = count.refetch;
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.approval-")) void refresh();
  });
  const waiting = count.data?.waiting ?? 0;
  if (waiting === 0) return null;
  return (
    <>
      {" "}
      <Badge tone="warn">
        <span aria-label={t.waiting(waiting)}>{waiting}</span>
      </Badge>
    </>
  );
}
