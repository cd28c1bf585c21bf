import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../api/client";
import type { CaseView, FollowUpView } from "../../api/views";
import { formatDateTime, useLanguage, useMessages, type Messages } from "../../i18n";
import { Facts, Panel } from "../../ui/Panel";

const messages = {
  title: { zh: "回访", en: "Follow-up" },
  asked: { zh: "询问客户", en: "Asked" },
  solved: { zh: "是否解决", en: "Solved" },
  yes: { zh: "已解决", en: "Yes" },
  no: { zh: "没解决", en: "No" },
  score: { zh: "评分", en: "Score" },
  said: { zh: "客户说", en: "What they said" },
  goesOn: { zh: "后续售后单", en: "Goes on as" },
  before: { zh: "前一售后单（未解决）", en: "Goes on with" },
} satisfies Messages;

/** What the customer said a day after the end, and the case before or behind this one. */
export function FollowUpPanel({ item }: { item: CaseView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const found = useQuery({
    queryKey: ["follow-up", item.id, item.version],
    queryFn: ({ signal }) => api.get<FollowUpView>(`/api/v1/cases/${item.id}/follow-up`, { signal }),
  });
  const it = found.data;
  if (it === undefined || (it.askedAt === null && it.answeredAt === null && it.reopenOf === null))
    return null;
  const link = (other: { id: string; no: string } | null) =>
    other && (
      <Link to="/desk/cases/$id" params={{ id: other.id }}>
        {other.no}
      </Link>
    );
  return (
    <Panel title={t.title}>
      <Facts
        of={[
          ...(it.reopenOf === null ? [] : [[t.before, link(it.reopenOf)] as const]),
          ...(it.askedAt === null ? [] : [[t.asked, formatDateTime(it.askedAt, spoken)] as const]),
          ...(it.solved === null ? [] : [[t.solved, it.solved ? t.yes : t.no] as const]),
          ...(it.score === null ? [] : [[t.score, `${it.score} / 5`] as const]),
          ...(it.comment === null ? [] : [[t.said, it.comment] as const]),
          ...(it.linkedCase === null ? [] : [[t.goesOn, link(it.linkedCase)] as const]),
        ]}
      />
    </Panel>
  );
}
