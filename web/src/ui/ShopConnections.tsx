import type { ReactNode } from "react";
import { Nothing } from "./Nothing";
import { Panel } from "./Panel";
import { ProblemNote } from "./ProblemNote";
import { ShopSelect } from "./ShopSelect";
import { SkeletonRows } from "./SkeletonRows";

interface Props<Connection> {
  words: { title: string; hint: string; none: string; noneHint: string };
  shop: string;
  onShop: (shop: string) => void;
  /** The way to a new one. */
  connect: ReactNode;
  connections: readonly Connection[] | undefined;
  error: Error | null;
  retry: () => void;
  card: (connection: Connection) => ReactNode;
}

/** The top of a page on which a shop is connected with others: which shop, with whom, or nobody yet. */
export function ShopConnections<Connection>(props: Props<Connection>) {
  const { words, connections } = props;
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <span className="row">
          <ShopSelect shop={props.shop} onChange={props.onShop} />
          {props.connect}
        </span>
        <p className="muted">{words.hint}</p>
      </div>
      <ProblemNote error={props.error} retry={props.retry} />
      {connections === undefined && props.error === null && (
        <Panel flush>
          <SkeletonRows />
        </Panel>
      )}
      {connections?.length === 0 && (
        <Panel flush>
          <Nothing title={words.none} hint={words.noneHint}>
            {props.connect}
          </Nothing>
        </Panel>
      )}
      <div className="stack">{connections?.map(props.card)}</div>
    </>
  );
}
