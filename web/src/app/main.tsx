import { createRoot } from "react-dom/client";
import { useMessages, type Messages } from "../i18n";

const messages = { name: { zh: "安心工作台", en: "Anxin desk" } } satisfies Messages;

function App() {
  const t = useMessages(messages);
  return <h1>{t.name}</h1>;
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App />);
