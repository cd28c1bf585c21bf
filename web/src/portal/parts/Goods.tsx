import type { ReactNode } from "react";
import { Icon, iconOfCategory } from "./Icon";

interface GoodsProps {
  title: string;
  category: string;
  imageUrl?: string | null;
  children?: ReactNode;
}

/** One thing that was bought: its picture, its name and what there is to say about it. */
export function Goods({ title, category, imageUrl, children }: GoodsProps) {
  return (
    <span className="goods">
      <span className="goods-picture">
        {imageUrl ? <img src={imageUrl} alt="" loading="lazy" /> : <Icon name={iconOfCategory(category)} />}
      </span>
      <span className="goods-words">
        <span className="goods-title">{title}</span>
        {children}
      </span>
    </span>
  );
}
