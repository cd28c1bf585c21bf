import type { Messages } from "../../i18n";

export const messages = {
  title: { zh: "专家", en: "Experts" },
  hint: {
    zh: "请专家后 10 分钟内接手，2 小时内给出结论；先到期的在最上面。",
    en: "An expert takes a call within 10 minutes and answers within 2 hours; what is due first is on top.",
  },
  which: { zh: "哪些请求", en: "Which calls" },
  ALL: { zh: "全部", en: "All" },
  WAITING: { zh: "待接手", en: "To take" },
  MINE: { zh: "我接手的", en: "Taken by me" },
  ASKED: { zh: "我请求的", en: "Asked by me" },
  none: { zh: "没有请求", en: "No calls" },
  noneHint: {
    zh: "在工单页按 x 请专家；规则判定需要专家时也会自动出现在这里。",
    en: "An expert is called on a case with x; a case that the rules send to experts appears here by itself.",
  },
  waiting: {
    zh: (waiting: number, late: number) =>
      late > 0 ? `${waiting} 个请求待接手，${late} 个已超时` : `${waiting} 个请求待接手`,
    en: (waiting: number, late: number) =>
      late > 0 ? `${waiting} calls to take, ${late} late` : `${waiting} calls to take`,
  },

  panel: { zh: "专家", en: "Expert" },
  toTake: { zh: "接手", en: "Take over" },
  toSolve: { zh: "结论", en: "Answer" },
  takenAfter: {
    zh: (name: string, at: string) => `${name} 于 ${at} 接手`,
    en: (name: string, at: string) => `taken by ${name}, ${at}`,
  },
  late: { zh: "已通知专家主管", en: "The experts' manager was told" },
  question: { zh: "请判断", en: "To judge" },
  byRules: { zh: "按规则需要专家判断", en: "The rules ask for an expert" },
  answer: { zh: "结论", en: "Answer" },
  answeredAt: { zh: (at: string) => `${at} 给出结论`, en: (at: string) => `answered ${at}` },
  askedBy: {
    zh: (name: string, at: string) => `${name} 于 ${at} 请求`,
    en: (name: string, at: string) => `called by ${name}, ${at}`,
  },
  bySystem: { zh: "系统", en: "the house" },

  take: { zh: "接手", en: "Take over" },
  solve: { zh: "给出结论", en: "Solved" },
  solveLabel: { zh: "结论", en: "The answer" },
  solveHint: {
    zh: "客服立即看到，并按结论继续处理；客户看不到这段文字。",
    en: "The agent reads it at once and goes on by it; the customer does not see it.",
  },
  next: { zh: "下一条", en: "Next" },
  previous: { zh: "上一条", en: "Previous" },
  open: { zh: "打开工单", en: "Open the case" },
} satisfies Messages;
