-- While the bot has a conversation it waits for nobody; an answer may offer choices.
alter table conversation.conversation add column bot boolean not null default false;
alter table conversation.message add column choices json;
comment on column conversation.message.choices is 'What the customer may answer with one touch.';

drop index conversation.conversation_unassigned;
create index conversation_unassigned on conversation.conversation (shop_id, last_at, id) where state = 'OPEN' and agent is null and not bot;
drop index conversation.conversation_waiting;
create index conversation_waiting on conversation.conversation (shop_id, waiting_since, id) where state = 'OPEN' and waiting_since is not null and not bot;
create index conversation_of_bot on conversation.conversation (shop_id, last_at, id) where state = 'OPEN' and bot;
