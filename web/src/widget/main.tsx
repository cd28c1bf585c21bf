import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./widget.css";
import { Widget } from "./Widget";

const place = document.getElementById("widget");
if (place === null) throw new Error("widget.html has no element #widget");
const channel = location.pathname.split("/").at(-1) ?? "";
// Behind the # nothing leaves the browser: a token there stands in no server's log.
const told = new URLSearchParams(location.hash.slice(1));
createRoot(place).render(
  <StrictMode>
    <Widget channel={channel} token={told.get("token")} page={told.get("page")} />
  </StrictMode>,
);
