import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import type { SavedView } from "../../api/views";
import { useMessages } from "../../i18n";
import { ProblemNote } from "../../ui/ProblemNote";
import { filterOf, filterText, type QueueFilter } from "./filter";
import { messages } from "./messages";

const KEY = ["views"];

export function SavedViews({
  filter,
  onChange,
}: {
  filter: QueueFilter;
  onChange: (next: QueueFilter) => void;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [naming, setNaming] = useState(false);
  const views = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const answer = await api.get<SavedView[] | { items: SavedView[] }>("/api/v1/views", { signal });
      return Array.isArray(answer) ? answer : answer.items;
    },
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) => api.delete(`/api/v1/views/${view.id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const now = filterText(filter);
  const saved = views.data ?? [];
  const worthSaving = now !== "" && !saved.some((view) => filterText(filterOf(view.query)) === now);

  return (
    <div className="saved-views" role="group" aria-label={t.views}>
      {saved.map((view) => (
        <span
          key={view.id}
          className={filterText(filterOf(view.query)) === now ? "view-chip chosen" : "view-chip"}
        >
          <button type="button" onClick={() => onChange(filterOf(view.query))}>
            {view.name}
          </button>
          <button type="button" aria-label={t.remove(view.name)} onClick={() => remove.mutate(view)}>
            <CloseOutlined />
          </button>
        </span>
      ))}
      {worthSaving && (
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => setNaming(true)}>
          {t.save}
        </Button>
      )}
      {naming && <NameView query={now} onClose={() => setNaming(false)} />}
    </div>
  );
}

function NameView({ query, onClose }: { query: string; onClose: () => void }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const field = useId();
  const [id] = useState(newId);
  const [name, setName] = useState("");
  const save = useMutation({
    mutationFn: () => api.put<SavedView>(`/api/v1/views/${id}`, { name: name.trim(), query }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t.save}
      okText={t.ok}
      cancelText={t.cancel}
      okButtonProps={{ disabled: name.trim() === "" }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
      width={420}
    >
      <div className="stack">
        <p className="muted">{t.saveHint}</p>
        <label htmlFor={field}>{t.saveName}</label>
        <Input
          id={field}
          autoFocus
          maxLength={60}
          value={name}
          placeholder={t.saveNameHint}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim() !== "" && save.mutate()}
        />
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
