import { createRoot } from "react-dom/client";
import { useMessages, type Messages } from "../i18n";

const messages = { name: { zh: "我的售后", en: "My returns" } } satisfies Messages;

function Portal() {
  const t = useMessages(messages);
  return <h1>{t.name}</h1>;
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Portal />);
