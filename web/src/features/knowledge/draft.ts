import type { ArticleVersion, ArticleView } from "../../api/views";

/** An article as it stands in the form. */
export interface Draft {
  language: string;
  question: string;
  phrasings: string;
  answer: string;
  audience: ArticleVersion["audience"];
  validFrom: string;
  validUntil: string;
  freshDays: number;
}

export const EMPTY: Draft = {
  language: "zh",
  question: "",
  phrasings: "",
  answer: "",
  audience: "CUSTOMER",
  validFrom: "",
  validUntil: "",
  freshDays: 180,
};

export function draftOf(view: ArticleView): Draft {
  const of = view.open ?? view.live;
  if (of === null) return { ...EMPTY, language: view.item.language, question: view.item.question };
  return {
    language: view.item.language,
    question: of.question,
    phrasings: of.phrasings.join("\n"),
    answer: of.answer,
    audience: of.audience,
    validFrom: dayOf(of.validFrom),
    validUntil: dayOf(of.validUntil),
    freshDays: view.freshDays,
  };
}

/** What is sent; a day begins and ends where the writer is. */
export function bodyOf(draft: Draft, before: ArticleVersion | null) {
  return {
    language: draft.language,
    question: draft.question.trim(),
    phrasings: linesOf(draft.phrasings),
    answer: draft.answer.trim(),
    audience: draft.audience,
    products: before?.products ?? [],
    validFrom: instantOf(draft.validFrom),
    validUntil: instantOf(draft.validUntil),
    freshDays: draft.freshDays,
  };
}

export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function dayOf(instant: string | null): string {
  if (instant === null) return "";
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function instantOf(day: string): string | null {
  return day === "" ? null : new Date(`${day}T00:00:00`).toISOString();
}
