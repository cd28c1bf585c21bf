import { createRoot } from "react-dom/client";
import { forgetOldDrafts } from "../ui/drafts";
import { App } from "./App";
import "./theme.css";

forgetOldDrafts();
const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App />);
