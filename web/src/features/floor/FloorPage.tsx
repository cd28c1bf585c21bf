import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import { useColleagues } from "../../api/colleagues";
import { useNamesOf } from "../../api/names";
import { useShop } from "../../api/session";
import { useReadAgain } from "../../api/useLive";
import type { AgentOnFloor, ConversationColleagues, FloorView, QueueOnFloor } from "../../api/views";
import { presenceNames } from "../../api/words";
import { formatDuration, useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { ShopSelect } from "../../ui/ShopSelect";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { Table } from "../../ui/Table";
import { useTicking } from "../../ui/ticker";
import "./FloorPage.css";
import { messages } from "./messages";

const ABOUT_FLOOR = /^(conversation\.(opened|changed|message-written)|work\.)/;
const AGAIN_AFTER = 1_000;
/** Whoever falls silent says nothing of it. */
const SILENCE = 60_000;
const LATE = 5 * 60_000;

/** What a supervisor looks at: the queues, and the people who serve them. */
export function FloorPage() {
  const t = useMessages(messages);
  const [shop, setShop] = useShop();
  const floor = useQuery({
    queryKey: ["floor", shop],
    queryFn: ({ signal }) => api.get<FloorView>(`/api/v1/shops/${shop}/floor`, { signal }),
    refetchInterval: SILENCE,
    enabled: shop !== "",
  });
  useReadAgain(
    ["floor", shop],
    (fact) => ABOUT_FLOOR.test(fact.type) && (fact.shop === null || fact.shop === shop),
    AGAIN_AFTER,
  );
  const colleagues = useColleagues(shop);
  return (
    <div className="work-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        <ShopSelect shop={shop} onChange={setShop} />
        <p className="muted">{t.hint}</p>
      </div>
      <ProblemNote error={floor.error} retry={() => void floor.refetch()} />
      {floor.data === undefined ? (
        !floor.isError && <SkeletonRows rows={8} />
      ) : (
        <div className="stack">
          <Queues of={floor.data.queues} />
          <Agents of={floor.data.agents} teams={colleagues.data?.teams ?? []} />
        </div>
      )}
    </div>
  );
}

function Queues({ of }: { of: QueueOnFloor[] }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <Panel title={t.queues} flush>
      <Table
        label={t.queues}
        rows={of}
        rowKey={(queue) => queue.id}
        columns={[
          { key: "name", title: t.queue, cell: (queue) => (spoken === "zh" ? queue.nameZh : queue.nameEn) },
          {
            key: "waiting",
            title: t.waiting,
            align: "end",
            cell: (queue) => <strong className="nums">{queue.waiting}</strong>,
          },
          {
            key: "oldest",
            title: t.longest,
            align: "end",
            cell: (queue) => (queue.oldest === null ? "–" : <Waited since={queue.oldest} />),
          },
          {
            key: "served",
            title: t.served,
            align: "end",
            wide: true,
            cell: (queue) => <span className="nums">{queue.served}</span>,
          },
          {
            key: "typical",
            title: t.typical,
            align: "end",
            wide: true,
            cell: (queue) =>
              queue.typicalSeconds === null ? "–" : formatDuration(queue.typicalSeconds * 1000, spoken),
          },
          {
            key: "honesty",
            title: t.honesty,
            align: "end",
            wide: true,
            cell: (queue) => <Honesty of={queue} />,
          },
          {
            key: "missed",
            title: t.missed,
            align: "end",
            cell: (queue) => (queue.missed === 0 ? "0" : <Badge tone="bad">{queue.missed}</Badge>),
          },
          {
            key: "hand",
            title: t.inHand,
            align: "end",
            cell: (queue) => <span className="nums">{queue.inHand}</span>,
          },
        ]}
      />
    </Panel>
  );
}

const PROMISED = 0.8;

/** Of those who were told how long it takes, how many were served within it; four in five were promised. */
function Honesty({ of }: { of: QueueOnFloor }) {
  const t = useMessages(messages);
  if (of.told === 0) return <>–</>;
  const share = of.kept / of.told;
  return (
    <span title={t.honestyOf(of.kept, of.told)}>
      <Badge tone={share >= PROMISED ? "good" : "warn"}>{`${Math.round(share * 100)} %`}</Badge>
    </span>
  );
}

function Waited({ since }: { since: string }) {
  const spoken = useLanguage();
  const text = useTicking((now) => formatDuration(now - Date.parse(since), spoken));
  const late = useTicking((now) => now - Date.parse(since) > LATE);
  return <Badge tone={late ? "bad" : "info"}>{text}</Badge>;
}

const TONES = {
  AVAILABLE: "good",
  BUSY: "bad",
  BREAK: "warn",
  AWAY: "warn",
  OFFLINE: "quiet",
} as const satisfies Record<AgentOnFloor["state"], string>;

const ORDER: AgentOnFloor["state"][] = ["AVAILABLE", "BUSY", "BREAK", "AWAY", "OFFLINE"];

function Agents({ of, teams }: { of: AgentOnFloor[]; teams: ConversationColleagues["teams"] }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const named = useNamesOf(teams);
  const sorted = of.toSorted(
    (one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || other.load - one.load,
  );
  return (
    <Panel
      title={t.agents}
      extra={
        <span className="row wrap">
          {ORDER.map((state) => (
            <Badge key={state} tone={TONES[state]}>
              {presenceNames[state][spoken]} {of.filter((one) => one.state === state).length}
            </Badge>
          ))}
        </span>
      }
      flush
    >
      {of.length === 0 ? (
        <Nothing title={t.none} hint={t.noneHint} />
      ) : (
        <Table
          label={t.agents}
          rows={sorted}
          rowKey={(agent) => agent.id}
          columns={[
            { key: "name", title: t.agent, cell: (agent) => agent.name },
            {
              key: "state",
              title: t.state,
              cell: (agent) => <Badge tone={TONES[agent.state]}>{presenceNames[agent.state][spoken]}</Badge>,
            },
            {
              key: "since",
              title: t.since,
              wide: true,
              align: "end",
              cell: (agent) => (agent.since === null ? "–" : <Since since={agent.since} />),
            },
            { key: "load", title: t.load, cell: (agent) => <Load of={agent} /> },
            { key: "teams", title: t.teams, wide: true, cell: (agent) => agent.teams.map(named).join(" · ") },
          ]}
        />
      )}
    </Panel>
  );
}

function Since({ since }: { since: string }) {
  const spoken = useLanguage();
  return (
    <span className="nums muted">{useTicking((now) => formatDuration(now - Date.parse(since), spoken))}</span>
  );
}

function Load({ of }: { of: AgentOnFloor }) {
  return (
    <span className="row floor-load">
      <meter min={0} max={of.capacity} high={of.capacity * 0.8} optimum={0} value={of.load} />
      <span className="nums small">
        {of.load}/{of.capacity}
      </span>
    </span>
  );
}
