import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { useId, useState } from "react";
import { api } from "../../api/client";
import { useLiveFact } from "../../api/useLive";
import { usePages } from "../../api/usePages";
import type { MyStore, StoreTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { Cards } from "../../ui/Cards";
import { ProblemNote } from "../../ui/ProblemNote";
import { ScanField } from "../../ui/ScanField";
import { CounterDialog } from "./CounterDialog";
import { messages } from "./messages";
import "./StorePage.css";
import { StoreCard } from "./StoreCard";

/** A store colleague's phone: what to answer and whom to expect, and the code of whoever stands there. */
export function StorePage() {
  const t = useMessages(messages);
  const { store } = useSearch({ from: "/house/rooms/store" });
  const navigate = useNavigate();
  const label = useId();
  const [code, setCode] = useState("");
  const [here, setHere] = useState<StoreTask | null>(null);
  const stores = useQuery({
    queryKey: ["store-tasks", "stores"],
    queryFn: ({ signal }) => api.get<MyStore[]>("/api/v1/store-tasks/stores", { signal }),
  });
  const list = usePages<StoreTask>(["store-tasks"], "/api/v1/store-tasks", { store });
  const refresh = () => {
    void stores.refetch();
    void list.refetch();
  };
  useLiveFact((fact) => {
    if (fact.type.startsWith("aftersales.case")) refresh();
  });
  const find = useMutation({
    mutationFn: (typed: string) =>
      api.get<StoreTask>("/api/v1/store-tasks/by-code", { query: { code: typed } }),
    onSuccess: setHere,
  });
  const known = stores.data ?? [];
  const options = [
    { value: "", label: t.allStores },
    ...known.map((one) => ({ value: one.id, label: `${one.name} (${one.open})` })),
    // One that has nothing to do at the moment stays chosen.
    ...(store !== undefined && known.every((one) => one.id !== store)
      ? [{ value: store, label: store }]
      : []),
  ];
  return (
    <div className="work-page store-phone">
      <div className="page-head">
        <h1>{t.title}</h1>
        <label id={label} className="muted" htmlFor={`${label}-select`}>
          {t.store}
        </label>
        <Select
          id={`${label}-select`}
          className="grow"
          value={store ?? ""}
          options={options}
          onChange={(next) =>
            void navigate({ to: "/store", search: next === "" ? {} : { store: next }, replace: true })
          }
        />
        <p className="muted">{t.hint}</p>
      </div>
      <ScanField label={t.code} value={code} onChange={setCode} onDone={(typed) => find.mutate(typed)} />
      <ProblemNote error={find.error} />
      <Cards
        list={list}
        name={t.tasks}
        empty={{ title: t.none, hint: t.noneHint }}
        cardKey={(task) => task.caseId}
        card={(task) => <StoreCard task={task} done={refresh} />}
      />
      {here !== null && (
        <CounterDialog
          task={here}
          code={code}
          onClose={() => {
            setHere(null);
            setCode("");
            refresh();
          }}
        />
      )}
    </div>
  );
}
