import type { ReactNode } from "react";
import { Icon, iconOfCategory } from "./Icon";

interface GoodsProps {
  title: string;
  category: string;
  children?: ReactNode;
}

/** One thing that was bought: its picture, its name and what there is to say about it. */
export function Goods({ title, category, children }: GoodsProps) {
  return (
    <span className="goods">
      <span className="goods-picture">
        <Icon name={iconOfCategory(category)} />
      </span>
      <span className="goods-words">
        <span className="goods-title">{title}</span>
        {children}
      </span>
    </span>
  );
}
