import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { api } from "../../api/client";
import { useShop } from "../../api/session";
import type { RoutingView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopSelect } from "../../ui/ShopSelect";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { Agents } from "./Agents";
import { Hours } from "./Hours";
import { messages } from "./messages";
import { Queues } from "./Queues";
import { Rules } from "./Rules";

/** Where work waits, how it gets there, and who can do it. */
export function QueuesPage() {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [shop, setShop] = useShop();
  const path = `/api/v1/shops/${shop}/routing`;
  const found = useQuery({
    queryKey: ["routing", shop],
    queryFn: ({ signal }) => api.get<RoutingView>(path, { signal }),
    enabled: shop !== "",
  });
  const save = useMutation({
    mutationFn: (plan: RoutingView["plan"]) =>
      api.put<RoutingView>(path, { version: found.data?.version ?? 0, plan }),
    onSuccess: (now) => {
      queries.setQueryData(["routing", shop], now);
      void toast.success(t.saved);
    },
    onError: () => queries.invalidateQueries({ queryKey: ["routing", shop] }),
  });
  const routing = found.data;
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={found.error ?? save.error} retry={() => void found.refetch()} />
      {routing === undefined ? (
        !found.isError && <SkeletonRows rows={8} />
      ) : (
        <div className="stack">
          <Queues of={routing} change={(queues) => save.mutate({ ...routing.plan, queues })} />
          <Rules shop={shop} of={routing} change={(rules) => save.mutate({ ...routing.plan, rules })} />
          <Hours of={routing.plan.hours} change={(hours) => save.mutate({ ...routing.plan, hours })} />
          <Agents shop={shop} teams={routing.teams} />
        </div>
      )}
    </>
  );
}
