import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import { useMay } from "../../api/session";
import type { IntentView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { languages, messages } from "./messages";

/** The shop's examples of an intent, one a line to add; some of the shipped ones to compare. */
export function ExamplesPanel({
  shop,
  path,
  view,
  closed,
}: {
  shop: string;
  path: string;
  view: IntentView;
  /** Why it cannot be changed by readers without the right. */
  closed: string;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const mayWrite = useMay("LANGUAGE_WRITE");
  const [lines, setLines] = useState("");
  const [language, setLanguage] = useState("zh");
  const refresh = () => {
    for (const list of ["intents", "intent", "language-models"]) {
      void queries.invalidateQueries({ queryKey: [list, shop] });
    }
  };
  const add = useMutation({
    mutationFn: async () => {
      for (let rest = linesOf(lines); rest.length > 0; rest = rest.slice(1)) {
        await api.put(`${path}/examples/${newId()}`, { text: rest[0], language });
        // What is taken leaves the box, so that a line which is refused can be mended and sent again.
        setLines(rest.slice(1).join("\n"));
      }
    },
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`${path}/examples/${id}`),
    onSettled: refresh,
  });
  const because = mayWrite ? {} : { title: closed };
  return (
    <div className="stack">
      <Field label={t.addExamples} hint={t.addHint}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            disabled={!mayWrite}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={lines}
            onChange={(e) => setLines(e.target.value)}
          />
        )}
      </Field>
      <span className="row wrap">
        <Select
          aria-label={t.language}
          value={language}
          onChange={setLanguage}
          popupMatchSelectWidth={false}
          options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        />
        <Button
          disabled={!mayWrite || linesOf(lines).length === 0}
          {...because}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          {t.add}
        </Button>
      </span>
      <ProblemNote error={add.error ?? remove.error} />
      {view.examples.length === 0 ? (
        <p className="muted">{t.noOwn}</p>
      ) : (
        <ul className="plain stack tight">
          {view.examples.map((one) => (
            <li key={one.id} className="row between">
              <span lang={one.language}>{one.text}</span>
              <Button
                size="small"
                type="text"
                disabled={!mayWrite}
                {...because}
                aria-label={`${t.take} ${one.text}`}
                onClick={() => remove.mutate(one.id)}
              >
                {t.take}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {view.shipped.length > 0 && (
        <details>
          <summary>{t.shippedExamples(view.shipped.length)}</summary>
          <ul className="small">
            {view.shipped.map((one) => (
              <li key={one.language + one.text} lang={one.language}>
                {one.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The lines that say something, each once. */
function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
}
