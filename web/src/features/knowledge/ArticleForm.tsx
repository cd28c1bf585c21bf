import { useMutation } from "@tanstack/react-query";
import { App, Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { AnswerPreview, ArticleVersion } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { AnswerText } from "./AnswerText";
import { bodyOf, type Draft } from "./draft";
import { languages, messages } from "./messages";
import { libraryPath, useArticleAct } from "./useLibrary";

/** What is written of an article; saved as a draft beside what is live. */
export function ArticleForm({
  shop,
  id,
  revision,
  start,
  before,
  isNew = false,
  onSaved,
}: {
  shop: string;
  id: string;
  revision: number;
  start: Draft;
  before: ArticleVersion | null;
  isNew?: boolean;
  onSaved?: () => void;
}) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  const mayWrite = useMay("KNOWLEDGE_WRITE");
  const [draft, setDraft] = useState(start);
  const { act } = useArticleAct(shop, id);
  const preview = useMutation({
    mutationFn: () => api.post<AnswerPreview>(`${libraryPath(shop)}/preview`, { answer: draft.answer }),
  });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const ready = draft.question.trim() !== "" && draft.answer.trim() !== "";
  const save = () =>
    act.mutate(
      { what: "draft", revision, body: bodyOf(draft, before) },
      {
        onSuccess: () => {
          void toast.success(t.saved);
          onSaved?.();
        },
      },
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && mayWrite) save();
      }}
    >
      <Field label={t.question}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={200}
            disabled={!mayWrite}
            value={draft.question}
            onChange={(e) => set({ question: e.target.value })}
          />
        )}
      </Field>
      <Field label={t.phrasings} hint={t.phrasingsHint}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3, maxRows: 10 }}
            disabled={!mayWrite}
            value={draft.phrasings}
            onChange={(e) => set({ phrasings: e.target.value })}
          />
        )}
      </Field>
      <Field label={t.answer} hint={t.answerHint}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 5, maxRows: 18 }}
            maxLength={10_000}
            disabled={!mayWrite}
            value={draft.answer}
            onChange={(e) => set({ answer: e.target.value })}
          />
        )}
      </Field>
      <div className="knowledge-dates">
        <Field label={t.language}>
          {(ids) => (
            <Select
              {...ids}
              disabled={!isNew || !mayWrite}
              value={draft.language}
              onChange={(language) => set({ language })}
              options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            />
          )}
        </Field>
        <Field label={t.audience}>
          {(ids) => (
            <Select
              {...ids}
              disabled={!mayWrite}
              value={draft.audience}
              onChange={(audience) => set({ audience })}
              options={[
                { value: "CUSTOMER", label: t.CUSTOMER },
                { value: "STAFF", label: t.STAFF },
              ]}
            />
          )}
        </Field>
        <Field label={t.validFrom}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              disabled={!mayWrite}
              value={draft.validFrom}
              onChange={(e) => set({ validFrom: e.target.value })}
            />
          )}
        </Field>
        <Field label={t.validUntil}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              disabled={!mayWrite}
              value={draft.validUntil}
              onChange={(e) => set({ validUntil: e.target.value })}
            />
          )}
        </Field>
        <Field label={t.freshDays}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={730}
              disabled={!mayWrite}
              value={draft.freshDays}
              onChange={(days) => set({ freshDays: days ?? 180 })}
            />
          )}
        </Field>
      </div>
      <ProblemNote error={act.error ?? preview.error} />
      <span className="row wrap">
        <Button
          type="primary"
          htmlType="submit"
          disabled={!mayWrite || !ready}
          {...(mayWrite ? {} : { title: t.noRight })}
          loading={act.isPending}
        >
          {t.save}
        </Button>
        <Button disabled={draft.answer.trim() === ""} onClick={() => preview.mutate()}>
          {t.preview}
        </Button>
      </span>
      <div aria-live="polite">{preview.data !== undefined && <AnswerText html={preview.data.html} />}</div>
    </form>
  );
}
