import { useNavigate, useSearch } from "@tanstack/react-router";
import type { MakingCount, MakingStep } from "../../api/views";
import { useMessages } from "../../i18n";
import { TaskLists } from "../../ui/TaskLists";
import { MakingCard } from "./MakingCard";
import { messages, purposes, type Purpose } from "./messages";

/** What production and purchasing have to stop, to go on with, or to make anew. */
export function MakingPage() {
  const t = useMessages(messages);
  const { list } = useSearch({ from: "/house/rooms/making" });
  const navigate = useNavigate();
  return (
    <TaskLists<MakingStep, Purpose, MakingCount>
      of={{ key: "making", path: "/api/v1/making-steps", by: "purpose" }}
      title={t.title}
      hint={t.hint}
      empty={{ title: t.none, hint: t.noneHint }}
      kinds={purposes}
      label={(purpose) => t[purpose]}
      asked={list}
      show={(next) => void navigate({ to: "/making", search: { list: next }, replace: true })}
      kindOf={(count) => count.purpose}
      cardKey={(step) => step.id}
      card={(step, done) => <MakingCard step={step} done={done} />}
    />
  );
}
