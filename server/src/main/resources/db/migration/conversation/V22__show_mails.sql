-- What a mail has beside its text: subject, the page made safe, what was said before.
alter table conversation.message add column mail json;
comment on column conversation.message.mail is 'personal';
