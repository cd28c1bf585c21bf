-- Answers leave by the channel on which the customer wrote.
alter table messaging.outbound drop constraint outbound_channel_check;
alter table messaging.outbound
    add constraint outbound_channel_check check (channel in ('EMAIL', 'SMS', 'WEB_PUSH', 'APP_PUSH', 'CONVERSATION'));
