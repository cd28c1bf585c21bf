import { Link, useRouter } from "@tanstack/react-router";
import { Button } from "antd";
import { useMessages, type Messages } from "../i18n";
import { Nothing } from "../ui/Nothing";
import { ProblemNote } from "../ui/ProblemNote";

const messages = {
  title: { zh: "这里没有内容", en: "There is nothing here" },
  hint: {
    zh: "地址可能输错了，或页面已经搬走。",
    en: "The address may be mistyped, or the page has moved.",
  },
  home: { zh: "回到审核队列", en: "Back to the queue" },
  reload: { zh: "重新加载", en: "Reload" },
} satisfies Messages;

export function Lost() {
  const t = useMessages(messages);
  return (
    <main>
      <Nothing title={t.title} hint={t.hint}>
        <Link to="/">{t.home}</Link>
      </Nothing>
    </main>
  );
}

export function Broken({ error }: { error: unknown }) {
  const t = useMessages(messages);
  const router = useRouter();
  return (
    <main style={{ maxWidth: 640, margin: "48px auto", padding: 16 }}>
      <ProblemNote error={error}>
        <Button onClick={() => void router.invalidate()}>{t.reload}</Button>
      </ProblemNote>
    </main>
  );
}
