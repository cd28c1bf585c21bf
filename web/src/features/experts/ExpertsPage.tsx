import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useRef } from "react";
import { useShopName } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { ExpertLink } from "../../api/views";
import { states, word } from "../../api/words";
import { useLanguage, useMessages } from "../../i18n";
import { Cards, pressInCard, stepCards } from "../../ui/Cards";
import { useShortcuts } from "../../ui/shortcuts";
import { Acts, SOLVE, TAKE } from "./Acts";
import { Clocks } from "./Clocks";
import { Call } from "./ExpertPanel";
import { messages } from "./messages";
import { expertsKey, useExpertCount, useExpertNews } from "./useExperts";

const LISTS = ["ALL", "WAITING", "MINE", "ASKED"] as const;
type List = (typeof LISTS)[number];

/** Open calls for an expert, the clock that runs out next on top. */
export function ExpertsPage() {
  const t = useMessages(messages);
  const page = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const asked = useSearch({ from: "/house/rooms/experts" }).list;
  const calls = LISTS.find((one) => one === asked) ?? "ALL";
  useExpertNews();
  const count = useExpertCount().data;
  const list = usePages<ExpertLink>(expertsKey("list"), "/api/v1/expert-links", { calls });
  const countOf = (which: List) =>
    count === undefined
      ? undefined
      : { ALL: count.open, WAITING: count.waiting, MINE: count.mine, ASKED: count.asked }[which];
  useShortcuts([
    { keys: "j", label: t.next, run: () => stepCards(page.current, 1) },
    { keys: "k", label: t.previous, run: () => stepCards(page.current, -1) },
    { keys: TAKE, label: t.take, run: () => pressInCard("take") },
    { keys: SOLVE, label: t.solve, run: () => pressInCard("solve") },
    { keys: "Enter", label: t.open, run: () => pressInCard("open") },
  ]);
  return (
    <div className="work-page" ref={page}>
      <div className="page-head">
        <h1>{t.title}</h1>
        <p className="muted">{t.hint}</p>
      </div>
      <Segmented
        aria-label={t.which}
        value={calls}
        onChange={(next) =>
          void navigate({ to: "/experts", search: next === "ALL" ? {} : { list: next }, replace: true })
        }
        options={LISTS.map((which) => ({
          value: which,
          label: countOf(which) === undefined ? t[which] : `${t[which]} ${countOf(which)}`,
        }))}
      />
      <Cards
        list={list}
        name={t.title}
        empty={{ title: t.none, hint: t.noneHint }}
        cardKey={(link) => link.id}
        card={(link) => <OneCard link={link} />}
      />
    </div>
  );
}

function OneCard({ link }: { link: ExpertLink }) {
  const spoken = useLanguage();
  const shopName = useShopName();
  return (
    <>
      <div className="row wrap">
        <Link data-action="open" className="nums" to="/desk/cases/$id" params={{ id: link.caseId }}>
          {link.caseNo}
        </Link>
        <Clocks link={link} />
      </div>
      <div className="small muted">
        {shopName(link.shop)} · {link.title} · {word(states, link.caseState, spoken)}
      </div>
      <Call link={link} />
      <Acts link={link} />
    </>
  );
}
