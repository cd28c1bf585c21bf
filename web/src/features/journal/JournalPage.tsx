import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input, Select } from "antd";
import { useSession, useShopName } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { JournalEntry } from "../../api/views";
import { formatDateTime, useLanguage, useMessages, type Messages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { journalQuery, type JournalFilter } from "./filter";

const messages = {
  title: { zh: "操作日志", en: "Journal" },
  hint: {
    zh: "谁在什么时候看了什么、做了什么；只增不改。可以搜索对象（如 case:…）和内容。",
    en: "Who saw or did what, and when; nothing is ever changed. Search subjects (such as case:…) and details.",
  },
  search: { zh: "搜索对象或内容", en: "Search subjects and details" },
  type: { zh: "类型，例如 aftersales.*", en: "Type, such as aftersales.*" },
  shop: { zh: "店铺", en: "Shop" },
  everyShop: { zh: "所有店铺", en: "All shops" },
  from: { zh: "从", en: "From" },
  to: { zh: "到", en: "To" },
  at: { zh: "时间", en: "When" },
  who: { zh: "谁", en: "Who" },
  what: { zh: "做了什么", en: "What" },
  about: { zh: "对象", en: "About" },
  details: { zh: "详情", en: "Details" },
  none: { zh: "没有符合条件的记录", en: "No entry matches" },
  noneHint: {
    zh: "放宽条件再试。类型可以用 * 结尾，例如 identity.*。",
    en: "Loosen the filter. A type may end with *, such as identity.*.",
  },
  system: { zh: "系统", en: "System" },
  customer: { zh: "客户", en: "Customer" },
} satisfies Messages;

export function JournalPage() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { shops } = useSession();
  const shopName = useShopName();
  const filter = useSearch({ from: "/house/rooms/admin/journal" });
  const navigate = useNavigate();
  const entries = usePages<JournalEntry>(["journal"], "/api/v1/journal", journalQuery(filter));
  const put = (change: JournalFilter) => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...change }).filter(([, value]) => value !== ""),
    );
    void navigate({ to: "/admin/journal", search: next, replace: true });
  };
  const who = (entry: JournalEntry) => {
    if (entry.actorName !== null) return entry.actorName;
    if (entry.actor === "system") return t.system;
    return entry.actor.startsWith("customer:") ? t.customer : entry.actor;
  };
  return (
    <>
      <div className="page-head">
        <h1>{t.title}</h1>
        <p className="muted">{t.hint}</p>
        <div className="row wrap">
          <Input.Search
            allowClear
            aria-label={t.search}
            placeholder={t.search}
            defaultValue={filter.q}
            style={{ width: 240 }}
            onSearch={(q) => put({ q })}
          />
          <Input.Search
            allowClear
            aria-label={t.type}
            placeholder={t.type}
            defaultValue={filter.type}
            style={{ width: 220 }}
            onSearch={(type) => put({ type })}
          />
          {shops.length > 1 && (
            <Select
              aria-label={t.shop}
              value={filter.shop ?? ""}
              popupMatchSelectWidth={false}
              onChange={(shop) => put({ shop })}
              options={[
                { value: "", label: t.everyShop },
                ...shops.map((shop) => ({ value: shop.id, label: shop.name })),
              ]}
            />
          )}
          <label className="row">
            {t.from}
            <Input type="date" value={filter.from ?? ""} onChange={(e) => put({ from: e.target.value })} />
          </label>
          <label className="row">
            {t.to}
            <Input type="date" value={filter.to ?? ""} onChange={(e) => put({ to: e.target.value })} />
          </label>
        </div>
      </div>
      <PagedTable
        label={t.title}
        list={entries}
        rowKey={(entry) => entry.id}
        empty={<Nothing title={t.none} hint={t.noneHint} />}
        columns={[
          {
            key: "at",
            title: t.at,
            cell: (entry) => <span className="nums">{formatDateTime(entry.at, spoken)}</span>,
          },
          { key: "who", title: t.who, cell: (entry) => <span title={entry.actor}>{who(entry)}</span> },
          { key: "what", title: t.what, cell: (entry) => <span className="mono">{entry.type}</span> },
          {
            key: "about",
            title: t.about,
            cell: (entry) => <div className="mono keep-lines journal-subject">{entry.subject}</div>,
          },
          {
            key: "shop",
            title: t.shop,
            wide: true,
            cell: (entry) => (entry.shop === null ? "–" : shopName(entry.shop)),
          },
          {
            key: "details",
            title: t.details,
            wide: true,
            cell: (entry) =>
              Object.keys(entry.details).length > 0 && (
                <details>
                  <summary className="small">{Object.keys(entry.details).slice(0, 3).join(", ")}</summary>
                  <pre className="mono keep-lines" style={{ maxWidth: 360 }}>
                    {JSON.stringify(entry.details, null, 1)}
                  </pre>
                </details>
              ),
          },
        ]}
      />
    </>
  );
}
