import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { api } from "../../api/client";
import { problemText } from "../../api/problems";
import type { PresenceView } from "../../api/views";
import { presenceNames } from "../../api/words";
import { formatDuration, useLanguage, useMessages, type Messages } from "../../i18n";
import { useShortcuts } from "../../ui/shortcuts";
import { useTicking } from "../../ui/ticker";
import "./PresenceSwitch.css";

const messages = {
  presence: { zh: "接待状态", en: "Presence" },
  toggle: { zh: "在线接待 / 暂离", en: "Available or away" },
  has: {
    zh: (load: number, capacity: number) => `负荷 ${load} / ${capacity}`,
    en: (load: number, capacity: number) => `load ${load} of ${capacity}`,
  },
  since: { zh: (time: string) => `已 ${time}`, en: (time: string) => `for ${time}` },
} satisfies Messages;

const PATH = "/api/v1/presence";
const SIGN_OF_LIFE = 20_000;
const STATES = ["AVAILABLE", "BUSY", "BREAK", "AWAY", "OFFLINE"] as const;

/** Whether one gets work; as long as a tab is open the server hears a sign of life. */
export function PresenceSwitch() {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const known = useQuery({
    queryKey: ["presence"],
    queryFn: ({ signal }) => api.put<PresenceView>(PATH, {}, { signal }),
    refetchInterval: SIGN_OF_LIFE,
    refetchIntervalInBackground: true,
  }).data;
  const say = useMutation({
    mutationFn: (state: PresenceView["state"]) => api.put<PresenceView>(PATH, { state }),
    onSuccess: (now) => queries.setQueryData(["presence"], now),
    onError: (problem) => void toast.error(problemText(problem) ?? ""),
  });
  const state = known?.state ?? "OFFLINE";
  useShortcuts([
    {
      keys: "g o",
      label: t.toggle,
      run: () => say.mutate(state === "AVAILABLE" ? "AWAY" : "AVAILABLE"),
    },
  ]);
  if (known === undefined) return null;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectable: true,
        selectedKeys: [state],
        items: [
          ...STATES.map((one) => ({
            key: one,
            label: <Named state={one} />,
            onClick: () => say.mutate(one),
          })),
          { type: "divider" as const },
          {
            key: "load",
            disabled: true,
            label: <Since since={known.since} more={t.has(known.load, known.capacity)} />,
          },
        ],
      }}
    >
      <Button type="text" loading={say.isPending}>
        <span className="sr-only">{t.presence} · </span>
        <Named state={state} />
        <span className="nums muted only-wide">
          {known.load}/{known.capacity}
        </span>
      </Button>
    </Dropdown>
  );
}

function Named({ state }: { state: PresenceView["state"] }) {
  const spoken = useLanguage();
  return (
    <span className="presence" data-state={state}>
      <span>{presenceNames[state][spoken]}</span>
    </span>
  );
}

function Since({ since, more }: { since: string; more: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const time = useTicking((now) => formatDuration(now - Date.parse(since), spoken));
  return <span className="small nums">{`${t.since(time)} · ${more}`}</span>;
}
