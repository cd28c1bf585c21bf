import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "现场", en: "Floor" },
  hint: {
    zh: "谁在排队、谁在接待，每 5 秒更新",
    en: "Who waits and who answers, every five seconds",
  },
  queues: { zh: "队列", en: "Queues" },
  queue: { zh: "队列", en: "Queue" },
  waiting: { zh: "排队", en: "Waiting" },
  longest: { zh: "最久等待", en: "Longest wait" },
  inHand: { zh: "接待中", en: "In hand" },
  served: { zh: "24 小时接通", en: "Served in 24 h" },
  typical: { zh: "半数等待不超过", en: "Half waited at most" },
  honesty: { zh: "预计兑现", en: "Kept of what was told" },
  honestyOf: {
    zh: (kept: number, told: number) => `${kept} / ${told} 位在告知的时间内接通`,
    en: (kept: number, told: number) => `${kept} of ${told} were served within what they were told`,
  },
  missed: { zh: "24 小时超时", en: "Missed in 24 h" },
  agents: { zh: "坐席", en: "Agents" },
  agent: { zh: "坐席", en: "Agent" },
  state: { zh: "状态", en: "State" },
  since: { zh: "已持续", en: "For" },
  load: { zh: "负荷", en: "Load" },
  teams: { zh: "技能组", en: "Teams" },
  none: { zh: "没有坐席", en: "No agents" },
  noneHint: {
    zh: "给同事“接待客户”的权限后会出现在这里",
    en: "Whoever has the right to answer customers appears here",
  },
} satisfies Messages;
