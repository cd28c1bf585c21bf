-- The newest of each state by rule, tier, team and agent, as the queue by its deadlines already has them.
create index case_newest_by_rule on aftersales.after_sale_case (shop_id, state, rule_id, submitted_at, id);
create index case_newest_by_tier on aftersales.after_sale_case (shop_id, state, tier_required, submitted_at, id) where tier_required is not null;
create index case_newest_by_team on aftersales.after_sale_case (shop_id, state, queue, submitted_at, id) where queue is not null;
create index case_newest_of_agent on aftersales.after_sale_case (shop_id, state, agent, submitted_at, id) where agent is not null;
