import { Component, type ReactNode } from "react";
import { useMessages } from "../../i18n";
import { Button } from "./Button";
import { Heading } from "./Heading";
import { messages } from "./messages";

/** When a screen breaks or its code cannot be fetched, the frame stays, and nothing typed is lost. */
export class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Reload /> : this.props.children;
  }
}

function Reload() {
  const t = useMessages(messages);
  return (
    <>
      <Heading>{t.broken}</Heading>
      <div className="notice warm" role="alert">
        <p>{t.brokenHelp}</p>
        <div>
          <Button onClick={() => window.location.reload()}>{t.reload}</Button>
        </div>
      </div>
    </>
  );
}
