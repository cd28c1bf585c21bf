import type { Language } from "../i18n";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const words = {
  zh: {
    today: "今天",
    tomorrow: "明天",
    yesterday: "昨天",
    justNow: "刚刚",
    soon: "马上",
    expected: (when: string, left: string) => `预计 ${when} 前（${left}）`,
    late: (when: string) => `原定 ${when} 前，已超时，我们正在加急处理`,
    due: (when: string, left: string) => `请在 ${when} 前完成（${left}截止）`,
    missed: (when: string) => `截止时间 ${when} 已过`,
  },
  en: {
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    justNow: "just now",
    soon: "any moment",
    expected: (when: string, left: string) => `Expected by ${when} (${left})`,
    late: (when: string) => `Was expected by ${when}; it is late and we are hurrying`,
    due: (when: string, left: string) => `Please do this by ${when} (it ends ${left})`,
    missed: (when: string) => `The time for this ended: ${when}`,
  },
};

const locale = (language: Language) => (language === "zh" ? "zh-CN" : "en-GB");

/** The exact local time, as short as it can be said: 今天 18:30, 11月23日周一 18:30. */
export function exactTime(at: string, now: number, language: Language): string {
  const date = new Date(at);
  const clock = new Intl.DateTimeFormat(locale(language), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(date);
  return `${dayName(date, new Date(now), language)} ${clock}`;
}

function dayName(date: Date, today: Date, language: Language): string {
  const days = calendarDays(today, date);
  if (days === 0) return words[language].today;
  if (days === 1) return words[language].tomorrow;
  if (days === -1) return words[language].yesterday;
  return new Intl.DateTimeFormat(locale(language), {
    ...(date.getFullYear() === today.getFullYear() ? {} : { year: "numeric" }),
    month: language === "zh" ? "long" : "short",
    day: "numeric",
    ...(Math.abs(days) < 8 ? { weekday: "short" } : {}),
  }).format(date);
}

/** The day alone, for what happened long ago: 10月3日. */
export function dayOf(at: string, now: number, language: Language): string {
  return dayName(new Date(at), new Date(now), language);
}

/** How far away: 3小时后, in 3 hours; 刚刚, just now. */
export function relativeTime(at: string, now: number, language: Language, strict = false): string {
  const delta = new Date(at).getTime() - now;
  const size = Math.abs(delta);
  if (size < MINUTE) return delta > 0 ? words[language].soon : words[language].justNow;
  const [unit, length] =
    size < HOUR
      ? (["minute", MINUTE] as const)
      : size < 2 * DAY
        ? (["hour", HOUR] as const)
        : (["day", DAY] as const);
  // Nearly two hours of our time are "in 2 hours"; of the customer's own time we never promise a minute more
  // than there is, and what happened is not older than it is.
  const amount =
    Math.sign(delta) * (delta > 0 && !strict ? Math.round(size / length) : Math.floor(size / length));
  return new Intl.RelativeTimeFormat(locale(language), { numeric: "always" }).format(amount, unit);
}

/** What we promise: when the next step will have happened. */
export function etaText(at: string, now: number, language: Language): string {
  const when = exactTime(at, now, language);
  return new Date(at).getTime() <= now
    ? words[language].late(when)
    : words[language].expected(when, relativeTime(at, now, language));
}

/** What we ask: by when the customer should have done their part. */
export function dueText(at: string, now: number, language: Language): string {
  const when = exactTime(at, now, language);
  return new Date(at).getTime() <= now
    ? words[language].missed(when)
    : words[language].due(when, relativeTime(at, now, language, true));
}

function calendarDays(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / DAY);
}
