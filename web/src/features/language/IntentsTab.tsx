import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { useMay } from "../../api/session";
import type { IntentItem, IntentsView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { IntentEditor } from "./IntentEditor";
import { messages, scenes } from "./messages";
import { NewIntent } from "./NewIntent";

/** All intents of the shop; the one that is open stands in the address. */
export function IntentsTab({ shop, of }: { shop: string; of: IntentsView }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const mayWrite = useMay("LANGUAGE_WRITE");
  const navigate = useNavigate();
  const { intent: open } = useSearch({ from: "/house/rooms/admin/language" });
  const [words, setWords] = useState("");
  const [creating, setCreating] = useState(false);
  const show = (intent?: string) =>
    void navigate({ to: "/admin/language", search: intent === undefined ? {} : { intent } });
  const nameOf = (key: string) => of.intents.find((one) => one.key === key)?.name ?? key;
  const found = of.intents.filter((one) => matches(one, words));
  return (
    <div className="stack">
      <span className="row wrap">
        <Input.Search
          aria-label={t.search}
          placeholder={t.search}
          allowClear
          value={words}
          onChange={(e) => setWords(e.target.value)}
          style={{ maxWidth: 320 }}
        />
        <Button
          disabled={!mayWrite}
          {...(mayWrite ? {} : { title: t.noRight })}
          onClick={() => setCreating(true)}
        >
          {t.create}
        </Button>
      </span>
      <PagedTable
        label={t.intents}
        list={{ items: found, error: null, refetch: () => undefined }}
        rowKey={(one) => one.key}
        empty={<Nothing title={t.noIntent} hint={t.noIntentHint} />}
        columns={[
          {
            key: "name",
            title: t.name,
            cell: (one) => (
              <span className="stack tight">
                <span>
                  {one.name} {one.own && <Badge tone="info">{t.own}</Badge>}
                  {one.renamed && <Badge>{t.renamed}</Badge>}
                </span>
                <span className="mono small muted">{one.key}</span>
                {one.mergedInto !== null && (
                  <span className="small muted">{t.mergedInto(nameOf(one.mergedInto))}</span>
                )}
              </span>
            ),
          },
          {
            key: "scene",
            title: t.scene,
            wide: true,
            cell: (one) => scenes[one.scene]?.[spoken] ?? one.scene,
          },
          {
            key: "examples",
            title: t.examples,
            align: "end",
            cell: (one) => (
              <span className="nums">{t.exampleCount(one.shippedExamples, one.ownExamples)}</span>
            ),
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (one) => (
              <Button size="small" aria-label={`${t.change} ${one.name}`} onClick={() => show(one.key)}>
                {t.change}
              </Button>
            ),
          },
        ]}
      />
      {creating && (
        <NewIntent
          shop={shop}
          onClose={() => setCreating(false)}
          onCreated={(key) => {
            setCreating(false);
            show(key);
          }}
        />
      )}
      {open !== undefined && (
        <IntentEditor key={open} shop={shop} intent={open} all={of.intents} onClose={() => show()} />
      )}
    </div>
  );
}

function matches(one: IntentItem, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  return [one.key, one.nameZh, one.nameEn].some((name) => name.toLowerCase().includes(wanted));
}
