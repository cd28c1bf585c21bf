import { useNavigate, useSearch } from "@tanstack/react-router";
import type { LogisticsCount, LogisticsTask } from "../../api/views";
import { useMessages } from "../../i18n";
import { TaskLists } from "../../ui/TaskLists";
import { LogisticsCard } from "./LogisticsCard";
import { kinds, messages, type Kind } from "./messages";

/** What has to be ordered, asked or claimed from carriers. */
export function LogisticsPage() {
  const t = useMessages(messages);
  const { list } = useSearch({ from: "/house/rooms/logistics" });
  const navigate = useNavigate();
  return (
    <TaskLists<LogisticsTask, Kind, LogisticsCount>
      of={{ key: "logistics", path: "/api/v1/logistics-tasks", by: "kind" }}
      title={t.title}
      hint={t.hint}
      empty={{ title: t.none, hint: t.noneHint }}
      kinds={kinds}
      label={(kind) => t[kind]}
      asked={list}
      show={(next) => void navigate({ to: "/logistics", search: { list: next }, replace: true })}
      kindOf={(count) => count.kind}
      cardKey={(task) => task.id}
      card={(task, done) => <LogisticsCard task={task} done={done} />}
    />
  );
}
