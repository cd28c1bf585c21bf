import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useMay } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { AnswerItem } from "../../api/views";
import { formatDateTime, useLanguage, useMessages, type Messages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";

const messages = {
  title: { zh: "客户评价", en: "What customers say" },
  hint: {
    zh: "售后结束一天后客户的回答。夸奖归您所有；低分和没解决的由主管跟进。",
    en: "What customers answered a day after the end. Praise is yours; low scores and what is not solved are for the supervisor.",
  },
  which: { zh: "显示", en: "Show" },
  praise: { zh: "夸我的", en: "Praise for me" },
  low: { zh: "低分与未解决", en: "Low scores and not solved" },
  caseNo: { zh: "售后单", en: "Case" },
  customer: { zh: "客户", en: "Customer" },
  score: { zh: "评分", en: "Score" },
  solved: { zh: "已解决", en: "Solved" },
  unsolved: { zh: "没解决", en: "Not solved" },
  said: { zh: "客户说", en: "What they said" },
  agent: { zh: "处理人", en: "Agent" },
  at: { zh: "时间", en: "At" },
  goesOn: { zh: "后续售后单", en: "Goes on as" },
  none: { zh: "还没有评价", en: "Nothing yet" },
} satisfies Messages;

export function AnswersPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const maySeeLow = useMay("INSIGHT_READ");
  const navigate = useNavigate();
  const { list = "praise" } = useSearch({ from: "/house/rooms/answers" });
  const low = list === "low" && maySeeLow;
  const answers = usePages<AnswerItem>(["answers", low], low ? "/api/v1/low-scores" : "/api/v1/praise");
  return (
    <div className="work-page">
      <div className="page-head">
        <h1>{t.title}</h1>
        {maySeeLow && (
          <Segmented
            aria-label={t.which}
            value={low ? "low" : "praise"}
            onChange={(next) => void navigate({ to: "/answers", search: { list: next }, replace: true })}
            options={[
              { value: "praise", label: t.praise },
              { value: "low", label: t.low },
            ]}
          />
        )}
        <p className="muted">{t.hint}</p>
      </div>
      <PagedTable
        label={low ? t.low : t.praise}
        list={answers}
        rowKey={(one) => one.caseId}
        empty={<Nothing title={t.none} hint={t.hint} />}
        columns={[
          {
            key: "no",
            title: t.caseNo,
            cell: (one) => (
              <span className="stack tight">
                <Link to="/desk/cases/$id" params={{ id: one.caseId }}>
                  {one.caseNo}
                </Link>
                <span className="small muted">{one.title}</span>
              </span>
            ),
          },
          { key: "customer", title: t.customer, wide: true, cell: (one) => one.customerName ?? "–" },
          {
            key: "score",
            title: t.score,
            cell: (one) => (
              <span className="stack tight">
                <span className="nums">{one.score === null ? "–" : `${one.score} / 5`}</span>
                {one.solved !== null && (
                  <span>
                    <Badge tone={one.solved ? "good" : "bad"}>{one.solved ? t.solved : t.unsolved}</Badge>
                  </span>
                )}
              </span>
            ),
          },
          {
            key: "said",
            title: t.said,
            cell: (one) => <span className="keep-lines">{one.comment ?? "–"}</span>,
          },
          { key: "agent", title: t.agent, wide: true, cell: (one) => one.agent ?? "–" },
          {
            key: "at",
            title: t.at,
            wide: true,
            cell: (one) => formatDateTime(one.answeredAt, spoken),
          },
          {
            key: "goes-on",
            title: t.goesOn,
            cell: (one) =>
              one.linkedCase !== null && (
                <Link to="/desk/cases/$id" params={{ id: one.linkedCase }}>
                  {t.goesOn}
                </Link>
              ),
          },
        ]}
      />
    </div>
  );
}
