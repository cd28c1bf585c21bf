create index outbound_with_text on messaging.outbound (created_at)
 where body is not null and state in ('SENT', 'FAILED', 'EXPIRED');
