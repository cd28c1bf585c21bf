import { useEffect, useRef } from "react";
import { useMessages } from "../../i18n";
import { Heading } from "../parts/Heading";
import { hashOf } from "./hash";
import { messages } from "./messages";
import { Questions, useQuestions } from "./Questions";

/** By the link of a message: one tap there answers the first question here. */
export function AnswerPage() {
  const t = useMessages(messages);
  const token = hashOf("t");
  return (
    <>
      <Heading>{t.title}</Heading>
      {token === null ? <p className="notice bad">{t.badLink}</p> : <ByLink token={token} />}
    </>
  );
}

function ByLink({ token }: { token: string }) {
  const questions = useQuestions(`/api/v1/portal/follow-ups/${token}`);
  const tapped = useRef(hashOf("solved"));
  const { answer } = questions;
  useEffect(() => {
    if (tapped.current === null) return;
    const solved = tapped.current === "yes";
    tapped.current = null;
    void answer({ solved });
  }, [answer]);
  return <Questions of={questions} />;
}
