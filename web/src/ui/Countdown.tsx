import { Tooltip } from "antd";
import { formatDateTime, formatDuration, useLanguage, useMessages, type Messages } from "../i18n";
import "./Countdown.css";
import { useTicking } from "./ticker";
import { urgencyOf } from "./urgency";

const messages = {
  over: { zh: (time: string) => `超时 ${time}`, en: (time: string) => `${time} over` },
  due: { zh: (at: string) => `截止 ${at}`, en: (at: string) => `Due ${at}` },
  none: { zh: "无时限", en: "No deadline" },
} satisfies Messages;

export function Countdown({ to }: { to: string | null }) {
  const t = useMessages(messages);
  if (to === null) return <span className="muted">{t.none}</span>;
  return <Running to={to} />;
}

function Running({ to }: { to: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const left = useTicking((now) => {
    const milliseconds = Date.parse(to) - now;
    return milliseconds > 0
      ? formatDuration(milliseconds, spoken)
      : t.over(formatDuration(-milliseconds, spoken));
  });
  const urgency = useTicking((now) => urgencyOf(to, now));
  return (
    <Tooltip title={t.due(formatDateTime(to, spoken))}>
      <time className={`countdown ${urgency}`} dateTime={to}>
        {left}
      </time>
    </Tooltip>
  );
}
