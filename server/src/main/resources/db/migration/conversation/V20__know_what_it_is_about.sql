alter table conversation.conversation add column topic text;
comment on column conversation.conversation.topic is 'An intent, where a rule of the shop asked what the first message is about and it was understood.';
